// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// The median of the time before each sample.
struct MovingMedian {
    static constexpr StepKind kind{"moving_median", StepGroup::Filter};

    Duration over{};

    /// What a person who adds the step starts from.
    static MovingMedian suggested() { return {std::chrono::seconds(10)}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("over", over, DurationRule::Positive);
    }

    friend bool operator==(const MovingMedian&, const MovingMedian&) = default;
};

} // namespace rillscope
