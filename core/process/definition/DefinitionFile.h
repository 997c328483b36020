// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/process/definition/DefinitionMistake.h"
#include "core/process/definition/PipelineDefinition.h"

#include <QByteArray>

namespace rillscope {

/// A pipeline file as it was read: its text is what updateDefinition() starts from.
struct LoadedDefinition {
    QByteArray text;
    PipelineDefinition definition;
};

/// Reads a pipeline file. Errors: its mistakes; a file that cannot be read is one, without a line.
/// Bounds: no more than a definition may have is read, whatever the file is.
DefinitionResult<LoadedDefinition> loadDefinition(const QString& path);

/// Writes a pipeline file: all of it or nothing, so that what was there is kept when the disk is full.
/// Errors: WriteFailed.
Result<void> saveDefinition(const QString& path, const QByteArray& text);

} // namespace rillscope
