// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PipelineEditor.h"

#include "core/process/definition/DefinitionWords.h"
#include "ui/dialogs/EventTimeDialog.h"
#include "ui/dialogs/NewStep.h"
#include "ui/dialogs/StepDialog.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"

namespace rillscope {
namespace {

/// A name in it may hold an ampersand, and be long.
QString menuText(const QString& text) {
    return oneLine(text, 60).replace(u'&', QStringLiteral("&&"));
}

} // namespace

PipelineEditor::PipelineEditor(PipelineFile& file, MainWindow& window)
    : m_file(file), m_window(window), m_actions(window.actions()), m_panel(window.pipeline()) {
    connectPanel();
    connectUndo();
    connect(&m_file, &PipelineFile::changed, this, &PipelineEditor::showFile);
    showFile();
}

void PipelineEditor::connectPanel() {
    connect(&m_panel, &PipelinePanel::addRequested, this, &PipelineEditor::addStep);
    connect(&m_panel, &PipelinePanel::editRequested, this, &PipelineEditor::editStep);
    connect(&m_panel, &PipelinePanel::eventTimeRequested, this, &PipelineEditor::editEventTime);
    connect(&m_panel, &PipelinePanel::edited, this, &PipelineEditor::take);
}

void PipelineEditor::connectUndo() {
    QUndoStack& stack = m_file.undoStack();
    const WindowActions& actions = m_actions;
    connect(actions.undoPipeline, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(actions.redoPipeline, &QAction::triggered, &stack, &QUndoStack::redo);
    const auto show = [this] {
        const QUndoStack& now = m_file.undoStack();
        const WindowActions& shown = m_actions;
        shown.undoPipeline->setEnabled(now.canUndo());
        shown.redoPipeline->setEnabled(now.canRedo());
        shown.undoPipeline->setText(now.canUndo() ? tr("&Undo: %1").arg(menuText(now.undoText()))
                                                  : tr("&Undo"));
        shown.redoPipeline->setText(now.canRedo() ? tr("&Redo: %1").arg(menuText(now.redoText()))
                                                  : tr("&Redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, show);
    show();
}

void PipelineEditor::showFile() {
    m_panel.setDefinition(m_file.definition());
    m_panel.setFileName(m_file.name(), m_file.isModified());
}

void PipelineEditor::take(const PipelineDefinition& definition, const QString& what, int row) {
    const DefinitionMistakes mistakes = m_file.edit(definition, what);
    if (mistakes.isEmpty()) {
        m_panel.setCurrentRow(row);
        return;
    }
    const DefinitionMistake& first = mistakes.constFirst();
    m_panel.setNotice(
        tr("Not done, for “%1” would be wrong: %2.").arg(first.step, messageText(first.detail)));
}

void PipelineEditor::addStep(const QString& kind, int row) {
    PipelineDefinition definition = m_file.definition();
    const StepDefinition step = newStep(kind, definition.steps);
    QString remark;
    if (groupOf(step.settings) == StepGroup::Window && !definition.eventTime.outOfOrderness) {
        definition.eventTime.outOfOrderness = firstOutOfOrderness;
        remark =
            tr("Windows need to know how far out of order samples may be: it is set to 5 s. “Event time…” "
               "changes it.");
    }
    definition.steps.insert(row, step);
    auto* dialog = new StepDialog(definition, row, &m_window);
    dialog->setRemark(remark);
    openStepDialog(dialog, tr("add “%1”"));
}

void PipelineEditor::editStep(int row) {
    openStepDialog(new StepDialog(m_file.definition(), row, &m_window), tr("change “%1”"));
}

void PipelineEditor::openStepDialog(StepDialog* dialog, const QString& what) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, what] {
        const qsizetype index = dialog->index();
        const PipelineDefinition& definition = dialog->definition();
        take(definition, what.arg(definition.steps.at(index).name), static_cast<int>(index));
    });
    dialog->open();
}

void PipelineEditor::editEventTime() {
    auto* dialog = new EventTimeDialog(m_file.definition(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        take(dialog->definition(), tr("change event time and units"), m_panel.currentRow());
    });
    dialog->open();
}

} // namespace rillscope
