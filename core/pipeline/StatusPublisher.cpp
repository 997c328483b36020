// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/StatusPublisher.h"

#include <algorithm>

namespace rillscope {
namespace {

/// Results may be large, and nobody reads them more often.
constexpr std::chrono::milliseconds resultInterval{100};

constexpr qsizetype maxAlarmsTold = 20;

} // namespace

StatusPublisher::StatusPublisher(std::shared_ptr<StatusBoard> board, const Clock& clock, QObject* parent)
    : QObject(parent), m_board(std::move(board)), m_clock(clock), m_resultTimer(this) {
    m_resultTimer.setSingleShot(true);
    m_resultTimer.setInterval(resultInterval);
    connect(&m_resultTimer, &QTimer::timeout, this, &StatusPublisher::publishResults);
}

void StatusPublisher::take(const std::shared_ptr<const RecordedBlock>& block) {
    m_status.statistics = block->statistics;
    m_status.account = block->account;
    m_status.sources = block->sources;
    m_status.referenceSamples = block->referenceSamples;
    m_status.windows = block->windowCounts;
    m_status.alarms = block->alarmCounts;
    m_status.newestEventTime = block->newestEventTime;
    m_status.watermark = block->watermark;
    if (block->sampleCount > 0) {
        m_status.queued = std::max(m_clock.now() - block->arrival, Duration::zero());
        m_status.processedAt = m_clock.monotonic();
        m_board->addArrival(block->arrival);
    }
    addResults(*block);
    m_board->publish(m_status);
    if (!block->events.isEmpty())
        Q_EMIT eventsOccurred(block->events);
}

void StatusPublisher::addResults(const RecordedBlock& block) {
    for (const WindowSeriesInfo& series : block.newSeries)
        m_results.windows.addSeries(series);
    for (const RecordedWindow& window : block.windows)
        m_results.windows.append(static_cast<std::size_t>(window.series), window.row);
    QList<AlarmOccurrence> raised;
    for (const AlarmOccurrence& alarm : block.alarms) {
        const bool isNew = static_cast<qint64>(alarm.id) > m_results.alarms.counts().raised;
        if (isNew && raised.size() < maxAlarmsTold)
            raised.append(alarm);
        m_results.alarms.put(alarm);
    }
    if (!raised.isEmpty())
        Q_EMIT alarmsRaised(raised);
    const bool hasChanged = !block.newSeries.isEmpty() || !block.windows.isEmpty() || !block.alarms.isEmpty();
    if (!block.accountText.isEmpty())
        publishResults(); // the end of a stream: nobody should wait for its last results
    else if (hasChanged && !m_resultTimer.isActive())
        m_resultTimer.start();
}

void StatusPublisher::publishResults() {
    m_resultTimer.stop();
    m_board->publish(m_results);
}

} // namespace rillscope
