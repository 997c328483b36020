// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/RateMeter.h"
#include "app/gui/Session.h"
#include "core/source/SourceState.h"
#include "ui/MainWindow.h"
#include "ui/panels/StreamState.h"
#include "ui/theme/Theme.h"

#include <optional>

namespace rillscope {

class AccountPanel;
class CurrentValuePanel;
class LiveChartView;
class SourcePanel;
class StatisticsPanel;
class StatusLine;
class WindowActions;

/// Keeps every figure in the window up to date: ten times a second, from the session and the chart.
/// Thread: GUI.
class Readouts : public QObject {
    Q_OBJECT

public:
    Readouts(const Session& session, MainWindow& window, const Theme& theme, const Clock& clock);

    /// Forgets the rates; for another session.
    void reset();
    /// Updates when it is time to, or at once when `force` is set.
    void update(bool force = false);
    /// Shows the state of the stream in the pill and in the status line.
    void updateState();

    int selectedChannel() const;
    double samplesPerSecond() const;

private:
    static constexpr Duration interval = std::chrono::milliseconds(100);
    static constexpr Duration conditionInterval = std::chrono::seconds(1);

    void updateReadings(const SampleHistory& history);
    void updateStatistics(const SampleHistory& history, const StreamStatus& status);
    ShownState shownState();
    ShownState finishedState() const;
    ShownState liveState() const;
    QString stateToolTip(const ShownState& state) const;
    void updateCondition(Duration now);
    void updateStatusLine(const SampleHistory& history, const StreamStatus& status);

    const Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    SourcePanel& m_sourcePanel;
    CurrentValuePanel& m_currentValue;
    StatisticsPanel& m_statistics;
    AccountPanel& m_account;
    StatusLine& m_statusLine;
    const Theme& m_theme;
    const Clock& m_clock;
    Duration m_lastUpdate{Duration::min()};
    RateMeter m_sampleRate;
    RateMeter m_frameRate;
    std::int64_t m_frames = 0;
    bool m_isBehind = false;
    std::optional<SourceCondition::Kind> m_conditionKind; ///< that is shown
    Duration m_conditionShownAt{};
};

} // namespace rillscope
