// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class QualityRule;

/// Changing faster than this from one sample to the next, either way.
struct RateRule {
    static constexpr StepKind kind{"rate", StepGroup::QualityRule};

    double perSecond = 1.0;

    /// What a person who adds the step starts from.
    static RateRule suggested() { return {10.0}; }
    std::unique_ptr<QualityRule> makeRule() const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.number("per_second", perSecond, NumberRule::Positive);
    }

    friend bool operator==(const RateRule&, const RateRule&) = default;
};

} // namespace rillscope
