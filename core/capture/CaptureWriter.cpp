// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureWriter.h"

#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <utility>

namespace rillscope {
namespace {

using std::chrono::steady_clock;

/// Leaves the disk a part of captureInterval.
constexpr std::chrono::milliseconds commitAfter{150};
static_assert(commitAfter < captureInterval);

constexpr std::chrono::seconds retryAfter{1};
constexpr std::chrono::seconds spaceInterval{1};
constexpr std::chrono::seconds missedInterval{5};

constexpr qint64 takeBytes = qint64{1} << 20;
/// So that one half is written while the other is received, where the source waits for the disk.
constexpr qint64 commitBytes = CaptureQueue::promptBytes / 2;
/// So much happened without a sample that it is worth a file.
constexpr qint64 startBytes = qint64{1} << 20;

bool isAfter(steady_clock::time_point time) {
    return steady_clock::now() >= time;
}

} // namespace

CaptureWriter::CaptureWriter(const CaptureSettings& settings, const Clock& clock, CaptureObserver observer,
                             qint64 capacity)
    : m_clock(clock), m_observer(std::move(observer)), m_queue(clock, capacity), m_opener(settings) {
    // A limit on the size of files is an error like others then (EFBIG), and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    m_own.state = CaptureStatus::State::Ready;
    m_published = m_own;
    m_thread = std::thread([this] { run(); });
}

void CaptureWriter::flush(std::function<void()> done) {
    {
        const std::lock_guard lock(m_mutex);
        m_flushes.push_back(std::move(done));
    }
    m_queue.wake();
}

void CaptureWriter::beginClosing() {
    {
        const std::lock_guard lock(m_mutex);
        m_isCloseAsked = true;
    }
    m_queue.close();
}

void CaptureWriter::close() {
    if (!m_thread.joinable())
        return;
    beginClosing();
    m_thread.join();
}

CaptureStatus CaptureWriter::status() const {
    const CaptureQueue::State queue = m_queue.state();
    const std::lock_guard lock(m_mutex);
    CaptureStatus status = m_published;
    status.waiting = queue.waiting;
    status.missed += queue.missed;
    status.lag = queue.lag;
    status.longestLag = queue.longestLag;
    if (queue.isStalled && status.state != CaptureStatus::State::Failing) {
        status.state = CaptureStatus::State::Failing;
        status.isStalled = true;
        status.error =
            Error{ErrorCode::WriteFailed, status.path, QStringLiteral("the disk does not keep up")};
    }
    return status;
}

void CaptureWriter::run() {
    pthread_setname_np(pthread_self(), "capture");
    if (m_observer.began)
        m_observer.began();
    std::vector<CaptureBlock> taken;
    bool isDone = false;
    while (!isDone) {
        m_queue.take(taken, isFailing() ? 0 : takeBytes, deadline());
        takeRequests();
        keep(taken);
        const bool isHurried = m_isClosing || !m_flushing.empty();
        const bool isQueueEmpty = m_queue.state().isEmpty;
        if (isFailing()) {
            if (isHurried || isAfter(m_retryAt))
                tryNewFile();
        } else if (isWorthCommitting() &&
                   (m_heldBytes >= commitBytes || (isHurried && isQueueEmpty) || isAfter(m_commitAt))) {
            commitHeld();
        }
        const bool isAllWritten = isQueueEmpty && !isWorthCommitting();
        if (isHurried && (isFailing() || isAllWritten))
            callFlushed();
        tellMissed();
        isDone = m_isClosing && (isFailing() || isAllWritten);
    }
    endFile();
}

/// When there is something to do though no block has come.
std::optional<CaptureWriter::SteadyTime> CaptureWriter::deadline() const {
    if (isFailing())
        return m_retryAt;
    return isWorthCommitting() ? std::optional(m_commitAt) : std::nullopt;
}

/// A file begins with a sample; what came before it waits.
bool CaptureWriter::isWorthCommitting() const {
    return !m_held.empty() && (m_file || m_holdsSamples || m_heldBytes >= startBytes);
}

void CaptureWriter::takeRequests() {
    const std::lock_guard lock(m_mutex);
    m_isClosing = m_isCloseAsked;
    std::move(m_flushes.begin(), m_flushes.end(), std::back_inserter(m_flushing));
    m_flushes.clear();
    if (!m_newFolder)
        return;
    m_opener.setFolder(*m_newFolder);
    m_newFolder.reset();
    m_retryAt = steady_clock::now();
}

void CaptureWriter::setFolder(const QString& folder) {
    {
        const std::lock_guard lock(m_mutex);
        m_newFolder = folder;
    }
    m_queue.wake();
}

void CaptureWriter::callFlushed() {
    for (const std::function<void()>& done : std::exchange(m_flushing, {}))
        done();
}

void CaptureWriter::keep(std::vector<CaptureBlock>& taken) {
    if (m_held.empty())
        m_commitAt = steady_clock::now() + commitAfter;
    for (CaptureBlock& block : taken) {
        for (std::size_t i = 0; i < block.newChannels.size(); ++i) {
            if (static_cast<std::size_t>(block.firstNewChannel) + i == m_channels.size())
                m_channels.push_back(block.newChannels[i]);
        }
        m_heldBytes += block.byteCount();
        m_holdsSamples |= !block.samples.empty();
        m_held.push_back(std::move(block));
        if (!m_file)
            continue; // all that is held is written once there is one
        if (const auto written = writeTo(*m_file, m_held.back()); !written)
            fail(written.error());
    }
}

Result<void> CaptureWriter::writeTo(CaptureFile& file, const CaptureBlock& block) {
    const std::size_t first = m_segments.size();
    for (const CaptureBlock::Place& place : block.places)
        m_segments.push_back(
            {place.channel, {place.historyBegin, 0, file.path(), file.channelSize(place.channel)}});
    auto written = file.write(block);
    for (std::size_t i = first; i < m_segments.size(); ++i) {
        CaptureSegment& segment = m_segments[i].segment;
        const std::int64_t count = file.channelSize(m_segments[i].channel) - segment.fileBegin;
        segment.historyEnd = segment.historyBegin + count;
    }
    return written;
}

void CaptureWriter::commitHeld() {
    if (!m_file) {
        tryNewFile();
        return;
    }
    if (const auto committed = m_file->commit(); !committed) {
        fail(committed.error());
        return;
    }
    noteCommitted();
    // After it was told: what is in the log is as safe as what is in the file.
    if (const auto shortened = m_file->shortenLog(); !shortened)
        fail(shortened.error());
}

void CaptureWriter::noteCommitted() {
    for (const PendingSegment& pending : std::exchange(m_segments, {}))
        m_index->add(pending.channel, pending.segment);
    const qint64 before = m_own.durable;
    for (const CaptureBlock& block : m_held) {
        const qint64 derived = static_cast<qint64>(block.samples.size()) - block.rawCount;
        m_own.durable += block.rawCount;
        m_own.derived += derived;
        m_rawInFile += block.rawCount;
        m_derivedInFile += derived;
        if (block.stream)
            m_stream = block.stream;
    }
    m_queue.release(m_held);
    letGoOfHeld();
    publish();
    if (m_own.durable != before && m_observer.committed)
        m_observer.committed(m_own.durable);
}

void CaptureWriter::letGoOfHeld() {
    m_held.clear();
    m_heldBytes = 0;
    m_holdsSamples = false;
}

/// The file is never touched again. What it had committed is safe in it, unless it is gone.
void CaptureWriter::fail(const Error& error) {
    m_continues = m_file->path();
    if (error.code == ErrorCode::FileNotFound) {
        m_index->remove(m_file->path());
        m_own.durable -= m_rawInFile;
        m_own.derived -= m_derivedInFile;
        m_own.missed += m_rawInFile + m_derivedInFile;
    }
    if (m_file->durable() == 0)
        m_file->discard();
    m_file.reset();
    beginFailing(error);
    tryNewFile();
}

void CaptureWriter::beginFailing(const Error& error) {
    m_segments.clear();
    m_own.error = error;
    m_retryAt = steady_clock::now() + retryAfter;
    if (!isFailing())
        tell({CaptureNews::Kind::Failed, error.subject, error.detail});
    m_own.state = CaptureStatus::State::Failing;
    m_queue.setFailing(true);
    publish();
}

void CaptureWriter::tryNewFile() {
    const bool isFirst = m_own.files == 0;
    auto file = m_opener.open(m_clock.now(), m_continues, m_heldBytes);
    if (!file) {
        beginFailing(file.error());
        return;
    }
    if (const auto started = startFile(**file); !started) {
        (*file)->discard();
        beginFailing(started.error());
        return;
    }
    m_file = std::move(*file);
    m_rawInFile = 0;
    m_derivedInFile = 0;
    m_own.state = CaptureStatus::State::Recording;
    m_own.path = m_file->path();
    ++m_own.files;
    m_own.paths.append(m_own.path);
    if (m_opener.fallbackReason())
        m_own.error = m_opener.fallbackReason();
    m_queue.setFailing(false);
    noteCommitted();
    tell({isFirst ? CaptureNews::Kind::Began : CaptureNews::Kind::Resumed, m_own.path,
          m_opener.fallbackReason() ? m_opener.fallbackReason()->message() : QString()});
}

/// All that is held, after what it rests on.
Result<void> CaptureWriter::startFile(CaptureFile& file) {
    CaptureBlock known;
    known.newChannels = m_channels;
    known.stream = m_stream;
    if (auto written = writeTo(file, known); !written)
        return written;
    for (const CaptureBlock& block : m_held) {
        if (auto written = writeTo(file, block); !written)
            return written;
    }
    return file.commit();
}

void CaptureWriter::endFile() {
    if (m_file) {
        if (const auto ended = m_file->end(m_clock.now(), QStringLiteral("stopped")); !ended) {
            m_own.error = ended.error();
            tell({CaptureNews::Kind::Failed, ended.error().subject, ended.error().detail});
        }
        m_file.reset();
    }
    // Nothing took what is left.
    for (std::vector<CaptureBlock> left = std::move(m_held); !left.empty();
         m_queue.take(left, takeBytes, steady_clock::now())) {
        for (const CaptureBlock& block : left)
            m_own.missed += static_cast<qint64>(block.samples.size());
        m_queue.release(left);
    }
    m_own.state = CaptureStatus::State::Closed;
    tellMissed();
    publish();
    if (m_observer.ended)
        m_observer.ended();
}

void CaptureWriter::tell(const CaptureNews& news) const {
    if (m_observer.told)
        m_observer.told(news);
}

/// At most so often: when the disk is too slow, they come and come.
void CaptureWriter::tellMissed() {
    const qint64 missed = m_own.missed + m_queue.state().missed;
    const bool isLast = m_own.state == CaptureStatus::State::Closed;
    if (missed == m_missedTold || !(isLast || isAfter(m_missedToldAt + missedInterval)))
        return;
    tell({CaptureNews::Kind::Missed, m_own.path, {}, missed - std::exchange(m_missedTold, missed)});
    m_missedToldAt = steady_clock::now();
}

void CaptureWriter::publish() {
    m_own.bytes = m_file ? m_file->byteCount() : m_own.bytes;
    if (isAfter(m_spaceReadAt + spaceInterval)) {
        m_own.free = m_own.path.isEmpty() ? -1 : freeBytes(QFileInfo(m_own.path).absolutePath());
        m_spaceReadAt = steady_clock::now();
    }
    const std::lock_guard lock(m_mutex);
    m_published = m_own;
}

} // namespace rillscope
