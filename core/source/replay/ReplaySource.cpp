// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/ReplaySource.h"

#include "core/capture/check/CaptureFormat.h"
#include "core/source/FileProblem.h"
#include "core/source/replay/CaptureReplayInput.h"
#include "core/source/replay/TextReplayInput.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr qsizetype blockSamples = 8'192;
// A file of comments, or of one endless line, must not keep the event loop waiting.
constexpr int blockSteps = 16'384;
constexpr int blockChunks = 16;
constexpr Duration progressInterval = std::chrono::milliseconds(100);

/// How long a step of event time takes; exact for any two timestamps, and bounded.
Duration waitFor(Timestamp from, Timestamp to, double speed) {
    constexpr double longest = 100.0 * 365.0 * 86'400.0 * 1e9;
    if (to <= from)
        return Duration{0};
    const auto step = static_cast<double>(distanceBetween(from, to));
    return Duration{static_cast<std::int64_t>(std::min(step / speed, longest))};
}

} // namespace

ReplaySource::ReplaySource(const ReplaySettings& settings, const Clock& clock)
    : SampleSource(clock), m_settings(settings), m_timer(this) {
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
            m_rowDue += waitFor(Timestamp{}, Timestamp{saturatedNanoseconds(left)}, speed.factor());
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
    if (m_input)
        m_input->close();
}

void ReplaySource::onCreditGranted() {
    scheduleNext();
}

std::optional<Error> ReplaySource::open() {
    if (const auto problem = fileProblem(m_settings.path))
        return problem;
    if (isCapture(m_settings.path))
        m_input = std::make_unique<CaptureReplayInput>(m_settings.path);
    else
        m_input = std::make_unique<TextReplayInput>(m_settings.path, m_settings.parse, clock());
    return m_input->open();
}

void ReplaySource::advance() {
    if (!canDeliver())
        return;
    SampleBlock block = readDueBlock();
    block.arrivalTime = clock().now();
    deliver(block);
    if (!isRunning())
        return;
    if (m_isDrained || m_input->isHopeless()) {
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
            m_isDrained = m_input->isAtEnd();
            if (m_isDrained || ++chunks > blockChunks)
                break;
            m_input->readMore();
            continue;
        }
        if (m_rowDue > now)
            break;
        moveRowTo(block);
    }
    return block;
}

/// Reads a row, which may hold no sample. False when there is no complete one.
bool ReplaySource::readRow(Duration now) {
    if (!m_input->readRow(m_row))
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
    block.leftOut += m_row.leftOut;
    if (block.notices.size() < RecordParser::maxNoticesPerBlock)
        block.notices += m_row.notices;
    m_row.truncate(0);
    m_row.malformedCount = 0;
    m_row.leftOut = {};
    m_row.notices.clear();
}

/// When the row just read is due.
void ReplaySource::placeRow(Duration now) {
    if (!m_input->hasEventTime())
        return;
    const Timestamp eventTime = m_row.eventTime.front();
    if (m_settings.speed.isMaximum())
        m_rowDue = now;
    else if (m_lastEventTime)
        m_rowDue += waitFor(*m_lastEventTime, eventTime, m_settings.speed.factor());
    m_lastEventTime = eventTime;
}

void ReplaySource::scheduleNext() {
    constexpr std::chrono::milliseconds longest = std::chrono::hours(1);
    // Between two rows it is the last one that was due.
    setNextDue(m_settings.speed.isMaximum() ? std::nullopt : std::optional(m_rowDue));
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
    Q_EMIT progressed(m_input->progress());
}

void ReplaySource::conclude() {
    m_timer.stop();
    m_input->close();
    if (const auto verdict = m_input->verdict()) {
        fail(*verdict);
        return;
    }
    Q_EMIT progressed(1.0);
    finish();
}

} // namespace rillscope
