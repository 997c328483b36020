// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/PastReader.h"

#include <algorithm>

namespace rillscope {
namespace {

/// Hands them over in small parts, so that a writer with a stream to follow is never long about them.
class Parts {
public:
    explicit Parts(std::function<void(std::vector<SampleHistory::Restorable>)> restore)
        : m_restore(std::move(restore)) {}

    void add(SampleHistory::Restorable chunk) {
        m_part.push_back(std::move(chunk));
        if (m_part.size() == PastReader::chunksAtOnce)
            flush();
    }
    void flush() {
        if (!m_part.empty())
            m_restore(std::exchange(m_part, {}));
    }

private:
    const std::function<void(std::vector<SampleHistory::Restorable>)> m_restore;
    std::vector<SampleHistory::Restorable> m_part;
};

} // namespace

PastReader::PastReader(PastSource source) : m_source(std::move(source)) {
    connect(&m_reading, &AnyBackgroundJob::finished, this, &PastReader::finish);
}

PastReader::~PastReader() {
    if (!m_job)
        return;
    m_job->isCancelled = true;
    const std::lock_guard lock(m_job->mutex);
    m_job->reader = nullptr;
}

void PastReader::ask(const PastWish& wish) {
    if (m_reading.isRunning() && wish == m_current) {
        m_wish.reset();
        return;
    }
    m_wish = wish;
    if (!m_reading.isRunning())
        start();
    else if (wish.begin >= m_current.end || wish.end <= m_current.begin)
        m_job->isCancelled = true;
}

void PastReader::start() {
    m_current = *std::exchange(m_wish, std::nullopt);
    m_job = std::make_shared<Job>(m_source);
    m_job->reader = this;
    m_reading.start([job = m_job, wish = m_current, unreadable = m_unreadable](const JobControl&) {
        return answer(*job, wish, unreadable);
    });
}

void PastReader::handOver(Job& job, std::vector<SampleHistory::Restorable> chunks) {
    const auto shared = std::make_shared<std::vector<SampleHistory::Restorable>>(std::move(chunks));
    const std::lock_guard lock(job.mutex);
    if (!job.reader)
        return;
    QMetaObject::invokeMethod(
        job.reader, [reader = job.reader, shared] { reader->m_source.restore(std::move(*shared)); },
        Qt::QueuedConnection);
}

PastReader::Answer PastReader::answer(Job& job, const PastWish& wish,
                                      const std::set<MissingChunk>& unreadable) {
    Answer answer;
    Parts parts([&job](auto chunks) { handOver(job, std::move(chunks)); });
    std::vector<MissingChunk> missing;
    // Not more than can stay.
    const std::size_t channels = std::max<std::size_t>(1, static_cast<std::size_t>(wish.channels.size()));
    const std::size_t most =
        std::max<std::size_t>(1, std::min(mostChunks, job.history->mostRestored()) / channels);
    for (const int channel : wish.channels) {
        const auto past =
            job.history->channel(channel).pastChunks(wish.begin, wish.end, wish.columnWidth, most);
        for (const auto& [chunk, isRestored] : past) {
            const MissingChunk place{static_cast<ChannelIndex>(channel), chunk};
            if (isRestored)
                parts.add({place.channel, chunk, nullptr});
            else if (!unreadable.contains(place))
                missing.push_back(place);
        }
    }
    // Renew restored chunks first, so that new ones do not evict them.
    parts.flush();
    const auto take = [&](SampleHistory::Restorable chunk) {
        ++answer.restored;
        parts.add(std::move(chunk));
    };
    PastSamples samples(
        *job.history, *job.index, [&job] { return job.isCancelled.load(); }, take);
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
    const Answer answer = m_reading.takeResult().value_or(Answer());
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
