// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/GapDetector.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

/// Feeds samples `interval` apart and counts the breaks.
class GapDetectorTest : public testing::Test {
protected:
    int feed(int count, std::int64_t interval) {
        int breaks = 0;
        for (int i = 0; i < count; ++i)
            breaks += m_gaps.breaksBefore(m_time += interval, true) ? 1 : 0;
        return breaks;
    }

    GapDetector m_gaps{10.0};
    std::int64_t m_time = 0;
};

TEST_F(GapDetectorTest, BreaksAfterMoreThanTenTimesTheUsualInterval) {
    EXPECT_EQ(feed(100, 100), 0);
    EXPECT_EQ(feed(1, 1'000), 0);
    EXPECT_EQ(feed(100, 100), 0);
    EXPECT_EQ(feed(1, 1'010), 1);
    EXPECT_EQ(feed(100, 100), 0);
}

TEST_F(GapDetectorTest, WaitsForEightIntervals) {
    EXPECT_EQ(feed(8, 100), 0);
    EXPECT_EQ(feed(1, 100'000), 0);
    GapDetector other(10.0);
    for (int i = 0; i <= 8; ++i)
        EXPECT_FALSE(other.breaksBefore(i * 100, true));
    EXPECT_TRUE(other.breaksBefore(100'000, true));
}

TEST_F(GapDetectorTest, FollowsAChangeOfTheRateWithinAFewSamples) {
    feed(100, 100);
    const int breaks = feed(200, 1'000'000); // ten thousand times slower
    EXPECT_GE(breaks, 1);
    EXPECT_LE(breaks, 8);
    EXPECT_EQ(feed(1'000, 100), 0);
    EXPECT_EQ(feed(1, 2'000), 1);
}

TEST_F(GapDetectorTest, BreaksOnceAfterARunOfNonFiniteValues) {
    feed(20, 100);
    EXPECT_FALSE(m_gaps.breaksBefore(m_time += 100, false));
    EXPECT_TRUE(m_gaps.breaksBefore(m_time += 100, false));
    EXPECT_EQ(feed(1, 100), 1);
    EXPECT_EQ(feed(10, 100), 0);
}

TEST_F(GapDetectorTest, LeavesSamplesOutOfOrderAlone) {
    feed(20, 100);
    EXPECT_FALSE(m_gaps.breaksBefore(m_time - 50, false));
    EXPECT_EQ(feed(1, 100), 0);
    EXPECT_FALSE(m_gaps.breaksBefore(m_time + 100, false));
    EXPECT_FALSE(m_gaps.breaksBefore(m_time - 1'000'000, true)) << "the NaN is elsewhere in time";
    EXPECT_TRUE(m_gaps.breaksBefore(m_time += 200, true));
}

TEST_F(GapDetectorTest, IgnoresIntervalsOfNothing) {
    feed(20, 100);
    EXPECT_EQ(feed(1'000, 0), 0);
    EXPECT_EQ(feed(20, 100), 0);
    EXPECT_EQ(feed(1, 1'010), 1);
}

TEST_F(GapDetectorTest, BearsTheLongestIntervalThereIs) {
    m_time = std::numeric_limits<std::int64_t>::min();
    feed(20, 100);
    EXPECT_TRUE(m_gaps.breaksBefore(std::numeric_limits<std::int64_t>::max(), true));
    EXPECT_FALSE(m_gaps.breaksBefore(std::numeric_limits<std::int64_t>::min(), true));
}

} // namespace
} // namespace rillscope
