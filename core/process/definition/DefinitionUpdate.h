// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

#include <QByteArray>
#include <QStringList>

namespace rillscope {

/// A pipeline file brought up to date with a definition that was changed elsewhere.
struct UpdatedDefinition {
    QByteArray text;
    /// "# like this": comments of the original that are no longer there, for they belonged to what was taken
    /// away. Saving loses nothing when it is empty.
    QStringList lostComments;
};

/// Changes in the text only what the definition changed: keys of a step are rewritten one by one, a removed
/// step goes with the comments directly above it, a moved one takes them along, a new one follows the step it
/// comes after. All other lines stay as they are, to the byte. A text that is no good, or that holds its
/// tables in some unusual way, is written anew.
UpdatedDefinition updateDefinition(const QByteArray& original, const PipelineDefinition& definition);

} // namespace rillscope
