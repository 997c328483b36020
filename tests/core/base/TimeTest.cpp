// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
__extension__ using Wide = __int128;
using Limits = std::numeric_limits<std::int64_t>;

/// The nearest number that fits.
std::int64_t held(Wide exact) {
    return static_cast<std::int64_t>(std::clamp(exact, Wide{Limits::min()}, Wide{Limits::max()}));
}

/// Numbers of every size and sign, half of them near an end of the range, zero or a power of two.
class AnyNumber {
public:
    std::int64_t operator()() {
        const auto near = static_cast<std::int64_t>(m_random() % 5) - 2;
        switch (m_random() % 6) {
        case 0:
            return held(Wide{Limits::min()} + near);
        case 1:
            return held(Wide{Limits::max()} + near);
        case 2:
            return near;
        case 3:
            return held((Wide{1} << (m_random() % 64)) * (m_random() % 2 == 0 ? 1 : -1) + near);
        default:
            return static_cast<std::int64_t>(m_random()) >> (m_random() % 64);
        }
    }

private:
    std::mt19937_64 m_random{17};
};

TEST(TimeTest, IsHeldAtTheEndsOfTheRange) {
    EXPECT_EQ(Timestamp::max() - Timestamp::min(), Duration::max());
    EXPECT_EQ(Timestamp::min() - Timestamp::max(), Duration::min());
    EXPECT_EQ(Timestamp::max() - Timestamp{Duration{-1}}, Duration::max());
    EXPECT_EQ(Timestamp{Duration{-1}} - Timestamp::max(), Duration::min());
    EXPECT_EQ(Timestamp::min() - Timestamp::min(), Duration::zero());
    EXPECT_EQ(Timestamp::max() + 1ns, Timestamp::max());
    EXPECT_EQ(Timestamp::max() - Duration::min(), Timestamp::max());
    EXPECT_EQ(Timestamp::min() - 1ns, Timestamp::min());
    EXPECT_EQ(Timestamp::min() + Duration::min(), Timestamp::min());
    EXPECT_EQ(Timestamp::min() + Duration::max(), Timestamp{Duration{-1}});
}

TEST(TimeTest, IsExactWhereItFitsAndHeldWhereNot) {
    AnyNumber number;
    for (int i = 0; i < 200'000; ++i) {
        const std::int64_t a = number();
        const std::int64_t b = number();
        const Timestamp time = fromNanoseconds(a);
        ASSERT_EQ((time - fromNanoseconds(b)).count(), held(Wide{a} - b)) << a << ' ' << b;
        ASSERT_EQ(toNanoseconds(time - Duration{b}), held(Wide{a} - b)) << a << ' ' << b;
        ASSERT_EQ(toNanoseconds(time + Duration{b}), held(Wide{a} + b)) << a << ' ' << b;
        ASSERT_EQ(toNanoseconds(Duration{b} + time), held(Wide{a} + b)) << a << ' ' << b;
        Timestamp moved = time;
        ASSERT_EQ(toNanoseconds(moved += Duration{b}), held(Wide{a} + b)) << a << ' ' << b;
        moved = time;
        ASSERT_EQ(toNanoseconds(moved -= Duration{b}), held(Wide{a} - b)) << a << ' ' << b;
        ASSERT_EQ(saturatedProduct(Duration{a}, b).count(), held(Wide{a} * b)) << a << ' ' << b;
        ASSERT_EQ(Wide{distanceBetween(time, fromNanoseconds(b))}, a < b ? Wide{b} - a : Wide{a} - b);
    }
}

TEST(TimeTest, RoundsDownToMillisecondsAndSeconds) {
    const auto floored = [](std::int64_t value, std::int64_t step) {
        return value / step - (value % step < 0 ? 1 : 0);
    };
    AnyNumber number;
    for (int i = 0; i < 100'000; ++i) {
        const std::int64_t value = number();
        const Timestamp time = fromNanoseconds(value);
        ASSERT_EQ(toMilliseconds(time), floored(value, 1'000'000)) << value;
        ASSERT_EQ(toNanoseconds(floorToSeconds(time)),
                  held(Wide{floored(value, 1'000'000'000)} * 1'000'000'000))
            << value;
    }
    EXPECT_EQ(floorToSeconds(Timestamp::min()), Timestamp::min());
}

TEST(TimeTest, HoldsADayThatIsOutOfRange) {
    EXPECT_EQ(Timestamp{std::chrono::sys_days{std::chrono::year{1970} / 1 / 2}}, Timestamp{24h});
    EXPECT_EQ(Timestamp{std::chrono::sys_days{std::chrono::year{2300} / 1 / 1}}, Timestamp::max());
    EXPECT_EQ(Timestamp{std::chrono::sys_days{std::chrono::year{1600} / 1 / 1}}, Timestamp::min());
}

TEST(TimeTest, TakesAnyNumberOfNanoseconds) {
    constexpr double limit = 9'223'372'036'854'775'808.0;
    EXPECT_EQ(saturatedNanoseconds(limit), Duration::max());
    EXPECT_EQ(saturatedNanoseconds(std::nextafter(limit, 0.0)), Duration{9'223'372'036'854'774'784});
    EXPECT_EQ(saturatedNanoseconds(-limit), Duration::min());
    EXPECT_EQ(saturatedNanoseconds(-std::numeric_limits<double>::infinity()), Duration::min());
    EXPECT_EQ(saturatedNanoseconds(std::numeric_limits<double>::quiet_NaN()), Duration::zero());
    EXPECT_EQ(saturatedNanoseconds(-2.5), Duration{-2});
}

} // namespace
} // namespace rillscope
