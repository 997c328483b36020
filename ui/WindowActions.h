// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

namespace rillscope {

/// All commands of the window, with its text, key and tooltip; shared by menus, tool bar and the
/// list of shortcuts. What the actions do is connected elsewhere. Thread: GUI.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget* window);

    QAction* openFile;
    QAction* compareWithCapture;
    QAction* exportChart;
    QAction* saveCsv;
    QAction* saveVisibleCsv;
    QAction* copyVisibleCsv;
    QAction* makeReport;
    QAction* quit;

    QAction* startStop;
    QAction* newSession;

    QAction* captureList;
    QAction* captureSettings;
    QAction* captureFolder;
    QAction* replayCapture;
    QAction* closeCapture;

    QAction* openPipeline;
    QAction* savePipeline;
    QAction* savePipelineAs;
    QAction* newPipeline;
    QAction* undoPipeline;
    QAction* redoPipeline;

    QAction* freeze;
    QAction* backToLive;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* panBack;
    QAction* panForward;
    QAction* cursorBack;
    QAction* cursorForward;
    QAction* pinCursor;
    QAction* removeCursors;
    QAction* valueRange;
    QAction* historyLimits;
    QAction* utcTimes;
    QAction* showSourcePanel;
    QAction* showReadings;
    QAction* showEvents;
    QAction* showPerformance;
    QAction* showAlarms;
    QAction* acknowledgeAlarms;

    QActionGroup* timeWindows;  ///< in the order of timeWindowSpans()
    QActionGroup* units;        ///< data: Unit as int
    QActionGroup* themes;       ///< data: ThemeMode as int
    QActionGroup* antialiasing; ///< data: Antialiasing as int

    QAction* shortcuts;
    QAction* about;

    /// In the order of the menus.
    QList<QAction*> all() const;

    /// "Start" or "Stop", as the stream is.
    void setStreamActive(bool active);
    void setLive(bool live);
    /// A capture is shown: it does not move, and "Back to live" leaves it.
    void setStill();
    void setCaptureShown(bool isShown);

private:
    QAction* add(const QString& objectName, const QString& text, const QString& toolTip,
                 const QKeySequence& key = {});
    QAction* addChoice(QActionGroup* group, const QString& objectName, const QString& text,
                       const QVariant& data, const QKeySequence& key = {});
    void addFileActions();
    void addSourceActions();
    void addCaptureActions();
    void addPipelineActions();
    void addChartActions();
    void addCursorActions();
    void addAlarmActions();
    void addChoices();
    void addHelpActions();

    QWidget* m_window;
    QList<QAction*> m_all;
};

} // namespace rillscope
