// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Readouts.h"

#include "ui/chart/LiveChartView.h"
#include "ui/panels/AccountPanel.h"
#include "ui/panels/CurrentValuePanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/panels/StatisticsPanel.h"
#include "ui/panels/StatusLine.h"
#include "ui/text/AxisTicks.h"
#include "ui/text/ConditionText.h"

namespace rillscope {
namespace {

// Far above what a busy desktop makes a sample late by. Below the second it is live again, so that the word
// does not flicker.
constexpr Duration behindFrom = std::chrono::seconds(1);
constexpr Duration liveBelow = std::chrono::milliseconds(500);

} // namespace

Readouts::Readouts(const Session& session, MainWindow& window, const Theme& theme, const Clock& clock)
    : m_session(session)
    , m_window(window)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_sourcePanel(window.sourcePanel())
    , m_currentValue(window.currentValue())
    , m_statistics(window.statistics())
    , m_account(window.account())
    , m_statusLine(window.statusLine())
    , m_theme(theme)
    , m_clock(clock) {
    connect(&window.chart(), &LiveChartView::painted, this, [this] { ++m_frames; });
}

void Readouts::reset() {
    m_sampleRate.reset();
    m_frameRate.reset();
    update(true);
}

void Readouts::update(bool force) {
    const Duration now = m_clock.monotonic();
    if (!force && m_lastUpdate != Duration::min() && now - m_lastUpdate < interval)
        return;
    m_lastUpdate = now;
    const auto history = m_session.history();
    const StreamStatus status = m_session.status();
    m_sampleRate.add(now, status.account.received);
    m_frameRate.add(now, m_frames);
    updateReadings(*history);
    updateStatistics(*history, status);
    m_account.setStatus(status);
    updateStatusLine(*history, status);
    updateState();
    updateCondition(now);
}

int Readouts::selectedChannel() const {
    return m_currentValue.selectedChannel();
}

double Readouts::samplesPerSecond() const {
    return m_session.isActive() && !m_session.still() ? m_sampleRate.perSecond() : 0.0;
}

void Readouts::updateReadings(const SampleHistory& history) {
    QList<ChannelReading> readings;
    const Timestamp now = m_clock.now();
    const int count = history.channelCount();
    for (int i = 0; i < count; ++i) {
        const ChannelInfo& info = history.info(i);
        ChannelReading reading;
        reading.name = info.name;
        reading.unit = info.unit;
        reading.unitText = info.unitText;
        reading.swatch = m_theme.series(i).color;
        const ChannelHistory& channel = history.channel(i);
        if (const std::int64_t size = channel.size(); size > 0) {
            reading.celsius = channel.value(size - 1);
            reading.quality = channel.quality(size - 1);
            reading.age = now - channel.eventTime(size - 1);
            reading.hasValue = true;
        }
        readings.append(reading);
    }
    m_currentValue.setReadings(readings, m_chart.unit());
}

void Readouts::updateStatistics(const SampleHistory& history, const StreamStatus& status) {
    const int channel = selectedChannel();
    if (channel < 0 || channel >= history.channelCount()) {
        m_statistics.setStatistics({}, {}, m_chart.unit());
        return;
    }
    const TimeWindow& window = m_chart.timeWindow();
    // The window's right edge belongs to it: in a live one the newest sample stands there.
    const RunningStatistics visible =
        history.channel(channel).statistics(window.begin(), window.end() + Duration{1});
    const RunningStatistics all =
        channel < status.statistics.size() ? status.statistics.at(channel) : RunningStatistics();
    const Unit unit = history.info(channel).unit == Unit::None ? Unit::None : m_chart.unit();
    m_statistics.setStatistics(visible, all, unit);
}

ShownState Readouts::shownState() {
    if (m_session.still())
        return {StreamState::Capture};
    switch (m_session.state()) {
    case Pipeline::State::Idle:
    case Pipeline::State::Stopped:
        return {StreamState::Stopped};
    case Pipeline::State::Finished:
        return finishedState();
    case Pipeline::State::Failed:
        return {StreamState::Failed};
    case Pipeline::State::Running:
    case Pipeline::State::Stopping:
        break;
    }
    const Duration lag = m_session.lag();
    m_isBehind = lag >= (m_isBehind ? liveBelow : behindFrom);
    const TimeWindow& shown = m_chart.timeWindow();
    if (!shown.isLive())
        return {StreamState::Paused, shown.behind() + (m_isBehind ? lag : Duration::zero())};
    if (m_isBehind)
        return {StreamState::Behind, lag, m_session.samplesAsked()};
    return liveState();
}

/// What arrives is shown at once: whether anything arrives.
ShownState Readouts::liveState() const {
    const auto condition = m_session.sourceCondition();
    if (!condition)
        return {StreamState::Live};
    switch (condition->kind) {
    case SourceCondition::Kind::Connecting:
        return {StreamState::Connecting};
    case SourceCondition::Kind::Waiting:
        return {StreamState::Waiting};
    case SourceCondition::Kind::Silent:
        return {.state = StreamState::Silent, .silence = condition->lasted};
    case SourceCondition::Kind::Refused:
        return {StreamState::Refused};
    case SourceCondition::Kind::Held:
        return {StreamState::Held};
    case SourceCondition::Kind::Receiving:
        break;
    }
    return {StreamState::Live};
}

ShownState Readouts::finishedState() const {
    const Account account = m_session.status().account;
    ShownState state{.state = StreamState::Finished};
    state.unreadable = account.malformed;
    state.dropped = account.dropped;
    state.lost = account.lost;
    state.unknownLosses = account.unknownLosses;
    state.rowsLeftOut = account.rowsLeftOut;
    state.missed = m_session.captureStatus().account.missed.samples;
    return state;
}

QString Readouts::stateToolTip(const ShownState& state) const {
    const NumberFormat format;
    if (state.samplesAsked)
        return tr("%1 samples/s are received").arg(rateText(samplesPerSecond(), *state.samplesAsked, format));
    if (state.state == StreamState::Capture)
        return tr("A recording is shown, not the live source");
    if (state.isIncomplete())
        return tr("Finished, but not everything is there: %1").arg(lackingText(state, format));
    if (const auto condition = m_session.sourceCondition(); condition && isSourceLacking(state.state))
        return conditionText(*condition, format);
    const LiveChartView& chart = m_chart;
    return chart.timeWindow().isLive() ? tr("The chart shows the newest samples")
                                       : tr("%1 new samples; back to live", nullptr,
                                            NumberFormat::pluralCount(chart.newSinceFrozen()))
                                             .arg(format.count(chart.newSinceFrozen()));
}

void Readouts::updateStatusLine(const SampleHistory& history, const StreamStatus& status) {
    StatusFigures figures;
    figures.state = shownState();
    figures.samplesPerSecond = samplesPerSecond();
    figures.received = status.account.received;
    figures.recorded = status.account.recorded;
    figures.dropped = status.account.dropped;
    figures.historyBytes = history.memoryUsage();
    if (const auto full = history.fullResolutionFrom())
        figures.fullResolutionFrom = formatTime(*full, std::chrono::seconds(1), m_chart.timeZone());
    figures.framesPerSecond = m_frameRate.perSecond();
    m_statusLine.setStatus(figures);
}

/// Once a second, or at once when another kind of thing is to be said.
void Readouts::updateCondition(Duration now) {
    const auto condition = m_session.sourceCondition();
    const auto kind = condition ? std::optional(condition->kind) : std::nullopt;
    if (kind == m_conditionKind && now - m_conditionShownAt < conditionInterval)
        return;
    m_conditionKind = kind;
    m_conditionShownAt = now;
    m_sourcePanel.setCondition(condition ? conditionText(*condition, NumberFormat()) : QString());
}

void Readouts::updateState() {
    const bool isFollowing = m_session.still() || m_chart.timeWindow().isLive();
    const ShownState state = shownState();
    m_account.setBehind(state.state == StreamState::Behind);
    m_window.showState(state, isFollowing, stateToolTip(state));
    if (m_session.still())
        m_actions.setStill();
    else
        m_actions.setLive(isFollowing);
}

} // namespace rillscope
