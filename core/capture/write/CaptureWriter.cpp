// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureWriter.h"

#include "core/base/Message.h"

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

constexpr std::chrono::seconds retryAfter{1}, spaceInterval{1}, missedInterval{5};

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
    status.account = queue.account;
    status.lag = queue.lag;
    status.longestLag = queue.longestLag;
    if (queue.isStalled && status.state != CaptureStatus::State::Failing) {
        status.state = CaptureStatus::State::Failing;
        status.isStalled = true;
        status.error = Error{ErrorCode::WriteFailed, status.path,
                             Message(QT_TRANSLATE_NOOP("Message", "the disk does not keep up"))};
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
        } else if (isWorthCommitting() && (m_held.byteCount() >= commitBytes || (isHurried && isQueueEmpty) ||
                                           isAfter(m_commitAt))) {
            commitHeld();
        }
        const bool isAllWritten = isQueueEmpty && !isWorthCommitting();
        if (isHurried && (isFailing() || isAllWritten))
            callFlushed();
        tellMissed();
        isDone = m_isClosing && (isFailing() || isAllWritten);
    }
    end();
}

/// When there is something to do though no block has come.
std::optional<CaptureWriter::SteadyTime> CaptureWriter::deadline() const {
    if (isFailing())
        return m_retryAt;
    return isWorthCommitting() ? std::optional(m_commitAt) : std::nullopt;
}

/// A file begins with a sample; what came before it waits.
bool CaptureWriter::isWorthCommitting() const {
    return !m_held.isEmpty() && (m_file || m_held.hasSamples() || m_held.byteCount() >= startBytes);
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
    if (m_held.isEmpty())
        m_commitAt = steady_clock::now() + commitAfter;
    for (CaptureBlock& block : taken) {
        m_standing.learnChannels(block);
        m_held.add(std::move(block));
        if (!m_file)
            continue; // all that is held is written once there is one
        if (const auto written = m_held.writeLast(*m_file); !written)
            fail(written.error());
    }
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
    // After the commit was reported: what is in the log is as safe as what is in the file.
    if (const auto shortened = m_file->shortenLog(); !shortened)
        fail(shortened.error());
}

void CaptureWriter::noteCommitted() {
    m_held.addPlacesTo(*m_index);
    CaptureCounts committed;
    for (const CaptureBlock& block : m_held.all()) {
        committed += block.counts();
        m_standing.noteCommitted(block);
    }
    m_inFile += committed;
    publish(); // first: who sees that something is durable must find in which file
    m_queue.commit(m_held.all());
    if (m_observer.acknowledged)
        m_held.tellPositions(m_observer.acknowledged);
    m_held.clear();
    if (committed.samples > 0 && m_observer.committed)
        m_observer.committed(m_queue.state().account.durable.samples);
}

/// The file is never touched again. What it had committed is safe in it, unless it is gone.
void CaptureWriter::fail(const Error& error) {
    if (error.code == ErrorCode::FileNotFound)
        loseFile();
    else if (m_inFile.isEmpty())
        discardFile();
    else
        leaveFile();
    m_standing.beginNewFile();
    m_file.reset();
    beginFailing(error);
    tryNewFile();
}

void CaptureWriter::leaveFile() {
    m_continues = m_file->path();
    m_earlier.add(m_file->path(), std::exchange(m_inFile, {}));
}

void CaptureWriter::loseFile() {
    m_continues = m_file->path();
    m_index->remove(m_file->path());
    m_queue.lose(std::exchange(m_inFile, {}));
    holdAlarmsAgain();
}

void CaptureWriter::discardFile() {
    m_own.paths.removeAll(m_file->path());
    --m_own.files;
    m_file->discard();
    holdAlarmsAgain();
}

void CaptureWriter::holdAlarmsAgain() {
    CaptureBlock states = m_standing.takeAlarms();
    if (states.alarms.empty())
        return;
    m_queue.readmit(states);
    m_held.addFirst(std::move(states));
}

void CaptureWriter::beginFailing(const Error& error) {
    m_held.forgetPlaces();
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
    auto file = m_opener.open(m_clock.now(), m_continues, m_held.byteCount());
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
    m_inFile = {};
    m_own.state = CaptureStatus::State::Recording;
    m_own.path = m_file->path();
    ++m_own.files;
    m_own.paths.append(m_own.path);
    const std::optional<Error>& fallbackReason = m_opener.fallbackReason();
    if (fallbackReason)
        m_own.error = fallbackReason;
    m_queue.setFailing(false);
    noteCommitted();
    tell({isFirst ? CaptureNews::Kind::Began : CaptureNews::Kind::Resumed, m_own.path,
          fallbackReason ? fallbackReason->cause() : Message()});
}

Result<void> CaptureWriter::startFile(CaptureFile& file) {
    return m_held.writeAll(file, m_standing.firstBlock()).and_then([&file] { return file.commit(); });
}

void CaptureWriter::end() {
    if (m_file)
        endFile();
    missRest();
    m_queue.lose(m_earlier.takeLost());
    if (m_own.files == 0 && m_queue.state().account.offered.allSamples() == 0)
        m_queue.forgetAll();
    Q_ASSERT(m_queue.state().account.balances());
    m_own.state = CaptureStatus::State::Closed;
    tellMissed();
    publish();
    if (m_observer.ended)
        m_observer.ended();
}

void CaptureWriter::endFile() {
    if (const auto ended = m_file->end(m_clock.now(), QStringLiteral("stopped")); !ended) {
        if (ended.error().code == ErrorCode::FileNotFound)
            loseFile();
        else
            m_own.isCutShort = true;
        m_own.error = ended.error();
        tell({CaptureNews::Kind::Failed, ended.error().subject, ended.error().detail});
    }
    m_file.reset();
}

/// There is no file that could take what is left.
void CaptureWriter::missRest() {
    m_queue.miss(m_held.all());
    m_held.clear();
    std::vector<CaptureBlock> rest;
    do {
        m_queue.take(rest, takeBytes, steady_clock::now());
        m_queue.miss(rest);
    } while (!rest.empty());
}

void CaptureWriter::tell(const CaptureNews& news) const {
    if (m_observer.told)
        m_observer.told(news);
}

/// At most so often: when the disk is too slow, they come and come.
void CaptureWriter::tellMissed() {
    const bool isLast = m_own.state == CaptureStatus::State::Closed;
    if (!isLast && !isAfter(m_missedToldAt + missedInterval))
        return;
    const CaptureAccount account = m_queue.state().account;
    const qint64 results = account.missedResults();
    if (account.missed.samples == m_missedTold && results == m_missedResultsTold)
        return;
    tellFurther(CaptureNews::Kind::Missed, account.missed.samples, m_missedTold);
    tellFurther(CaptureNews::Kind::ResultsMissed, results, m_missedResultsTold);
    m_missedToldAt = steady_clock::now();
}

void CaptureWriter::tellFurther(CaptureNews::Kind kind, qint64 count, qint64& told) const {
    if (const qint64 further = count - std::exchange(told, count); further > 0)
        tell({kind, m_own.path, {}, further});
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
