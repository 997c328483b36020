// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/PipelineDefinition.h"

namespace rillscope {

/// What a person calls the parts of a pipeline; its file has words of its own.

/// "Moving average", for a kind as in a pipeline file.
QString kindTitle(const QString& kind);
/// What a step of that kind does, in a sentence.
QString kindExplanation(const QString& kind);
/// "&Filters", for a menu.
QString groupTitle(StepGroup group);

/// "30 s", "1.5 min".
QString durationText(Duration duration);

/// "moving average over 30 s · of clean · bath*": kind, settings, and what it reads when that is not every
/// raw channel.
QString stepSummary(const StepDefinition& step);

/// "up to 5 s out of order · 1 unit rule".
QString eventTimeSummary(const PipelineDefinition& definition);

} // namespace rillscope
