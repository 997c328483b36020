// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"
#include "core/process/definition/PipelineDefinition.h"

namespace rillscope {

/// What a person does to a definition, away from its file.

/// All that keeps a definition from being saved and read again; empty when nothing does.
DefinitionMistakes mistakesOf(const PipelineDefinition& definition);

/// A name that no step has: the one that is wished, or that with a number behind it.
QString unusedName(const QList<StepDefinition>& steps, const QString& wish);

/// Has the steps that read `from` (or an aggregate of it) read `to`.
void redirectReaders(QList<StepDefinition>& steps, const QString& from, const QString& to);

} // namespace rillscope
