// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/SourceTime.h"
#include "core/process/definition/PipelineDefinition.h"

namespace rillscope {

/// Whether the sample lies too far ahead of its arrival to be believed. Such a sample must not move the
/// watermark: one wrong clock would make every right one late.
inline bool isFarFuture(Timestamp eventTime, Timestamp arrivalTime, const EventTimeSettings& settings,
                        SourceTime source) {
    return source == SourceTime::Live && settings.allowedSkew &&
           eventTime - arrivalTime > *settings.allowedSkew;
}

} // namespace rillscope
