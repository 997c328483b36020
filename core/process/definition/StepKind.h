// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rillscope {

enum class StepGroup { QualityRule, Filter, Window, Alarm };

/// What every kind of step has, as the member `kind` of its settings. StepSettings lists the kinds.
struct StepKind {
    const char* word; ///< in a pipeline file; never changed, because older files have it
    StepGroup group;  ///< what the step does to the stream
};

} // namespace rillscope
