// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// Passes on a value only when it differs from the last one passed on by more than the band.
struct DeadBand {
    static constexpr StepKind kind{"dead_band", StepGroup::Filter};

    /// Silence in what it makes is no gap.
    static constexpr ChannelKind derivedKind = ChannelKind::DerivedOnChange;

    double band = 0.0;

    /// What a person who adds the step starts from.
    static DeadBand suggested() { return {0.5}; }
    std::unique_ptr<Filter> makeFilter(Unit unit) const;

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.number("band", band, NumberRule::NotNegative);
    }

    friend bool operator==(const DeadBand&, const DeadBand&) = default;
};

} // namespace rillscope
