// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <QString>

namespace rillscope {

/// The channel minus another one, where both have a sample within `within` of each other. DifferenceStep runs
/// it, because a Filter reads only one channel.
struct ChannelDifference {
    static constexpr StepKind kind{"difference", StepGroup::Filter};

    QString minus; ///< a raw channel's name
    Duration within{};

    /// What a person who adds the step starts from.
    static ChannelDifference suggested() { return {{}, std::chrono::seconds(1)}; }
    /// What it makes is no temperature.
    static Unit derivedUnit(Unit) { return Unit::None; }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.text("minus", minus, TextRule::Channel);
        keys.duration("within", within, DurationRule::Positive);
    }

    friend bool operator==(const ChannelDifference&, const ChannelDifference&) = default;
};

} // namespace rillscope
