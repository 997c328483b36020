// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ShownUri.h"
#include "ui/WindowActions.h"

#include <QMainWindow>

#include <functional>

class QSplitter;

namespace rillscope {

class AccountPanel;
class AlarmPanel;
class Banner;
class CaptureBar;
class CurrentValuePanel;
class EventPanel;
class IntervalsPanel;
class JobProgress;
class ListsPanel;
class LiveChartView;
class OverviewStrip;
class PipelinePanel;
class ReadingsColumn;
class SegmentedControl;
class SourceCatalog;
class SourcePanel;
class StatisticsPanel;
class StatusLine;
class TimingPanel;
class ValuesPanel;
class WindowMenus;
class WindowPanel;
class WindowToolBar;
struct ShownState;

/// The window: makes panels and puts them in their places; what they do is connected in app. Thread: GUI.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The kinds of sources to choose from, which must outlive the window.
    explicit MainWindow(const SourceCatalog& sources);
    ~MainWindow() override;

    WindowActions& actions() { return *m_actions; }
    LiveChartView& chart() { return *m_chart; }
    OverviewStrip& overview() { return *m_overview; }
    SourcePanel& sourcePanel() { return *m_sourcePanel; }
    PipelinePanel& pipeline() { return *m_pipeline; }
    CurrentValuePanel& currentValue() { return *m_currentValue; }
    StatisticsPanel& statistics() { return *m_statistics; }
    ValuesPanel& values() { return *m_values; }
    IntervalsPanel& intervals() { return *m_intervals; }
    TimingPanel& timing() { return *m_timing; }
    AccountPanel& account() { return *m_account; }
    EventPanel& events() { return *m_events; }
    AlarmPanel& alarms() { return *m_alarms; }
    WindowPanel& windows() { return *m_windows; }
    /// Events, alarms and windows.
    ListsPanel& lists() { return *m_lists; }
    StatusLine& statusLine() { return *m_statusLine; }
    Banner& banner() { return *m_banner; }
    CaptureBar& captureBar() { return *m_captureBar; }
    JobProgress& jobProgress() { return *m_jobProgress; }

    /// On the pill, which leads back to the newest samples from a chart that does not follow them.
    void showState(const ShownState& state, bool isFollowing, const QString& toolTip);
    void setRecentSources(const QList<ShownUri>& uris);
    void setRecentPipelines(const QStringList& paths);

    /// Sizes of the panels, and which of them are shown; the geometry of the window itself is apart.
    QByteArray layoutState() const;
    /// The object names of the cards that are folded.
    QStringList foldedCards() const;
    /// Names that are no card's are passed over.
    void setFoldedCards(const QStringList& objectNames);
    void restoreLayout(const QByteArray& state);

    /// Asked each time the window is about to close; it stays open when the answer is no.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

Q_SIGNALS:
    void fileDropped(const QString& path);
    void recentSourceChosen(const QString& uri);
    void recentPipelineChosen(const QString& path);
    /// Shown, hidden, minimized or restored: whether there is any use in drawing.
    void visibilityChanged(bool isVisible);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildContent();
    QWidget* buildChartColumn();
    ListsPanel* buildLists();
    QWidget* buildReadings();
    /// Gives the sides the widths that their texts need, unless the user has chosen others.
    void fitColumns();

    std::function<bool()> m_mayClose;
    WindowActions* m_actions;
    WindowToolBar* m_toolBar = nullptr;
    WindowMenus* m_menus = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_chartColumn = nullptr;
    ReadingsColumn* m_readings = nullptr;
    bool m_areColumnsChosen = false; ///< their widths, by the user

    SourcePanel* m_sourcePanel;
    PipelinePanel* m_pipeline = nullptr;
    LiveChartView* m_chart = nullptr;
    OverviewStrip* m_overview = nullptr;
    CurrentValuePanel* m_currentValue = nullptr;
    StatisticsPanel* m_statistics = nullptr;
    ValuesPanel* m_values = nullptr;
    IntervalsPanel* m_intervals = nullptr;
    TimingPanel* m_timing = nullptr;
    AccountPanel* m_account = nullptr;
    EventPanel* m_events = nullptr;
    AlarmPanel* m_alarms = nullptr;
    WindowPanel* m_windows = nullptr;
    ListsPanel* m_lists = nullptr;
    StatusLine* m_statusLine = nullptr;
    Banner* m_banner = nullptr;
    CaptureBar* m_captureBar = nullptr;
    JobProgress* m_jobProgress = nullptr;
};

} // namespace rillscope
