// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowMenus.h"

#include "ui/ChannelMenu.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/text/OutsideText.h"

#include <QActionGroup>
#include <QCursor>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace rillscope {
namespace {

/// Of a menu bar or of a menu.
template <typename Parent>
QMenu* addMenu(Parent& parent, const QString& objectName, const QString& title) {
    QMenu* menu = parent.addMenu(title);
    menu->setObjectName(objectName);
    return menu;
}

} // namespace

WindowMenus::WindowMenus(QMainWindow& window, const WindowActions& actions, LiveChartView& chart,
                         const PipelinePanel& pipeline)
    : QObject(&window), m_window(window), m_actions(actions) {
    buildFileMenu();
    addMenu(*m_window.menuBar(), QStringLiteral("sourceMenu"), tr("&Source"))
        ->addActions({m_actions.startStop, m_actions.newSession});
    buildViewMenu(chart);
    buildPipelineMenu(pipeline);
    buildCaptureMenu();
    addMenu(*m_window.menuBar(), QStringLiteral("helpMenu"), tr("&Help"))
        ->addActions({m_actions.shortcuts, m_actions.about});
}

void WindowMenus::buildFileMenu() {
    QMenu* file = addMenu(*m_window.menuBar(), QStringLiteral("fileMenu"), tr("&File"));
    file->addAction(m_actions.openFile);
    m_recentSources = addMenu(*file, QStringLiteral("recentSources"), tr("Open &recent"));
    file->addAction(m_actions.compareWithCapture);
    file->addSeparator();
    file->addActions(
        {m_actions.exportChart, m_actions.saveCsv, m_actions.saveVisibleCsv, m_actions.copyVisibleCsv});
    file->addAction(m_actions.makeReport);
    file->addSeparator();
    file->addAction(m_actions.quit);
}

void WindowMenus::buildViewMenu(LiveChartView& chart) {
    QMenu* view = addMenu(*m_window.menuBar(), QStringLiteral("viewMenu"), tr("&View"));
    view->addActions({m_actions.freeze, m_actions.backToLive});
    view->addSeparator();
    view->addActions({m_actions.zoomIn, m_actions.zoomOut, m_actions.panBack, m_actions.panForward});
    addMenu(*view, QStringLiteral("cursorMenu"), tr("&Cursors"))
        ->addActions(
            {m_actions.cursorBack, m_actions.cursorForward, m_actions.pinCursor, m_actions.removeCursors});
    addMenu(*view, QStringLiteral("timeWindowMenu"), tr("&Time window"))
        ->addActions(m_actions.timeWindows->actions());
    view->addAction(m_actions.valueRange);
    addMenu(*view, QStringLiteral("unitMenu"), tr("&Unit"))->addActions(m_actions.units->actions());
    view->addAction(m_actions.utcTimes);
    view->addAction(m_actions.historyLimits);
    auto* channels = new ChannelMenu(&chart, view);
    view->addMenu(channels);
    connect(&chart, &LiveChartView::channelListRequested, channels,
            [channels] { channels->popup(QCursor::pos()); });
    view->addSeparator();
    view->addActions({m_actions.showAlarms, m_actions.acknowledgeAlarms});
    view->addSeparator();
    view->addActions(
        {m_actions.showSourcePanel, m_actions.showReadings, m_actions.showEvents, m_actions.showPerformance});
    addMenu(*view, QStringLiteral("antialiasingMenu"), tr("&Antialiasing"))
        ->addActions(m_actions.antialiasing->actions());
    addMenu(*view, QStringLiteral("themeMenu"), tr("T&heme"))->addActions(m_actions.themes->actions());
}

void WindowMenus::buildPipelineMenu(const PipelinePanel& pipeline) {
    QMenu* menu = addMenu(*m_window.menuBar(), QStringLiteral("pipelineMenu"), tr("&Pipeline"));
    menu->addActions({m_actions.newPipeline, m_actions.openPipeline});
    m_recentPipelines = addMenu(*menu, QStringLiteral("recentPipelines"), tr("Open re&cent"));
    menu->addMenu(pipeline.exampleMenu());
    menu->addActions({m_actions.savePipeline, m_actions.savePipelineAs});
    menu->addSeparator();
    menu->addActions({m_actions.undoPipeline, m_actions.redoPipeline});
    menu->addSeparator();
    menu->addMenu(pipeline.addMenu());
    menu->addActions(
        {pipeline.editAction(), pipeline.removeAction(), pipeline.moveUpAction(), pipeline.moveDownAction()});
    menu->addSeparator();
    menu->addAction(pipeline.eventTimeAction());
}

void WindowMenus::buildCaptureMenu() {
    QMenu* menu = addMenu(*m_window.menuBar(), QStringLiteral("captureMenu"), tr("Re&cording"));
    menu->addActions({m_actions.captureList, m_actions.captureFolder, m_actions.captureSettings});
    menu->addSeparator();
    menu->addActions({m_actions.replayCapture, m_actions.closeCapture});
}

void WindowMenus::setRecentSources(const QList<ShownUri>& uris) {
    m_recentSources->clear();
    for (const ShownUri& uri : uris) {
        const QString text = uri.text();
        QAction* action = m_recentSources->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("recentSource%1").arg(m_recentSources->actions().size()));
        connect(action, &QAction::triggered, this, [this, text] { Q_EMIT recentSourceChosen(text); });
    }
    m_recentSources->setEnabled(!uris.isEmpty());
}

void WindowMenus::setRecentPipelines(const QStringList& paths) {
    m_recentPipelines->clear();
    for (const QString& path : paths) {
        QAction* action = m_recentPipelines->addAction(oneLine(path).replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("recentPipeline%1").arg(m_recentPipelines->actions().size()));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentPipelineChosen(path); });
    }
    m_recentPipelines->setEnabled(!paths.isEmpty());
}

} // namespace rillscope
