// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/NewStep.h"

#include "core/process/definition/DefinitionEdit.h"
#include "core/process/definition/DefinitionWords.h"

namespace rillscope {

StepDefinition newStep(const QString& kind, const QList<StepDefinition>& steps) {
    StepDefinition step;
    step.settings = *suggestedSettingsOf(kind);
    step.name = unusedName(steps, QString(kind).replace(u'_', u' '));
    return step;
}

} // namespace rillscope
