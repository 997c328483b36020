// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ReplaySource.h"

#include "core/source/InputVerdict.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr qsizetype blockSamples = 8'192;
// A file of comments, or of one endless line, must not keep the event loop waiting.
constexpr int blockSteps = 16'384;
constexpr int blockChunks = 16;
constexpr std::size_t chunkBytes = 64 * 1'024;
constexpr qint64 hopelessBytes = 8 * 1'024 * 1'024;
constexpr Duration progressInterval = std::chrono::milliseconds(100);

/// How long a step of event time takes; exact for any two timestamps, and bounded.
Duration waitFor(Timestamp from, Timestamp to, double speed) {
    constexpr double longest = 100.0 * 365.0 * 86'400.0 * 1e9;
    if (to <= from)
        return Duration{0};
    const auto step =
        static_cast<std::uint64_t>(toNanoseconds(to)) - static_cast<std::uint64_t>(toNanoseconds(from));
    return Duration{static_cast<std::int64_t>(std::min(static_cast<double>(step) / speed, longest))};
}

} // namespace

ReplaySource::ReplaySource(const ReplaySettings& settings, const Clock& clock)
    : SampleSource(clock)
    , m_settings(settings)
    , m_reader(settings.parse, clock)
    , m_file(settings.path)
    , m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplaySource::advance);
}

void ReplaySource::setSpeed(PlaybackSpeed speed) {
    const Duration now = clock().monotonic();
    if (isRowPending() && m_rowDue > now) {
        const double left = static_cast<double>((m_rowDue - now).count()) * m_settings.speed.factor();
        m_rowDue = now;
        if (!speed.isMaximum())
            m_rowDue +=
                waitFor(Timestamp{}, fromNanoseconds(static_cast<std::int64_t>(left)), speed.factor());
    }
    m_settings.speed = speed;
    if (isRunning())
        scheduleNext();
}

void ReplaySource::onStarted() {
    if (const auto error = open()) {
        fail(*error);
        return;
    }
    m_rowDue = clock().monotonic();
    scheduleNext();
}

void ReplaySource::onStopping() {
    m_timer.stop();
    m_file.close();
}

void ReplaySource::onCreditGranted() {
    scheduleNext();
}

std::optional<Error> ReplaySource::problemOf(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileNotFound, path, QStringLiteral("there is no such file")};
    if (info.isDir())
        return Error{ErrorCode::FileUnreadable, path, QStringLiteral("this is a folder, not a file")};
    // Opening a pipe would wait for its writer.
    if (!info.isFile())
        return Error{ErrorCode::FileUnreadable, path,
                     QStringLiteral("this is a device or a pipe, not a file; stdin: reads those")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::FileUnreadable, path,
                     QStringLiteral("the file cannot be opened (%1)").arg(file.errorString())};
    return std::nullopt;
}

std::optional<Error> ReplaySource::open() {
    if (const auto problem = problemOf(m_settings.path))
        return problem;
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // it has gone this moment
        return Error{ErrorCode::FileUnreadable, m_settings.path,
                     QStringLiteral("the file cannot be opened (%1)").arg(m_file.errorString())};
    return std::nullopt;
}

void ReplaySource::advance() {
    if (!canDeliver())
        return;
    SampleBlock block = readDueBlock();
    block.arrivalTime = clock().now();
    deliver(block);
    if (!isRunning())
        return;
    if (m_isDrained || isHopeless()) {
        conclude();
        return;
    }
    reportProgress();
    scheduleNext();
}

SampleBlock ReplaySource::readDueBlock() {
    SampleBlock block;
    const qint64 limit = std::min<qint64>(blockSamples, remainingSamples());
    const Duration now = clock().monotonic();
    int chunks = 0;
    for (int step = 0; step < blockSteps && block.size() < limit; ++step) {
        if (!isRowPending() && !readRow(now)) {
            m_isDrained = m_isAtEnd;
            if (m_isDrained || ++chunks > blockChunks)
                break;
            readChunk();
            continue;
        }
        if (m_rowDue > now)
            break;
        moveRowTo(block);
    }
    return block;
}

/// Reads a line, which may hold no sample. False when there is no complete one.
bool ReplaySource::readRow(Duration now) {
    if (!m_reader.readLine(m_row))
        return false;
    if (m_row.size() > 0)
        placeRow(now);
    return true;
}

void ReplaySource::moveRowTo(SampleBlock& block) {
    block.channels = m_row.channels;
    for (qsizetype i = 0; i < m_row.size(); ++i)
        block.append(m_row.at(i));
    block.malformedCount += m_row.malformedCount;
    if (block.notices.size() < RecordParser::maxNoticesPerBlock)
        block.notices += m_row.notices;
    m_row.truncate(0);
    m_row.malformedCount = 0;
    m_row.notices.clear();
}

void ReplaySource::readChunk() {
    std::array<char, chunkBytes> bytes;
    const qint64 count = m_file.read(bytes.data(), bytes.size());
    if (count > 0) {
        m_reader.feed({bytes.data(), static_cast<std::size_t>(count)});
        return;
    }
    if (count < 0)
        m_readError = Error{ErrorCode::FileUnreadable, m_settings.path,
                            QStringLiteral("reading stopped half-way (%1)").arg(m_file.errorString())};
    m_isAtEnd = true;
    m_reader.finish();
}

/// When the row just read is due.
void ReplaySource::placeRow(Duration now) {
    if (!m_reader.hasEventTime())
        return;
    const Timestamp eventTime = m_row.eventTime.front();
    if (m_settings.speed.isMaximum())
        m_rowDue = now;
    else if (m_lastEventTime)
        m_rowDue += waitFor(*m_lastEventTime, eventTime, m_settings.speed.factor());
    m_lastEventTime = eventTime;
}

/// Not a sample in megabytes of it: a picture, say, and there may be gigabytes left.
bool ReplaySource::isHopeless() const {
    return m_reader.counts().accepted == 0 && m_reader.counts().malformed > 0 &&
           m_reader.bytesConsumed() > hopelessBytes;
}

void ReplaySource::scheduleNext() {
    constexpr std::chrono::milliseconds longest = std::chrono::hours(1);
    if (!canDeliver())
        return;
    std::chrono::milliseconds wait{0};
    if (isRowPending())
        wait = std::clamp(ceil<std::chrono::milliseconds>(m_rowDue - clock().monotonic()), wait, longest);
    m_timer.start(wait);
}

void ReplaySource::reportProgress() {
    const Duration now = clock().monotonic();
    if (m_lastProgress && now - *m_lastProgress < progressInterval)
        return;
    m_lastProgress = now;
    const auto size = static_cast<double>(std::max<qint64>(m_file.size(), 1));
    Q_EMIT progressed(std::min(1.0, static_cast<double>(m_reader.bytesConsumed()) / size));
}

void ReplaySource::conclude() {
    m_timer.stop();
    m_file.close();
    if (m_readError) {
        fail(*m_readError);
    } else if (const auto verdict = inputVerdict(m_reader, m_settings.path)) {
        fail(*verdict);
    } else {
        Q_EMIT progressed(1.0);
        finish();
    }
}

} // namespace rillscope
