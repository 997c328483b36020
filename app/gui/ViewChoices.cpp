// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ViewChoices.h"

#include "ui/TimeWindowSpans.h"
#include "ui/chart/LiveChartView.h"
#include "ui/dialogs/HistoryDialog.h"
#include "ui/dialogs/ValueRangeDialog.h"
#include "ui/panels/EventPanel.h"

#include <QTimeZone>

namespace rillscope {

ViewChoices::ViewChoices(Session& session, MainWindow& window, Theme& theme, Settings& settings)
    : m_session(session)
    , m_window(window)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_events(window.events())
    , m_theme(theme)
    , m_settings(settings) {
    connectNavigation();
    connectChoices();
}

void ViewChoices::connectNavigation() {
    LiveChartView& chart = m_chart;
    WindowActions& actions = m_actions;
    connect(actions.freeze, &QAction::triggered, &chart, [&chart](bool freeze) {
        if (freeze)
            chart.freeze();
        else
            chart.backToLive();
    });
    connect(actions.backToLive, &QAction::triggered, &chart, &LiveChartView::backToLive);
    connect(actions.zoomIn, &QAction::triggered, &chart,
            [&chart] { chart.zoom(1.0 / LiveChartView::zoomStep); });
    connect(actions.zoomOut, &QAction::triggered, &chart, [&chart] { chart.zoom(LiveChartView::zoomStep); });
    connect(actions.panBack, &QAction::triggered, &chart, [&chart] { chart.pan(-LiveChartView::panStep); });
    connect(actions.panForward, &QAction::triggered, &chart, [&chart] { chart.pan(LiveChartView::panStep); });
    connect(actions.cursorBack, &QAction::triggered, &chart,
            [&chart] { chart.stepCursor(ChartCursors::Step::Back); });
    connect(actions.cursorForward, &QAction::triggered, &chart,
            [&chart] { chart.stepCursor(ChartCursors::Step::Forward); });
    connect(actions.pinCursor, &QAction::triggered, &chart, &LiveChartView::pinCursor);
    connect(actions.removeCursors, &QAction::triggered, &chart, &LiveChartView::removeCursors);
}

void ViewChoices::connectChoices() {
    const WindowActions& actions = m_actions;
    connect(actions.valueRange, &QAction::triggered, this, &ViewChoices::chooseValueRange);
    connect(actions.historyLimits, &QAction::triggered, this, &ViewChoices::chooseHistoryLimits);
    connect(actions.utcTimes, &QAction::toggled, this, &ViewChoices::chooseTimeZone);
    connect(actions.timeWindows, &QActionGroup::triggered, this, [this](QAction* action) {
        chooseTimeWindow(static_cast<int>(m_actions.timeWindows->actions().indexOf(action)));
    });
    connect(actions.units, &QActionGroup::triggered, this,
            [this](const QAction* action) { chooseUnit(static_cast<Unit>(action->data().toInt())); });
    connect(actions.themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { chooseTheme(static_cast<ThemeMode>(action->data().toInt())); });
    connect(&m_chart, &LiveChartView::windowChanged, this, &ViewChoices::showActive);
    connect(actions.antialiasing, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_settings.antialiasing = static_cast<Antialiasing>(action->data().toInt());
        m_chart.setAntialiasing(m_settings.antialiasing);
    });
}

void ViewChoices::apply(std::optional<ThemeMode> theme, std::optional<Duration> window) {
    m_asked = window;
    m_theme.apply(theme.value_or(m_settings.themeMode));
    m_session.setHistoryLimits(m_settings.history.memoryBytes(), m_settings.history.gapFactor);
    LiveChartView& chart = m_chart;
    chart.setUnit(m_settings.unit);
    if (!m_settings.valueAxis.isAutomatic)
        chart.setFixedValueRange(m_settings.valueAxis.minimum, m_settings.valueAxis.maximum);
    showWindowFor(m_session.uri());
    m_actions.utcTimes->setChecked(m_settings.utcTimes);
    chooseTimeZone(m_settings.utcTimes); // the action tells of changes alone
    chart.setAntialiasing(m_settings.antialiasing);
}

void ViewChoices::showWindowFor(const SourceUri& uri) {
    // A recording brings its own measure of time: minutes or months, nobody knows before. It is shown whole.
    const bool isRecording = !m_session.sources().traitsOf(uri).isLive;
    const auto span = m_asked ? m_asked : isRecording ? std::nullopt : m_settings.timeWindow;
    span ? m_chart.followLast(*span) : m_chart.followAll();
}

void ViewChoices::chooseTimeWindow(int index) {
    const TimeWindowSpan span = timeWindowSpans().at(index);
    m_asked.reset(); // the latest choice overrides the command line
    if (!m_session.still() && m_session.sources().traitsOf(m_session.uri()).isLive)
        m_settings.timeWindow = span.span;
    span.span ? m_chart.followLast(*span.span) : m_chart.followAll();
}

void ViewChoices::chooseUnit(Unit unit) {
    for (double* end : {&m_settings.valueAxis.minimum, &m_settings.valueAxis.maximum})
        *end = convert(*end, m_settings.unit, unit);
    m_settings.unit = unit;
    m_chart.setUnit(unit);
    Q_EMIT unitChanged();
}

void ViewChoices::chooseTheme(ThemeMode mode) {
    m_settings.themeMode = mode;
    m_theme.apply(mode);
}

void ViewChoices::chooseTimeZone(bool utc) {
    m_settings.utcTimes = utc;
    const QTimeZone zone = utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    m_chart.setTimeZone(zone);
    m_events.setTimeZone(zone);
    Q_EMIT timeZoneChanged(zone);
}

void ViewChoices::chooseValueRange() {
    LiveChartView& chart = m_chart;
    const ValueScale& scale = chart.valueScale();
    ValueRangeDialog dialog(scale.isAutomatic(), scale.minimum(), scale.maximum(), chart.unit(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.valueAxis.isAutomatic = dialog.isAutomatic();
    if (dialog.isAutomatic()) {
        chart.setAutomaticValueRange();
        return;
    }
    m_settings.valueAxis.minimum = dialog.minimum();
    m_settings.valueAxis.maximum = dialog.maximum();
    chart.setFixedValueRange(dialog.minimum(), dialog.maximum());
}

void ViewChoices::chooseHistoryLimits() {
    HistoryDialog dialog(m_settings.history, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.history = dialog.settings();
    m_session.setHistoryLimits(m_settings.history.memoryBytes(), m_settings.history.gapFactor);
}

void ViewChoices::showActive() {
    const LiveChartView& chart = m_chart;
    const WindowActions& actions = m_actions;
    const TimeWindow& window = chart.timeWindow();
    const QList<TimeWindowSpan> spans = timeWindowSpans();
    for (int i = 0; i < spans.size(); ++i) {
        const bool isAll = window.mode() == TimeWindow::Mode::FollowingAll;
        const bool isChosen = spans.at(i).span ? !isAll && window.span() == *spans.at(i).span : isAll;
        actions.timeWindows->actions().at(i)->setChecked(isChosen);
    }
    for (QAction* action : actions.units->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(chart.unit()));
    for (QAction* action : actions.antialiasing->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_settings.antialiasing));
    for (QAction* action : actions.themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.mode()));
}

} // namespace rillscope
