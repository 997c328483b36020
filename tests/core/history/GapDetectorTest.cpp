// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/GapDetector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace rillscope {
namespace {

/// What a GapDetector is to do, as its words say it: all intervals kept, the last 15 sorted each time.
class NaiveDetector {
public:
    explicit NaiveDetector(double factor) : m_factor(factor) {}

    void setFactor(double factor) { m_factor = factor; }

    bool breaksBefore(std::int64_t time, bool isFinite) {
        if (!m_times.empty() && time < m_times.back())
            return false;
        const bool breaks = m_isBroken;
        m_isBroken = !isFinite;
        const std::uint64_t interval =
            m_times.empty() ? 0
                            : static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(m_times.back());
        m_times.push_back(time);
        if (interval == 0)
            return breaks;
        const bool isSilence =
            m_intervals.size() >= 8 && static_cast<double>(interval) > m_factor * usualInterval();
        m_intervals.push_back(interval);
        return breaks || isSilence;
    }

private:
    double usualInterval() const {
        const auto count = static_cast<std::ptrdiff_t>(std::min<std::size_t>(m_intervals.size(), 15));
        std::vector<std::uint64_t> recent(m_intervals.end() - count, m_intervals.end());
        std::ranges::sort(recent);
        return static_cast<double>(recent[recent.size() / 2]);
    }

    double m_factor;
    bool m_isBroken = false;
    std::vector<std::int64_t> m_times;
    std::vector<std::uint64_t> m_intervals;
};

/// Intervals of every kind: regular, jittery, Poisson, in bursts, with silences, changing their rate, of any
/// length at all.
class RandomIntervals {
public:
    explicit RandomIntervals(std::uint64_t seed) : m_random(seed) {}

    std::int64_t next() {
        if (below(40) == 0) {
            m_kind = below(6);
            m_scale = std::int64_t{1} << below(40);
        }
        switch (m_kind) {
        case 0:
            return m_scale;
        case 1:
            return m_scale + below(m_scale / 2 + 1);
        case 2:
            return static_cast<std::int64_t>(std::exponential_distribution(1.0)(m_random) *
                                             static_cast<double>(m_scale));
        case 3:
            return below(5) == 0 ? 50 * m_scale : m_scale;
        case 4:
            return below(3) == 0 ? -below(m_scale) : m_scale;
        default:
            return below(std::int64_t{1} << below(50));
        }
    }

    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(m_random() %
                                         static_cast<std::uint64_t>(std::max<std::int64_t>(bound, 1)));
    }

private:
    std::mt19937_64 m_random;
    std::int64_t m_kind = 0;
    std::int64_t m_scale = 1'000;
};

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

TEST_F(GapDetectorTest, BreaksAtSilencesThatFollowEachOther) {
    constexpr std::int64_t second = 1'000'000'000;
    feed(100, second);
    for (const std::int64_t silence : {20, 35, 30, 25, 60, 11}) {
        EXPECT_EQ(feed(1, silence * second), 1) << silence << " s";
        EXPECT_EQ(feed(3, second), 0);
    }
}

TEST_F(GapDetectorTest, BreaksAtSevenSilencesInARow) {
    feed(15, 100);
    EXPECT_EQ(feed(7, 1'100), 7);
    EXPECT_EQ(feed(1, 100), 0) << "still the usual interval";
    EXPECT_EQ(feed(1, 1'100), 1);
}

TEST_F(GapDetectorTest, TakesEightAlikeForAChangeOfTheRate) {
    feed(100, 100);
    EXPECT_EQ(feed(8, 5'000), 8);
    EXPECT_EQ(feed(1'000, 5'000), 0);
}

TEST_F(GapDetectorTest, JudgesAsANaiveOneDoes) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomIntervals intervals(seed);
        const std::array<double, 6> factors{10.0, 1.0,   1.5,
                                            3.0,  100.0, std::numeric_limits<double>::infinity()};
        const auto factor = factors[seed % factors.size()];
        GapDetector detector(factor);
        NaiveDetector naive(factor);
        std::int64_t time = seed % 3 == 0 ? std::numeric_limits<std::int64_t>::min() : 0;
        for (int i = 0; i < 2'000; ++i) {
            if (intervals.below(300) == 0) {
                const double other = factors[static_cast<std::size_t>(intervals.below(6))];
                detector.setFactor(other);
                naive.setFactor(other);
            }
            const bool isFinite = intervals.below(50) != 0;
            ASSERT_EQ(detector.breaksBefore(time, isFinite), naive.breaksBefore(time, isFinite))
                << "seed " << seed << ", sample " << i;
            if (__builtin_add_overflow(time, intervals.next(), &time))
                break;
        }
    }
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
