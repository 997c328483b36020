// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace rillscope {

/// A length of time, in nanoseconds.
using Duration = std::chrono::nanoseconds;

/// A point in time: nanoseconds since the Unix epoch, UTC, without leap seconds. Range: years 1677 to 2262.
using Timestamp = std::chrono::sys_time<Duration>;

inline constexpr std::int64_t toNanoseconds(Timestamp time) {
    return time.time_since_epoch().count();
}

inline constexpr Timestamp fromNanoseconds(std::int64_t nanoseconds) {
    return Timestamp{Duration{nanoseconds}};
}

/// `later - earlier`, held at the ends of the range where it would overflow.
inline constexpr Duration saturatedDifference(Timestamp later, Timestamp earlier) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(toNanoseconds(later), toNanoseconds(earlier), &difference))
        return later < earlier ? Duration::min() : Duration::max();
    return Duration{difference};
}

inline constexpr double toSeconds(Duration duration) {
    return std::chrono::duration<double>(duration).count();
}

} // namespace rillscope
