// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

namespace rillscope {

/// A step of a kind as a person first sees it: with a name that is free, and settings that are right for a
/// temperature and many other things. Precondition: the kind is known.
StepDefinition newStep(const QString& kind, const QList<StepDefinition>& steps);

/// How far out of order samples may be where windows are wanted and nothing was said about it.
inline constexpr Duration firstOutOfOrderness = std::chrono::seconds(5);

} // namespace rillscope
