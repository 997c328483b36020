// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"
#include "core/process/definition/PipelineDefinition.h"

#include <QByteArray>

namespace rillscope {

/// Reads a pipeline file (TOML, format 1; the keys are those of DefinitionSchema.h).
/// Errors: every mistake there is, at most a hundred, by line; a mistake in TOML's own syntax is the only
/// one. `file` is named in them. Bounds: 1 MiB, 1,000 steps, 1,000 units; any bytes are safe to be given.
DefinitionResult<PipelineDefinition> parseDefinition(const QByteArray& text, const QString& file);

} // namespace rillscope
