// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/PipelineFile.h"
#include "ui/MainWindow.h"

namespace rillscope {

class StepDialog;
class WindowActions;

/// Connects the pipeline's panel with the pipeline: what is asked for there becomes an edit that can be
/// undone, by a dialog where one is needed. Thread: GUI.
class PipelineEditor : public QObject {
    Q_OBJECT

public:
    PipelineEditor(PipelineFile& file, MainWindow& window);

private:
    void connectPanel();
    void connectUndo();
    void addStep(const QString& kind, int row);
    void editStep(int row);
    void openStepDialog(StepDialog* dialog, const QString& what);
    void editEventTime();
    void take(const PipelineDefinition& definition, const QString& what, int row);
    void showFile();

    PipelineFile& m_file;
    MainWindow& m_window;
    WindowActions& m_actions;
    PipelinePanel& m_panel;
};

} // namespace rillscope
