// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// A step in the input is followed to 63 % after the time constant.
struct ExponentialSmoothing {
    static constexpr StepKind kind{"exponential", StepGroup::Filter};

    Duration timeConstant{};

    /// What a person who adds the step starts from.
    static ExponentialSmoothing suggested() { return {std::chrono::seconds(5)}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("time_constant", timeConstant, DurationRule::Positive);
    }

    friend bool operator==(const ExponentialSmoothing&, const ExponentialSmoothing&) = default;
};

} // namespace rillscope
