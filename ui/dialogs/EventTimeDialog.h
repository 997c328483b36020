// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"
#include "ui/dialogs/DefinitionDraft.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QVBoxLayout;

namespace rillscope {

class KeyForm;

/// Asks for what is there before all steps: event time, and the units that channels are measured in. All is
/// read as a pipeline file would be while it is typed; OK is there when the whole definition is right.
/// Thread: GUI.
class EventTimeDialog : public QDialog {
    Q_OBJECT

public:
    explicit EventTimeDialog(const PipelineDefinition& definition, QWidget* parent = nullptr);

    /// As it was last right.
    const PipelineDefinition& definition() const { return m_result; }

private:
    QWidget* makeUnits();
    void addUnit(const UnitRule& rule);
    void removeUnit(KeyForm* form);
    void check();

    PipelineDefinition m_original;
    PipelineDefinition m_result;
    KeyForm* m_eventTime;
    QList<KeyForm*> m_units;
    QVBoxLayout* m_unitColumn = nullptr;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace rillscope
