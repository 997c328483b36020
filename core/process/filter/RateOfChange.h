// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// The slope between a sample and the one before it, as change in each `per`.
struct RateOfChange {
    static constexpr StepKind kind{"rate_of_change", StepGroup::Filter};

    Duration per = std::chrono::seconds(1);

    /// What a person who adds the step starts from.
    static RateOfChange suggested() { return {std::chrono::minutes(1)}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;
    /// What it makes is no temperature.
    static Unit derivedUnit(Unit) { return Unit::None; }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("per", per, DurationRule::Positive, std::chrono::seconds(1));
    }

    friend bool operator==(const RateOfChange&, const RateOfChange&) = default;
};

} // namespace rillscope
