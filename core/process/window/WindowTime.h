// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace rillscope {

/// A point in event time as windows see it: whole milliseconds. Every Timestamp and every window that begins
/// or ends near one fits with room to spare, so that the arithmetic of windows never overflows.
using WindowDuration = std::chrono::milliseconds;
using WindowTime = std::chrono::sys_time<WindowDuration>;

/// Before and after anything that has an event time: the watermark of nothing, and that of an ended stream.
inline constexpr WindowTime beforeAllTime{WindowDuration{-(std::int64_t{1} << 60)}};
inline constexpr WindowTime afterAllTime{WindowDuration{std::int64_t{1} << 60}};

inline constexpr WindowTime floorToMilliseconds(Timestamp time) {
    return WindowTime{WindowDuration{toMilliseconds(time)}};
}

/// The same time, held at the ends of what a Timestamp reaches.
inline constexpr Timestamp toTimestamp(WindowTime time) {
    std::int64_t nanoseconds = 0;
    if (__builtin_mul_overflow(time.time_since_epoch().count(), std::int64_t{1'000'000}, &nanoseconds))
        return time.time_since_epoch().count() < 0 ? Timestamp::min() : Timestamp::max();
    return fromNanoseconds(nanoseconds);
}

} // namespace rillscope
