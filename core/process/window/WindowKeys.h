// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/window/Aggregate.h"

namespace rillscope {

/// Windows that a sample is in at a time, or that a window emits: what one sample may cost.
inline constexpr std::int64_t maxPartsOfWindow = 10'000;

inline bool isDivisible(Duration whole, Duration part) {
    return part > Duration::zero() && whole % part == Duration::zero();
}

/// The part of a window's keys that all of its kinds but sessions have.
template <typename Keys, typename Window>
void visitOffsetAndAggregates(Keys& keys, Window& window) {
    keys.duration("offset", window.offset, DurationRule::AnyMilliseconds, Duration::zero());
    keys.require(std::chrono::abs(window.offset) < window.size, "offset",
                 Message(QT_TRANSLATE_NOOP("Message", "expected less than size, forward or back")));
    keys.aggregates("aggregates", window.aggregates);
}

} // namespace rillscope
