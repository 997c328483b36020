// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CaptureActions.h"
#include "app/gui/CaptureViews.h"
#include "app/gui/ClosingGuard.h"
#include "app/gui/CompareActions.h"
#include "app/gui/FileActions.h"
#include "app/gui/FileSaving.h"
#include "app/gui/FrameMonitor.h"
#include "app/gui/GuiOptions.h"
#include "app/gui/InsightReadouts.h"
#include "app/gui/PastDetail.h"
#include "app/gui/PipelineActions.h"
#include "app/gui/PipelineEditor.h"
#include "app/gui/PreviousSession.h"
#include "app/gui/Readouts.h"
#include "app/gui/ReportActions.h"
#include "app/gui/ResultViews.h"
#include "app/gui/Session.h"
#include "app/gui/SourceActions.h"
#include "app/gui/StuckSourceNotice.h"
#include "app/gui/ViewChoices.h"
#include "ui/MainWindow.h"
#include "ui/chart/FrameClock.h"
#include "ui/settings/SettingsStore.h"
#include "ui/theme/Theme.h"

#include <QThreadPool>

namespace rillscope {

class AlarmPanel;
class Banner;
class CurrentValuePanel;
class EventPanel;
class LiveChartView;
class PipelinePanel;
class SourcePanel;
class WindowActions;

/// The desktop program: the only place where core and window meet. Each connect…() wires one feature.
/// Thread: GUI.
class Application : public QObject {
    Q_OBJECT

public:
    /// The kinds of sources must outlive it.
    Application(const GuiOptions& options, const SourceCatalog& sources);
    ~Application() override;

    /// Shows the window and starts the source.
    void run();

    /// As if its window were closed by someone who does not want to be asked.
    void closeUnasked() { m_closing.closeUnasked(); }

    ClosingGuard& closing() { return m_closing; }
    MainWindow& window() { return m_window; }
    Session& session() { return m_session; }
    FileSaving& saving() { return m_saving; }
    FileActions& files() { return m_files; }
    ReportActions& reports() { return m_reports; }
    CaptureActions& captures() { return m_captures; }
    CompareActions& comparing() { return m_compare; }
    ResultViews& results() { return m_results; }
    const FrameStatistics& frameStatistics() const { return m_monitor.statistics(); }

private:
    void connectSession();
    void connectSourcePanel();
    void connectFrames();
    void connectView();
    void connectFiles();
    void connectCaptures();
    void connectTheme();
    void connectHelp();

    void applySettings();
    void restoreGeometry();
    void saveSettings();
    void onOpened(const SourceUri& uri);
    void onStateChanged(Pipeline::State state);
    void onReplaced();
    void showActiveChoices();

    SystemClock m_clock;
    const SourceCatalog& m_kinds;
    GuiOptions m_options;
    SettingsStore m_store;
    Settings m_settings;
    Theme m_theme;
    MainWindow m_window;
    WindowActions& m_actions;
    LiveChartView& m_chart;
    SourcePanel& m_sourcePanel;
    PipelinePanel& m_pipeline;
    CurrentValuePanel& m_currentValue;
    EventPanel& m_events;
    AlarmPanel& m_alarms;
    Banner& m_banner;
    Session m_session;
    FileSaving m_saving;
    FileActions m_files;
    ReportActions m_reports;
    CaptureActions m_captures;
    SourceActions m_sources;
    CompareActions m_compare;
    CaptureViews m_captureViews;
    ClosingGuard m_closing;
    StuckSourceNotice m_stuckSource;
    PipelineFile m_pipelineFile;
    PipelineEditor m_pipelineEditor;
    PipelineActions m_pipelines;
    PreviousSession m_previous;
    ViewChoices m_view;
    Readouts m_readouts;
    ResultViews m_results;
    PastDetail m_pastDetail;
    FrameMonitor m_monitor;
    InsightReadouts m_insight;
    FrameClock m_frames;
    bool m_showedStill = false; ///< before the session was replaced last
    QThreadPool m_savings;      ///< of the settings; waited for when this goes
};

} // namespace rillscope
