// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/DesktopNotifier.h"
#include "app/gui/ResultFiles.h"
#include "core/pipeline/AlarmHook.h"
#include "ui/theme/Theme.h"

namespace rillscope {

class AlarmPanel;
class Banner;
class ListsPanel;
class LiveChartView;
class StatusLine;
class WindowActions;
class WindowPanel;

enum class AlarmQuantity;

/// Shows what the pipeline finds: windows and alarms on the chart, in the lists, in the status line, and to
/// those who are not looking. Thread: GUI.
class ResultViews : public QObject {
    Q_OBJECT

public:
    ResultViews(Session& session, MainWindow& window, FileSaving& saving, const Clock& clock);
    ~ResultViews() override;

    /// Takes over what is new when it is time to (ten times a second), or at once when `force` is set.
    void update(bool force = false);
    void setTheme(const Theme& theme);
    void setTimeZone(const QTimeZone& zone);

    /// Runs a command for each alarm, none when it is empty; see AlarmHook. Errors: as AlarmHook::make().
    Result<void> setHook(const QString& command);

    ResultFiles& files() { return m_files; }
    DesktopNotifier& notifier() { return m_notifier; }

private:
    static constexpr Duration interval = std::chrono::milliseconds(100);

    void connectAlarms();
    void connectTimes();
    void takeDefinition();
    void showAlarms();
    void showAlarmState();
    void showTime(Timestamp first, Timestamp last);
    AlarmQuantity quantityOf(const AlarmOccurrence& alarm) const;
    Unit unitOf(const StepDefinition& rule, const QString& channel) const;

    Session& m_session;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    AlarmPanel& m_alarms;
    WindowPanel& m_windows;
    ListsPanel& m_lists;
    StatusLine& m_statusLine;
    Banner& m_banner;
    const Clock& m_clock;
    ResultFiles m_files;
    DesktopNotifier m_notifier{&showDesktopNotification};
    std::unique_ptr<AlarmHook> m_hook;
    Duration m_lastUpdate{Duration::min()};
};

} // namespace rillscope
