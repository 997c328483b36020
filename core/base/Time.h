// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>

namespace rillscope {

/// A length of time, in nanoseconds.
using Duration = std::chrono::nanoseconds;

/// `a + b`, held at the ends of the range where it would overflow.
inline constexpr Duration saturatedSum(Duration a, Duration b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.count(), b.count(), &sum))
        return b < Duration::zero() ? Duration::min() : Duration::max();
    return Duration{sum};
}

/// `a - b`, held at the ends of the range where it would overflow.
inline constexpr Duration saturatedDifference(Duration a, Duration b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.count(), b.count(), &difference))
        return b < Duration::zero() ? Duration::max() : Duration::min();
    return Duration{difference};
}

/// `duration * factor`, held at the ends of the range where it would overflow.
inline constexpr Duration saturatedProduct(Duration duration, std::int64_t factor) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(duration.count(), factor, &product))
        return (duration < Duration::zero()) == (factor < 0) ? Duration::max() : Duration::min();
    return Duration{product};
}

/// A point in time: nanoseconds since the Unix epoch, UTC, without leap seconds. Range: years 1677 to 2262.
/// All arithmetic is held at the ends of the range: two times can lie further apart than the 292 years that a
/// Duration reaches, and event times come from outside. std::chrono::time_point would overflow instead, which
/// is why this is a type of its own.
class Timestamp {
public:
    constexpr Timestamp() = default;
    constexpr explicit Timestamp(Duration sinceEpoch) : m_sinceEpoch(sinceEpoch) {}
    /// Midnight of a day.
    constexpr explicit Timestamp(std::chrono::sys_days day)
        : m_sinceEpoch(saturatedProduct(std::chrono::hours{24},
                                        static_cast<std::int64_t>(day.time_since_epoch().count()))) {}

    constexpr Duration sinceEpoch() const { return m_sinceEpoch; }

    static constexpr Timestamp min() { return Timestamp{Duration::min()}; }
    static constexpr Timestamp max() { return Timestamp{Duration::max()}; }

    constexpr Timestamp& operator+=(Duration step) { return *this = *this + step; }
    constexpr Timestamp& operator-=(Duration step) { return *this = *this - step; }

    friend constexpr Timestamp operator+(Timestamp time, Duration step) {
        return Timestamp{saturatedSum(time.m_sinceEpoch, step)};
    }
    friend constexpr Timestamp operator+(Duration step, Timestamp time) { return time + step; }
    friend constexpr Timestamp operator-(Timestamp time, Duration step) {
        return Timestamp{saturatedDifference(time.m_sinceEpoch, step)};
    }
    friend constexpr Duration operator-(Timestamp later, Timestamp earlier) {
        return saturatedDifference(later.m_sinceEpoch, earlier.m_sinceEpoch);
    }

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;

private:
    Duration m_sinceEpoch{0};
};

inline constexpr std::int64_t toNanoseconds(Timestamp time) {
    return time.sinceEpoch().count();
}

inline constexpr Timestamp fromNanoseconds(std::int64_t nanoseconds) {
    return Timestamp{Duration{nanoseconds}};
}

/// Whole milliseconds since the Unix epoch, rounded down.
inline constexpr std::int64_t toMilliseconds(Timestamp time) {
    return std::chrono::floor<std::chrono::milliseconds>(time.sinceEpoch()).count();
}

/// The second that the time lies in; the earliest Timestamp where that second begins before it.
inline constexpr Timestamp floorToSeconds(Timestamp time) {
    const Duration second = std::chrono::seconds{1};
    const Duration past = time.sinceEpoch() % second;
    return time - (past < Duration::zero() ? past + second : past);
}

/// How far apart two times are, in nanoseconds. Exact even where a Duration is too short for it.
inline constexpr std::uint64_t distanceBetween(Timestamp a, Timestamp b) {
    const auto [earlier, later] = a < b ? std::pair(a, b) : std::pair(b, a);
    return static_cast<std::uint64_t>(toNanoseconds(later)) -
           static_cast<std::uint64_t>(toNanoseconds(earlier));
}

/// So many nanoseconds, held at the ends of the range; zero for a NaN.
inline constexpr Duration saturatedNanoseconds(double nanoseconds) {
    constexpr double limit = 9'223'372'036'854'775'808.0; // 2^63, the first that is too large
    if (nanoseconds >= limit)
        return Duration::max();
    if (nanoseconds < -limit)
        return Duration::min();
    return nanoseconds == nanoseconds ? Duration{static_cast<std::int64_t>(nanoseconds)} : Duration::zero();
}

inline constexpr double toSeconds(Duration duration) {
    return std::chrono::duration<double>(duration).count();
}

} // namespace rillscope
