// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/KeyWriter.h"

namespace rillscope {

/// The text of a pipeline file; parseDefinition() makes the same definition of it. What a step's kind has no
/// use for (the low limit of an alarm above a limit) is not written. Shape: lines that end with \n.
QByteArray writeDefinition(const PipelineDefinition& definition);

/// All keys of a part of the file, those that may be left out included.
QList<WrittenKey> keysOf(const EventTimeSettings& settings);
QList<WrittenKey> keysOf(const UnitRule& rule);
QList<WrittenKey> keysOf(const StepDefinition& step);

} // namespace rillscope
