// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>
#include <optional>

namespace rillscope {

class QualityRule;

/// Outside [minimum, maximum]: out of range.
struct RangeRule {
    static constexpr StepKind kind{"range", StepGroup::QualityRule};

    std::optional<double> minimum;
    std::optional<double> maximum;

    /// What a person who adds the step starts from: what most sensors can measure.
    static RangeRule suggested() { return {-40.0, 125.0}; }
    std::unique_ptr<QualityRule> makeRule() const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.optionalNumber("minimum", minimum);
        keys.optionalNumber("maximum", maximum);
        keys.require(
            minimum || maximum, "minimum",
            Message(QT_TRANSLATE_NOOP("Message", "missing; expected a minimum, a maximum, or both")));
        keys.require(!minimum || !maximum || *minimum <= *maximum, "minimum",
                     Message(QT_TRANSLATE_NOOP("Message", "expected no more than maximum")));
    }

    friend bool operator==(const RangeRule&, const RangeRule&) = default;
};

} // namespace rillscope
