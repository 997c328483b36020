// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "ui/MainWindow.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"

#include <QTimeZone>

#include <optional>

namespace rillscope {

class EventPanel;
class LiveChartView;
class WindowActions;

/// How the person wants to see things: moving about in the chart, and the choices that are remembered (time
/// window, unit, value axis, time zone, theme, limits of the history). Thread: GUI.
class ViewChoices : public QObject {
    Q_OBJECT

public:
    ViewChoices(Session& session, MainWindow& window, Theme& theme, Settings& settings);

    /// What the settings say, but for what was asked for this run only.
    void apply(std::optional<ThemeMode> theme, std::optional<Duration> window);
    /// The time window for a source that is opened.
    void showWindowFor(const SourceUri& uri);
    /// Checks in the menus what is chosen.
    void showActive();

Q_SIGNALS:
    void unitChanged();
    void timeZoneChanged(const QTimeZone& zone);

private:
    void connectNavigation();
    void connectChoices();
    void chooseTimeWindow(int index);
    void chooseUnit(Unit unit);
    void chooseTheme(ThemeMode mode);
    void chooseTimeZone(bool utc);
    void chooseValueRange();
    void chooseHistoryLimits();

    Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    EventPanel& m_events;
    Theme& m_theme;
    Settings& m_settings;
    std::optional<Duration> m_asked; ///< time window of this run only
};

} // namespace rillscope
