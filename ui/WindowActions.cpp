// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowActions.h"

#include "core/model/Unit.h"
#include "ui/TimeWindowSpans.h"
#include "ui/chart/Antialiasing.h"
#include "ui/theme/ThemeMode.h"

#include <QWidget>

namespace rillscope {

WindowActions::WindowActions(QWidget* window) : QObject(window), m_window(window) {
    addFileActions();
    addSourceActions();
    addCaptureActions();
    addPipelineActions();
    addChartActions();
    addCursorActions();
    addAlarmActions();
    addChoices();
    addHelpActions();
    setStreamActive(false);
    setLive(true);
}

QList<QAction*> WindowActions::all() const {
    return m_all;
}

QAction* WindowActions::add(const QString& objectName, const QString& text, const QString& toolTip,
                            const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(key);
    const QString keyText = key.toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? toolTip : tr("%1 (%2)").arg(toolTip, keyText));
    action->setStatusTip(toolTip);
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

QAction* WindowActions::addChoice(QActionGroup* group, const QString& objectName, const QString& text,
                                  const QVariant& data, const QKeySequence& key) {
    QAction* action = add(objectName, text, text, key);
    action->setCheckable(true);
    action->setData(data);
    group->addAction(action);
    return action;
}

void WindowActions::addFileActions() {
    openFile = add(QStringLiteral("openFile"), tr("&Open…"),
                   tr("Open a recording to explore it, or replay a data file as if it were live"),
                   QKeySequence::Open);
    compareWithCapture = add(QStringLiteral("compareWithCapture"), tr("Co&mpare with a recording…"),
                             tr("Show the channels of a recording beside those of the live stream"));
    exportChart = add(QStringLiteral("exportChart"), tr("&Export chart…"),
                      tr("Save the chart as a PNG, SVG or PDF picture"), QKeySequence(tr("Ctrl+E")));
    saveCsv = add(QStringLiteral("saveCsv"), tr("&Save CSV…"),
                  tr("Save all samples of this session as a CSV file"), QKeySequence::Save);
    saveVisibleCsv = add(QStringLiteral("saveVisibleCsv"), tr("Save &visible range as CSV…"),
                         tr("Save the samples of all channels in the time that the chart shows"),
                         QKeySequence(tr("Ctrl+Shift+S")));
    copyVisibleCsv = add(QStringLiteral("copyVisibleCsv"), tr("&Copy visible range as CSV"),
                         tr("Copy the samples of all channels in the time that the chart shows"),
                         QKeySequence(tr("Ctrl+Shift+X")));
    makeReport =
        add(QStringLiteral("makeReport"), tr("&Report…"),
            tr("Save one page about a time range: chart, statistics, alarms, gaps and sample counts"),
            QKeySequence(tr("Ctrl+P")));
    quit = add(QStringLiteral("quit"), tr("&Quit"), tr("Quit Rillscope"), QKeySequence(tr("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::addSourceActions() {
    startStop = add(QStringLiteral("startStop"), tr("&Start"), tr("Start or stop the source"),
                    QKeySequence(tr("Ctrl+R")));
    newSession = add(QStringLiteral("newSession"), tr("&New session"),
                     tr("Start the source again, with an empty chart"), QKeySequence::New);
}

void WindowActions::addCaptureActions() {
    captureList = add(QStringLiteral("captureList"), tr("Re&cordings…"),
                      tr("What has been recorded to disk: open, replay, export or delete it"),
                      QKeySequence(tr("Ctrl+Shift+R")));
    captureSettings = add(QStringLiteral("captureSettings"), tr("&Settings…"),
                          tr("Whether, where and how much is recorded to disk"));
    captureFolder =
        add(QStringLiteral("captureFolder"), tr("Show &folder"), tr("Open the folder with the recordings"));
    replayCapture = add(QStringLiteral("replayCapture"), tr("&Reprocess"),
                        tr("Send the samples of the opened recording through the pipeline again"));
    closeCapture = add(QStringLiteral("closeCapture"), tr("&Back to the live source"),
                       tr("Close the opened recording and show the live source again"));
    setCaptureShown(false);
}

void WindowActions::addPipelineActions() {
    openPipeline = add(QStringLiteral("openPipeline"), tr("&Open pipeline…"),
                       tr("Open a file with processing steps"), QKeySequence(tr("Ctrl+Shift+O")));
    savePipeline = add(QStringLiteral("savePipeline"), tr("&Save pipeline"), tr("Save the pipeline's file"),
                       QKeySequence(tr("Ctrl+Alt+S")));
    savePipelineAs = add(QStringLiteral("savePipelineAs"), tr("Save pipeline &as…"),
                         tr("Save the pipeline in another file"), QKeySequence(tr("Ctrl+Alt+Shift+S")));
    newPipeline = add(QStringLiteral("newPipeline"), tr("&New pipeline"), tr("Start with an empty pipeline"),
                      QKeySequence(tr("Ctrl+Alt+N")));
    undoPipeline = add(QStringLiteral("undoPipeline"), tr("&Undo"),
                       tr("Undo the last change of the pipeline"), QKeySequence(tr("Ctrl+Z")));
    redoPipeline = add(QStringLiteral("redoPipeline"), tr("&Redo"),
                       tr("Do again what was undone in the pipeline"), QKeySequence(tr("Ctrl+Shift+Z")));
}

void WindowActions::addChartActions() {
    freeze = add(QStringLiteral("freeze"), tr("Pau&se view"),
                 tr("Hold the picture still; recording continues"), QKeySequence(tr("F6")));
    freeze->setCheckable(true);
    backToLive = add(QStringLiteral("backToLive"), tr("Back to &live"), tr("Show the newest samples again"),
                     QKeySequence(tr("F5")));
    zoomIn = add(QStringLiteral("zoomIn"), tr("Zoom &in"), tr("Show a shorter time"), QKeySequence::ZoomIn);
    zoomIn->setShortcuts({zoomIn->shortcut(), QKeySequence(tr("Ctrl+="))}); // plus without Shift
    zoomOut =
        add(QStringLiteral("zoomOut"), tr("Zoom &out"), tr("Show a longer time"), QKeySequence::ZoomOut);
    panBack = add(QStringLiteral("panBack"), tr("Move &back"), tr("Look further into the past"),
                  QKeySequence(tr("Alt+Left")));
    panForward = add(QStringLiteral("panForward"), tr("Move f&orward"), tr("Look towards the present"),
                     QKeySequence(tr("Alt+Right")));
    valueRange = add(QStringLiteral("valueRange"), tr("&Value axis…"),
                     tr("Let the value axis follow the data, or fix its range"), QKeySequence(tr("Ctrl+Y")));
    historyLimits =
        add(QStringLiteral("historyLimits"), tr("&History…"),
            tr("How much memory the samples may take, and what counts as a gap"), QKeySequence(tr("Ctrl+H")));
    utcTimes = add(QStringLiteral("utcTimes"), tr("Times in &UTC"),
                   tr("Show times in UTC instead of this computer's time zone"), QKeySequence(tr("Ctrl+U")));
    utcTimes->setCheckable(true);
    showSourcePanel = add(QStringLiteral("showSourcePanel"), tr("Source &panel"),
                          tr("Show or hide the source's settings"), QKeySequence(tr("F9")));
    showReadings = add(QStringLiteral("showReadings"), tr("&Readings"),
                       tr("Show or hide values and statistics"), QKeySequence(tr("F10")));
    showEvents = add(QStringLiteral("showEvents"), tr("&Events"),
                     tr("Show or hide events, alarms and windows"), QKeySequence(tr("F8")));
    showPerformance = add(QStringLiteral("showPerformance"), tr("Per&formance"),
                          tr("Show drawing performance in a corner of the chart"), QKeySequence(tr("F12")));
    showPerformance->setCheckable(true);
    for (QAction* panel : {showSourcePanel, showReadings, showEvents}) {
        panel->setCheckable(true);
        panel->setChecked(true);
    }
}

void WindowActions::addCursorActions() {
    cursorBack = add(QStringLiteral("cursorBack"), tr("&Previous sample"), tr("Read the sample before"),
                     QKeySequence(tr("Ctrl+Left")));
    cursorForward = add(QStringLiteral("cursorForward"), tr("&Next sample"), tr("Read the sample after"),
                        QKeySequence(tr("Ctrl+Right")));
    pinCursor = add(QStringLiteral("pinCursor"), tr("&Pin the sample as A, then B"),
                    tr("Pin what the crosshair reads, to compare two samples"), QKeySequence(tr("C")));
    removeCursors = add(QStringLiteral("removeCursors"), tr("&Remove pinned samples"),
                        tr("Remove the pinned samples and the crosshair"), QKeySequence(tr("Esc")));
    // These keys belong to the chart, which knows them itself, and mean other things in other places. Here
    // they are shown only: no action is that of a widget with the focus.
    for (QAction* action : {cursorBack, cursorForward, pinCursor, removeCursors})
        action->setShortcutContext(Qt::WidgetShortcut);
}

void WindowActions::addAlarmActions() {
    showAlarms = add(QStringLiteral("showAlarms"), tr("&Alarms"), tr("Show the list of alarms"),
                     QKeySequence(tr("Ctrl+L")));
    acknowledgeAlarms = add(QStringLiteral("acknowledgeAlarms"), tr("Ac&knowledge all alarms"),
                            tr("Mark all alarms as seen"), QKeySequence(tr("Ctrl+Shift+A")));
    acknowledgeAlarms->setEnabled(false);
}

void WindowActions::addChoices() {
    timeWindows = new QActionGroup(this);
    // None is checked while another length of time is shown.
    timeWindows->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    int number = 0;
    for (const TimeWindowSpan& span : timeWindowSpans()) {
        ++number;
        addChoice(timeWindows, QStringLiteral("timeWindow%1").arg(number), span.longText, QVariant(),
                  QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
    }
    units = new QActionGroup(this);
    const auto addUnit = [this](Unit unit, const QString& text, const QString& key) {
        addChoice(units, QStringLiteral("unit_") + unitName(unit), text, static_cast<int>(unit),
                  QKeySequence(key));
    };
    addUnit(Unit::Celsius, tr("Celsius (°C)"), tr("Ctrl+Shift+C"));
    addUnit(Unit::Fahrenheit, tr("Fahrenheit (°F)"), tr("Ctrl+Shift+F"));
    addUnit(Unit::Kelvin, tr("Kelvin (K)"), tr("Ctrl+Shift+K"));
    themes = new QActionGroup(this);
    const auto addTheme = [this](ThemeMode mode, const QString& objectName, const QString& text) {
        addChoice(themes, objectName, text, static_cast<int>(mode));
    };
    addTheme(ThemeMode::System, QStringLiteral("themeSystem"), tr("As the &system"));
    addTheme(ThemeMode::Light, QStringLiteral("themeLight"), tr("&Light"));
    addTheme(ThemeMode::Dark, QStringLiteral("themeDark"), tr("&Dark"));
    antialiasing = new QActionGroup(this);
    const auto addAntialiasing = [this](Antialiasing mode, const QString& text) {
        addChoice(antialiasing, QStringLiteral("antialiasing_") + antialiasingName(mode), text,
                  static_cast<int>(mode));
    };
    addAntialiasing(Antialiasing::Automatic, tr("&Automatic"));
    addAntialiasing(Antialiasing::On, tr("&On"));
    addAntialiasing(Antialiasing::Off, tr("O&ff"));
}

void WindowActions::addHelpActions() {
    shortcuts = add(QStringLiteral("shortcuts"), tr("&Keyboard shortcuts"), tr("List all keys"),
                    QKeySequence::HelpContents);
    about = add(QStringLiteral("about"), tr("&About Rillscope"), tr("Version and licence"));
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::setStreamActive(bool active) {
    startStop->setText(active ? tr("&Stop") : tr("&Start"));
}

void WindowActions::setCaptureShown(bool isShown) {
    replayCapture->setEnabled(isShown);
    closeCapture->setEnabled(isShown);
}

void WindowActions::setStill() {
    freeze->setChecked(false);
    freeze->setEnabled(false);
    backToLive->setEnabled(true);
}

void WindowActions::setLive(bool live) {
    freeze->setEnabled(true);
    freeze->setChecked(!live);
    backToLive->setEnabled(!live);
}

} // namespace rillscope
