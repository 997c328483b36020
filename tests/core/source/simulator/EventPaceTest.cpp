// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/EventPace.h"

#include <gtest/gtest.h>

#include <random>

namespace rillscope {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

TEST(EventPaceTest, PassesAtItsFactor) {
    const EventPace pace(start, seconds(100), 60.0);
    EXPECT_EQ(pace.eventAt(seconds(100)), start);
    EXPECT_EQ(pace.eventAt(seconds(102)), start + seconds(120));
    EXPECT_EQ(pace.delayUntil(start + seconds(120), seconds(101)), seconds(1));
    EXPECT_EQ(pace.delayUntil(start + seconds(120), seconds(103)), seconds(0));
}

TEST(EventPaceTest, IsExactToTheNanosecondAtTheSpeedOfTheClock) {
    const EventPace pace(start, Duration{17}, 1.0);
    for (const Duration elapsed :
         {Duration{1}, Duration{999'999'999}, Duration{hours(24 * 90)} + Duration{1}})
        EXPECT_EQ(pace.eventAt(Duration{17} + elapsed), start + elapsed);
}

TEST(EventPaceTest, HasAlwaysReachedTheEventAfterTheDelay) {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        const double factor = std::exp(std::uniform_real_distribution(-6.9, 13.8)(random));
        const EventPace pace(start, Duration{0}, factor);
        const Duration now{std::uniform_int_distribution<std::int64_t>(0, 100'000'000'000)(random)};
        const Duration ahead{std::uniform_int_distribution<std::int64_t>(0, 1'000'000'000)(random)};
        const Timestamp event = pace.eventAt(now) + ahead;
        const Duration delay = pace.delayUntil(event, now);
        ASSERT_GE(pace.eventAt(now + delay + Duration{1}), event) << factor;
        if (delay > Duration{1}) {
            ASSERT_LT(pace.eventAt(now + delay - Duration{2}), event) << factor;
        }
    }
}

TEST(EventPaceTest, StandsStillAtTheEndOfTime) {
    for (const Timestamp anchor : {Timestamp::min(), start, Timestamp::max() - hours(48)}) {
        const EventPace pace(anchor, seconds(0), 1e6);
        const Timestamp end = pace.eventAt(hours(24 * 365 * 290));
        EXPECT_EQ(end, Timestamp::max() - hours(24));
        EXPECT_GE(pace.eventAt(hours(24 * 100)), anchor);
        EXPECT_LE(pace.eventAt(hours(24 * 100)), end);
    }
    const EventPace slow(Timestamp::min(), seconds(0), 0.001);
    EXPECT_EQ(slow.delayUntil(Timestamp::max(), seconds(0)), hours(1));
}

TEST(EventPaceTest, KnowsWhenAnEventWasDue) {
    const EventPace pace(start, std::chrono::seconds(10), 60.0);
    EXPECT_EQ(pace.dueAt(start), std::chrono::seconds(10));
    EXPECT_EQ(pace.dueAt(start + std::chrono::minutes(1)), std::chrono::seconds(11));
    EXPECT_EQ(pace.dueAt(start - std::chrono::minutes(20)), -std::chrono::seconds(10));
    EXPECT_EQ(EventPace(Timestamp::min(), Duration::zero(), 1.0).dueAt(Timestamp::max()), Duration::max());
}

} // namespace
} // namespace rillscope
