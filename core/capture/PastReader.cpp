// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/PastReader.h"

#include <QtConcurrent>

#include <algorithm>

namespace rillscope {
namespace {

/// Hands them over in small parts, so that a writer with a stream to follow is never long about them.
class Parts {
public:
    explicit Parts(const PastReader::Restore& restore) : m_restore(restore) {}

    void add(SampleHistory::Restorable chunk) {
        m_part.push_back(std::move(chunk));
        if (m_part.size() == PastReader::piecesOf)
            flush();
    }
    void flush() {
        if (!m_part.empty())
            m_restore(std::exchange(m_part, {}));
    }

private:
    const PastReader::Restore& m_restore;
    std::vector<SampleHistory::Restorable> m_part;
};

} // namespace

PastReader::PastReader(std::shared_ptr<const SampleHistory> history,
                       std::shared_ptr<const CaptureIndex> index, Restore restore)
    : m_history(std::move(history)), m_index(std::move(index)), m_restore(std::move(restore)) {
    connect(&m_watcher, &QFutureWatcher<Answer>::finished, this, &PastReader::finish);
}

PastReader::~PastReader() {
    m_isCancelled = true;
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void PastReader::ask(const PastWish& wish) {
    if (m_isReading && wish == m_current) {
        m_wish.reset();
        return;
    }
    m_wish = wish;
    if (!m_isReading)
        start();
    else if (wish.begin >= m_current.end || wish.end <= m_current.begin)
        m_isCancelled = true;
}

void PastReader::start() {
    m_current = *std::exchange(m_wish, std::nullopt);
    m_isReading = true;
    m_isCancelled = false;
    m_watcher.setFuture(QtConcurrent::run([this, history = m_history, index = m_index, wish = m_current,
                                           unreadable = m_unreadable, restore = m_restore] {
        return answer(
            *history, *index, wish, unreadable, [this] { return m_isCancelled.load(); }, restore);
    }));
}

PastReader::Answer PastReader::answer(const SampleHistory& history, const CaptureIndex& index,
                                      const PastWish& wish, const std::set<MissingChunk>& unreadable,
                                      const std::function<bool()>& isCancelled, const Restore& restore) {
    Answer answer;
    Parts parts(restore);
    std::vector<MissingChunk> missing;
    const std::size_t most =
        mostChunks / static_cast<std::size_t>(std::max<qsizetype>(1, wish.channels.size()));
    for (const int channel : wish.channels) {
        const auto past = history.channel(channel).pastChunks(wish.begin, wish.end, wish.columnWidth, most);
        for (const auto& [chunk, isRestored] : past) {
            const MissingChunk place{static_cast<ChannelIndex>(channel), chunk};
            if (isRestored)
                parts.add({place.channel, chunk, nullptr});
            else if (!unreadable.contains(place))
                missing.push_back(place);
        }
    }
    // What is there already first, lest it goes for what comes.
    parts.flush();
    PastSamples samples(history, index, isCancelled, [&](SampleHistory::Restorable chunk) {
        ++answer.restored;
        parts.add(std::move(chunk));
    });
    if (const auto read = samples.read(missing); !read && read.error().code != ErrorCode::Cancelled) {
        answer.error = read.error();
        // A file that is in use can be read later.
        if (read.error().code != ErrorCode::FileInUse)
            answer.unreadable = samples.unreadable();
    }
    parts.flush();
    return answer;
}

void PastReader::finish() {
    m_isReading = false;
    const Answer answer = m_watcher.result();
    m_unreadable.insert(answer.unreadable.begin(), answer.unreadable.end());
    if (m_wish)
        start();
    if (answer.restored > 0)
        Q_EMIT restored(answer.restored);
    if (answer.error && !m_told.contains(*answer.error)) {
        m_told.append(*answer.error);
        Q_EMIT failed(*answer.error);
    }
}

} // namespace rillscope
