// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class QualityRule;

/// The same value, give or take the tolerance, for so long or longer.
struct StuckRule {
    static constexpr StepKind kind{"stuck", StepGroup::QualityRule};

    Duration after{};
    double tolerance = 0.0;

    /// What a person who adds the step starts from.
    static StuckRule suggested() { return {std::chrono::minutes(1), 0.0}; }
    std::unique_ptr<QualityRule> makeRule() const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("after", after, DurationRule::Positive);
        keys.number("tolerance", tolerance, NumberRule::NotNegative, 0.0);
    }

    friend bool operator==(const StuckRule&, const StuckRule&) = default;
};

} // namespace rillscope
