// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class QualityRule;

/// The first sample after a silence longer than this.
struct GapRule {
    static constexpr StepKind kind{"gap", StepGroup::QualityRule};

    Duration longerThan{};

    /// What a person who adds the step starts from.
    static GapRule suggested() { return {std::chrono::seconds(10)}; }
    std::unique_ptr<QualityRule> makeRule() const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("longer_than", longerThan, DurationRule::Positive);
    }

    friend bool operator==(const GapRule&, const GapRule&) = default;
};

} // namespace rillscope
