// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/StreamProcessor.h"

#include "core/process/definition/NamePattern.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rillscope {
namespace {

/// Events reach the user in digests, at most so often.
constexpr std::chrono::milliseconds reportInterval{500};

/// Results may be large, and nobody reads them more often.
constexpr std::chrono::milliseconds resultInterval{100};

/// How soon silence is noticed.
constexpr std::chrono::milliseconds timeInterval{100};

/// Temperatures are kept in °C, whatever they came in.
Unit recordedUnit(Unit unit) {
    return unit == Unit::None ? Unit::None : Unit::Celsius;
}

} // namespace

StreamProcessor::StreamProcessor(std::shared_ptr<SampleHistory> history, std::shared_ptr<StatusBoard> board,
                                 const Clock& clock)
    : m_history(std::move(history))
    , m_board(std::move(board))
    , m_clock(clock)
    , m_chain(*this)
    , m_reportTimer(this)
    , m_resultTimer(this)
    , m_timeTimer(this) {
    m_reportTimer.setSingleShot(true);
    m_reportTimer.setInterval(reportInterval);
    connect(&m_reportTimer, &QTimer::timeout, this, &StreamProcessor::report);
    m_resultTimer.setSingleShot(true);
    m_resultTimer.setInterval(resultInterval);
    connect(&m_resultTimer, &QTimer::timeout, this, &StreamProcessor::publishResults);
    m_timeTimer.setInterval(timeInterval);
    connect(&m_timeTimer, &QTimer::timeout, this, &StreamProcessor::passTime);
}

void StreamProcessor::beginStream(const QString& description, SourceTime sourceTime) {
    m_inputs.clear();
    m_chain.beginStream(sourceTime);
    if (m_chain.needsTime())
        m_timeTimer.start();
    m_digest.add(makeEvent(StreamEvent::Kind::Started, description));
    report();
}

void StreamProcessor::process(const SampleBlock& block) {
    learnChannels(block.channels);
    Account& account = m_status.account;
    account.received += block.size() + block.malformedCount;
    account.malformed += block.malformedCount;
    account.accepted += block.size();
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        Q_ASSERT(sample.channel < m_inputs.size());
        record(sample, m_inputs.at(sample.channel), block.arrivalTime);
    }
    m_digest.addNotices(block, m_clock.now());
    noteEviction();
    m_status.lastArrival = block.arrivalTime;
    noteResults();
    publish();
    reportSoon();
    Q_EMIT blockProcessed(1);
}

void StreamProcessor::noteEviction() {
    Account& account = m_status.account;
    const qint64 before = std::exchange(account.evicted, m_history->evictedCount());
    if (before == 0 && account.evicted > 0)
        m_digest.add(makeEvent(StreamEvent::Kind::HistoryFull, {}, {}, account.recorded - account.evicted));
}

void StreamProcessor::record(const Sample& sample, const Input& input, Timestamp arrival) {
    Account& account = m_status.account;
    if (input.historyIndex == noChannel) {
        ++account.dropped;
        m_digest.addDropped(1);
        return;
    }
    Sample recorded{static_cast<ChannelIndex>(input.historyIndex), sample.eventTime,
                    toCelsius(sample.value, input.unit), sample.quality};
    recorded.quality |= m_chain.judge(recorded, arrival);
    if (recorded.quality) {
        account.countMarks(recorded.quality);
        m_digest.addMarks(recorded.quality, m_history->info(input.historyIndex).name);
    }
    if (std::isfinite(recorded.value))
        m_status.statistics[input.historyIndex].add(recorded.value);
    m_history->append(recorded);
    ++account.recorded;
    m_chain.process(recorded, arrival);
}

void StreamProcessor::learnChannels(const QList<ChannelInfo>& channels) {
    while (m_inputs.size() < channels.size()) {
        const ChannelInfo& info = channels.at(m_inputs.size());
        const Unit unit = inputUnit(info);
        m_inputs.append({historyChannel({info.name, recordedUnit(unit)}), unit});
    }
}

/// The first rule that names the channel decides; without one, the source knows best.
Unit StreamProcessor::inputUnit(const ChannelInfo& info) const {
    for (const UnitRule& rule : m_chain.definition().units) {
        if (matchesPattern(rule.channels, info.name))
            return rule.unit;
    }
    return info.unit;
}

int StreamProcessor::historyChannel(const ChannelInfo& info) {
    const int count = m_history->channelCount();
    for (int i = 0; i < count; ++i) {
        if (m_history->info(i) == info)
            return i;
    }
    if (count == maxChannels)
        return noChannel;
    m_status.statistics.append(RunningStatistics());
    const ChannelIndex index = m_history->addChannel(info);
    if (info.kind == ChannelKind::Raw) {
        m_digest.add(makeEvent(StreamEvent::Kind::ChannelAdded, info.name));
        m_chain.addChannel(index, info);
    }
    return index;
}

std::optional<ChannelIndex> StreamProcessor::addDerivedChannel(const ChannelInfo& info) {
    const int index = historyChannel(info);
    if (index != noChannel)
        return static_cast<ChannelIndex>(index);
    m_digest.add(makeEvent(StreamEvent::Kind::ChannelLimit, info.name));
    return std::nullopt;
}

void StreamProcessor::takeDerived(const Sample& sample) {
    if (std::isfinite(sample.value))
        m_status.statistics[sample.channel].add(sample.value);
    m_history->append(sample);
    ++m_status.account.derived;
}

void StreamProcessor::setDefinition(const PipelineDefinition& definition) {
    m_chain.setDefinition(definition);
    if (m_chain.needsTime())
        m_timeTimer.start();
    else
        m_timeTimer.stop();
    noteResults();
    publish();
    reportSoon();
}

void StreamProcessor::acknowledgeAlarm(quint64 id) {
    m_results.alarms.acknowledge(id);
    noteResults();
    publish();
}

void StreamProcessor::acknowledgeAllAlarms() {
    m_results.alarms.acknowledgeAll();
    noteResults();
    publish();
}

void StreamProcessor::passTime() {
    m_chain.passTime(m_clock.now());
    noteResults();
    publish();
    reportSoon();
}

/// What the chain has found since the last call goes into status, events and, soon, results.
void StreamProcessor::noteResults() {
    const WindowCounts counts = m_chain.windowCounts();
    m_digest.addLateDropped(counts.lateDropped - m_status.windows.lateDropped);
    m_digest.addWindowsEarly(counts.firedEarly - m_status.windows.firedEarly);
    m_status.windows = counts;
    m_status.newestEventTime = m_chain.newestEventTime();
    m_status.watermark = m_chain.watermark();
    noteAlarms();
    // Whatever changed: an alarm that goes on changes with each sample.
    if (!m_resultTimer.isActive() && (counts.emitted > 0 || m_status.alarms.raised > 0))
        m_resultTimer.start();
}

void StreamProcessor::noteAlarms() {
    const qint64 before = std::exchange(m_status.alarms, m_results.alarms.counts()).raised;
    const qint64 raised = m_status.alarms.raised - before;
    if (raised == 0)
        return;
    const QList<AlarmOccurrence>& kept = m_results.alarms.occurrences();
    const QList<AlarmOccurrence> told =
        kept.last(std::min<qint64>(raised, kept.size()))
            .first(std::min({raised, qint64{kept.size()}, qint64{maxAlarmsTold}}));
    for (const AlarmOccurrence& alarm : told) {
        StreamEvent event = makeEvent(StreamEvent::Kind::AlarmRaised, alarm.step, alarm.channel);
        event.severity = alarm.severity;
        m_digest.addAlarm(std::move(event));
    }
    m_digest.addFurtherAlarms(raised - told.size());
    Q_EMIT alarmsRaised(told);
}

void StreamProcessor::publishResults() {
    m_resultTimer.stop();
    m_board->publish(m_results);
}

/// Nothing more comes: what is still on its way through the steps comes out.
void StreamProcessor::finishChain() {
    m_timeTimer.stop();
    m_chain.endStream();
    noteResults();
    publishResults();
    publish();
}

void StreamProcessor::endStream(StreamEvent::Kind kind) {
    finishChain();
    report(); // what came before stands before it
    m_digest.add(makeEvent(kind, {}, {}, m_status.account.recorded));
    report();
    Q_EMIT streamEnded(kind);
}

void StreamProcessor::failStream(const Error& error) {
    finishChain();
    report();
    m_digest.add(
        makeEvent(StreamEvent::Kind::Failed, error.subject, error.detail, m_status.account.recorded));
    report();
    Q_EMIT streamFailed(error);
}

void StreamProcessor::publish() {
    m_board->publish(m_status);
}

void StreamProcessor::reportSoon() {
    if (!m_digest.isEmpty() && !m_reportTimer.isActive())
        m_reportTimer.start();
}

void StreamProcessor::report() {
    m_reportTimer.stop();
    const QList<StreamEvent> events = m_digest.take(m_clock.now());
    if (!events.isEmpty())
        Q_EMIT eventsOccurred(events);
}

StreamEvent StreamProcessor::makeEvent(StreamEvent::Kind kind, const QString& subject, const QString& detail,
                                       qint64 count) const {
    return {
        .kind = kind, .time = m_clock.now(), .subject = subject, .detail = detail, .line = 0, .count = count};
}

} // namespace rillscope
