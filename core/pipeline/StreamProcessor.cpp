// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/StreamProcessor.h"

#include <cmath>
#include <utility>

namespace rillscope {
namespace {

/// Events reach the user in digests, at most so often.
constexpr std::chrono::milliseconds reportInterval{500};

/// Temperatures are kept in °C, whatever they came in.
ChannelInfo recordedInfo(const ChannelInfo& info) {
    return {info.name, info.unit == Unit::None ? Unit::None : Unit::Celsius};
}

} // namespace

StreamProcessor::StreamProcessor(std::shared_ptr<SampleHistory> history, std::shared_ptr<StatusBoard> board,
                                 const Clock& clock)
    : m_history(std::move(history)), m_board(std::move(board)), m_clock(clock), m_reportTimer(this) {
    m_reportTimer.setSingleShot(true);
    m_reportTimer.setInterval(reportInterval);
    connect(&m_reportTimer, &QTimer::timeout, this, &StreamProcessor::report);
}

void StreamProcessor::beginStream(const QString& description) {
    m_inputs.clear();
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
        record(sample, m_inputs.at(sample.channel));
    }
    m_digest.addNotices(block, m_clock.now());
    noteEviction();
    m_status.lastArrival = block.arrivalTime;
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

void StreamProcessor::record(const Sample& sample, const Input& input) {
    Account& account = m_status.account;
    if (input.historyIndex == noChannel) {
        ++account.dropped;
        m_digest.addDropped(1);
        return;
    }
    const auto channel = static_cast<std::size_t>(input.historyIndex);
    const double value = toCelsius(sample.value, input.unit);
    const Quality quality = sample.quality | m_validators[channel].judge(sample.eventTime, value);
    if (quality) {
        account.countMarks(quality);
        m_digest.addMarks(quality, m_history->info(input.historyIndex).name);
    }
    if (std::isfinite(value))
        m_status.statistics[input.historyIndex].add(value);
    m_history->append({static_cast<ChannelIndex>(channel), sample.eventTime, value, quality});
    ++account.recorded;
}

void StreamProcessor::learnChannels(const QList<ChannelInfo>& channels) {
    while (m_inputs.size() < channels.size()) {
        const ChannelInfo& info = channels.at(m_inputs.size());
        m_inputs.append({historyChannel(recordedInfo(info)), info.unit});
    }
}

int StreamProcessor::historyChannel(const ChannelInfo& info) {
    const int count = m_history->channelCount();
    for (int i = 0; i < count; ++i) {
        if (m_history->info(i) == info)
            return i;
    }
    if (count == maxChannels)
        return noChannel;
    m_validators.emplace_back(info.unit);
    m_status.statistics.append(RunningStatistics());
    m_digest.add(makeEvent(StreamEvent::Kind::ChannelAdded, info.name));
    return m_history->addChannel(info);
}

void StreamProcessor::endStream(StreamEvent::Kind kind) {
    report(); // what came before stands before it
    m_digest.add(makeEvent(kind, {}, {}, m_status.account.recorded));
    report();
    Q_EMIT streamEnded(kind);
}

void StreamProcessor::failStream(const Error& error) {
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
