// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "ui/MainWindow.h"
#include "ui/panels/Banner.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

class CaptureBar;
class EventPanel;
class LiveChartView;
class StatusLine;
class WindowActions;

/// Shows how the recording to disk is doing, in the status line and by banners, and which capture is opened
/// instead of the live stream, if any: its bar, the title, its events. Thread: GUI.
class CaptureViews : public QObject {
    Q_OBJECT

public:
    CaptureViews(Session& session, MainWindow& window, const Clock& clock);

    /// Brings the status line up to date, ten times a second.
    void update(bool force = false);
    /// Of the live stream.
    void takeEvents(const QList<StreamEvent>& events);
    /// The title of a capture names its start in the zone of the chart.
    void updateTimeZone();
    /// Of the program, whatever is shown.
    void listMessage(Severity severity, const QString& text);

Q_SIGNALS:
    void folderRequested(const QString& path);
    void settingsRequested();

private:
    static constexpr Duration interval = std::chrono::milliseconds(100);

    void tellOfCapture(const StreamEvent& event);
    void tellOfEnd();
    void tellOfSessionBefore(const CaptureStatus& status);
    void showStill();
    void showTitle();
    void showEvents(const QList<StreamEvent>& events);
    BannerAction showFolder(const QString& path);
    BannerAction chooseFolder();

    Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    EventPanel& m_events;
    StatusLine& m_statusLine;
    Banner& m_banner;
    CaptureBar& m_captureBar;
    const Clock& m_clock;
    NumberFormat m_format;
    Duration m_lastUpdate{Duration::min()};
    QList<StreamEvent> m_liveEvents; ///< of the stream, while a capture's are shown
    bool m_showsStill = false;
};

} // namespace rillscope
