// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace rillscope {

class KeyForm;

/// Asks for the settings of one step, whatever its kind. All is read as a pipeline file would be while it is
/// typed; OK is there when the whole definition is right. Steps that read this one follow a new name.
/// Thread: GUI.
class StepDialog : public QDialog {
    Q_OBJECT

public:
    /// Precondition: `index` is that of a step.
    StepDialog(const PipelineDefinition& definition, qsizetype index, QWidget* parent = nullptr);

    /// With the step as it was last right.
    const PipelineDefinition& definition() const { return m_result; }
    qsizetype index() const { return m_index; }
    /// What else the person should know.
    void setRemark(const QString& text);

private:
    QStringList references() const;
    void takeEdit();
    void check();

    PipelineDefinition m_original;
    PipelineDefinition m_result;
    qsizetype m_index;
    KeyForm* m_form;
    QLabel* m_remark;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace rillscope
