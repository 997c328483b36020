// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ShownUri.h"
#include "ui/WindowActions.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace rillscope {

class LiveChartView;
class PipelinePanel;

/// The menus of the window. Thread: GUI.
class WindowMenus : public QObject {
    Q_OBJECT

public:
    /// The window owns it.
    WindowMenus(QMainWindow& window, const WindowActions& actions, LiveChartView& chart,
                const PipelinePanel& pipeline);

    void setRecentSources(const QList<ShownUri>& uris);
    void setRecentPipelines(const QStringList& paths);

Q_SIGNALS:
    void recentSourceChosen(const QString& uri);
    void recentPipelineChosen(const QString& path);

private:
    void buildFileMenu();
    void buildViewMenu(LiveChartView& chart);
    void buildPipelineMenu(const PipelinePanel& pipeline);
    void buildCaptureMenu();

    QMainWindow& m_window;
    const WindowActions& m_actions;
    QMenu* m_recentSources = nullptr;
    QMenu* m_recentPipelines = nullptr;
};

} // namespace rillscope
