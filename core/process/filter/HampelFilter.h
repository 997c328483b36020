// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// A value further than `threshold` (scaled) median absolute deviations from the median of the time before
/// it is replaced by that median.
struct HampelFilter {
    static constexpr StepKind kind{"hampel", StepGroup::Filter};

    Duration over{};
    double threshold = 3.0;

    /// What a person who adds the step starts from.
    static HampelFilter suggested() { return {std::chrono::seconds(30), 3.0}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("over", over, DurationRule::Positive);
        keys.number("threshold", threshold, NumberRule::Positive, 3.0);
    }

    friend bool operator==(const HampelFilter&, const HampelFilter&) = default;
};

} // namespace rillscope
