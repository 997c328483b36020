// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ResultViews.h"

#include "app/gui/ThemedChart.h"
#include "core/process/definition/DefinitionWords.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/ListsPanel.h"
#include "ui/panels/StatusLine.h"
#include "ui/panels/WindowPanel.h"
#include "ui/text/ErrorText.h"

#include <algorithm>

namespace rillscope {

ResultViews::ResultViews(Session& session, MainWindow& window, FileSaving& saving, const Clock& clock)
    : m_session(session)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_alarms(window.alarms())
    , m_windows(window.windows())
    , m_lists(window.lists())
    , m_statusLine(window.statusLine())
    , m_banner(window.banner())
    , m_clock(clock)
    , m_files(session, window, saving) {
    connectAlarms();
    connectTimes();
    connect(&session, &Session::definitionChanged, this, &ResultViews::takeDefinition);
    connect(&session, &Session::replaced, this, [this] {
        takeDefinition();
        update(true);
    });
    connect(&session, &Session::stateChanged, this, [this] { update(true); });
    takeDefinition();
}

ResultViews::~ResultViews() {
    constexpr std::chrono::seconds patience{2};
    if (m_hook)
        m_hook->finish(patience);
}

void ResultViews::connectAlarms() {
    AlarmPanel& alarms = m_alarms;
    connect(&alarms, &AlarmPanel::acknowledgeRequested, &m_session, &Session::acknowledgeAlarm);
    connect(&alarms, &AlarmPanel::acknowledgeAllRequested, &m_session, &Session::acknowledgeAllAlarms);
    connect(m_actions.acknowledgeAlarms, &QAction::triggered, &m_session, &Session::acknowledgeAllAlarms);
    connect(m_actions.showAlarms, &QAction::triggered, this, &ResultViews::showAlarms);
    connect(&m_statusLine, &StatusLine::alarmsClicked, this, &ResultViews::showAlarms);
    connect(alarms.notifyAction(), &QAction::toggled, this,
            [this](bool isOn) { m_notifier.setEnabled(isOn); });
    connect(&m_session, &Session::alarmsRaised, &m_notifier, &DesktopNotifier::tell);
    alarms.model()->setQuantity([this](const AlarmOccurrence& alarm) { return quantityOf(alarm); });
}

void ResultViews::connectTimes() {
    connect(&m_alarms, &AlarmPanel::timeChosen, this, &ResultViews::showTime);
    connect(&m_windows, &WindowPanel::timeChosen, this, &ResultViews::showTime);
    connect(&m_chart, &LiveChartView::appearanceChanged, this, [this] {
        m_alarms.model()->setUnit(m_chart.unit());
        m_windows.model()->setUnit(m_chart.unit());
    });
}

Result<void> ResultViews::setHook(const QString& command) {
    if (command.isEmpty())
        return {};
    auto hook = AlarmHook::make(command);
    if (!hook)
        return tl::unexpected(hook.error());
    m_hook = std::move(*hook);
    connect(&m_session, &Session::alarmsRaised, m_hook.get(), &AlarmHook::run);
    connect(m_hook.get(), &AlarmHook::failed, this, [this](const Error& error) {
        m_banner.post({Severity::Warning, errorText(error).text(), {}, QStringLiteral("alarmHook")});
    });
    return {};
}

void ResultViews::setTheme(const Theme& theme) {
    m_alarms.setColors(panelColorsOf(theme));
    m_windows.setColors(panelColorsOf(theme));
}

void ResultViews::setTimeZone(const QTimeZone& zone) {
    m_alarms.setTimeZone(zone);
    m_windows.setTimeZone(zone);
    m_notifier.setTimeZone(zone);
}

void ResultViews::takeDefinition() {
    QStringList windowSteps;
    bool hasRules = false;
    for (const StepDefinition& step : m_session.shownDefinition().steps) {
        const StepGroup group = groupOf(step.settings);
        if (step.enabled && group == StepGroup::Window)
            windowSteps.append(step.name);
        hasRules = hasRules || (step.enabled && group == StepGroup::Alarm);
    }
    // What a capture holds has been found, whatever its pipeline looked like in the end.
    m_chart.setWindowSteps(m_session.still() ? std::nullopt : std::optional(windowSteps));
    m_alarms.setHasRules(hasRules);
    m_windows.setHasSteps(!windowSteps.isEmpty());
}

void ResultViews::update(bool force) {
    const Duration now = m_clock.monotonic();
    if (!force && m_lastUpdate != Duration::min() && now - m_lastUpdate < interval)
        return;
    m_lastUpdate = now;
    const PipelineResults results = m_session.results();
    m_chart.setResults(results);
    m_alarms.setAlarms(results.alarms);
    m_windows.setResults(results.windows);
    showAlarmState();
}

void ResultViews::showAlarmState() {
    const AlarmListModel& alarms = *m_alarms.model();
    const qint64 active = alarms.alarms().counts().active;
    const NumberFormat format;
    m_lists.setText(&m_alarms,
                    active == 0 ? tr("Alarms") : tr("Alarms (%1 active)").arg(format.compactCount(active)));
    m_actions.acknowledgeAlarms->setEnabled(!m_session.still() &&
                                            alarms.alarms().counts().unacknowledged > 0);
    // The status line is about the live stream, whatever is shown.
    if (!m_session.still()) {
        m_statusLine.setAlarms(alarms.openCount(), alarms.openSeverity());
        return;
    }
    AlarmListModel live;
    live.setAlarms(m_session.liveResults().alarms);
    m_statusLine.setAlarms(live.openCount(), live.openSeverity());
}

void ResultViews::showAlarms() {
    m_actions.showEvents->setChecked(true);
    m_lists.showPage(&m_alarms);
}

/// With as much before and after as it is long, and at least a twentieth of what is shown now.
void ResultViews::showTime(Timestamp first, Timestamp last) {
    LiveChartView& chart = m_chart;
    const Duration length = last - first;
    const Duration margin = std::clamp(std::max(length, chart.timeWindow().span() / 20),
                                       10 * TimeWindow::minimumSpan, TimeWindow::maximumSpan / 4);
    chart.showRange(first - margin, last + margin);
}

Unit ResultViews::unitOf(const StepDefinition& rule, const QString& channel) const {
    const qsizetype dot = rule.of.lastIndexOf(u'.');
    const PipelineResults results = m_session.results();
    if (dot > 0) {
        const WindowSeries* series = results.windows.find(rule.of.left(dot), channel);
        if (series && rule.of.mid(dot + 1) != aggregateName(Aggregate::Count))
            return series->info().unit;
    }
    const QString name = rule.of.isEmpty() ? channel : channel + u'/' + rule.of;
    const SampleHistory& history = *m_session.history();
    for (int i = 0; i < history.channelCount(); ++i) {
        if (history.info(i).name == name)
            return history.info(i).unit;
    }
    return Unit::None;
}

AlarmQuantity ResultViews::quantityOf(const AlarmOccurrence& alarm) const {
    const QList<StepDefinition>& steps = m_session.shownDefinition().steps;
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const StepDefinition& each) { return each.name == alarm.step; });
    const AlarmRule* rule = step == steps.end() ? nullptr : std::get_if<AlarmRule>(&step->settings);
    if (!rule)
        return AlarmQuantity::Number;
    if (rule->condition == AlarmCondition::Stale)
        return AlarmQuantity::Silence;
    const bool isTemperature = unitOf(*step, alarm.channel) != Unit::None;
    if (rule->condition == AlarmCondition::Rate)
        return isTemperature ? AlarmQuantity::TemperatureRate : AlarmQuantity::Rate;
    return isTemperature ? AlarmQuantity::Temperature : AlarmQuantity::Number;
}

} // namespace rillscope
