// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// Passes on at most one sample in each stretch of event time.
struct Decimation {
    static constexpr StepKind kind{"decimate", StepGroup::Filter};

    Duration every{};

    /// What a person who adds the step starts from.
    static Decimation suggested() { return {std::chrono::seconds(1)}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("every", every, DurationRule::Positive);
    }

    friend bool operator==(const Decimation&, const Decimation&) = default;
};

} // namespace rillscope
