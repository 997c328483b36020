// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace rillscope {
namespace {

using test::SampleStream;
using test::StreamKind;

std::uint64_t distance(Timestamp a, Timestamp b) {
    const auto from = static_cast<std::uint64_t>(toNanoseconds(std::min(a, b)));
    return static_cast<std::uint64_t>(toNanoseconds(std::max(a, b))) - from;
}

std::int64_t nearestByBruteForce(const SampleStream& stream, Timestamp time) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < stream.size(); ++i) {
        const std::uint64_t here = distance(stream[i].time, time);
        const std::uint64_t there = distance(stream[best].time, time);
        if (here < there || (here == there && stream[i].time < stream[best].time))
            best = i;
    }
    return static_cast<std::int64_t>(best);
}

template <typename IsInRange>
void expectStatistics(const RunningStatistics& actual, const SampleStream& stream, IsInRange isInRange) {
    RunningStatistics expected;
    for (const auto& [time, value] : stream) {
        if (isInRange(time) && std::isfinite(value))
            expected.add(value);
    }
    ASSERT_EQ(actual.count(), expected.count());
    if (expected.count() == 0)
        return;
    EXPECT_EQ(actual.minimum(), expected.minimum());
    EXPECT_EQ(actual.maximum(), expected.maximum());
    EXPECT_NEAR(actual.mean(), expected.mean(), 1e-10);
    if (expected.count() > 1) {
        EXPECT_NEAR(actual.standardDeviation(), expected.standardDeviation(), 1e-10);
    }
}

class ChannelHistoryStreamTest : public testing::TestWithParam<StreamKind> {
protected:
    void fill(int size) {
        m_stream = test::makeStream(GetParam(), size, m_random);
        test::appendAll(m_history, m_stream);
    }

    /// The time of some sample, or one near it.
    Timestamp someTime() {
        const std::int64_t time = toNanoseconds(m_stream[m_random() % m_stream.size()].time);
        const auto offset = static_cast<std::int64_t>(m_random() % 400'000'001) - 200'000'000;
        std::int64_t sum = 0;
        return fromNanoseconds(__builtin_add_overflow(time, offset, &sum) ? time : sum);
    }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    SampleStream m_stream;
    ChannelHistory m_history;
};

TEST_P(ChannelHistoryStreamTest, KeepsEverySampleToTheBitInTheOrderOfArrival) {
    fill(20'000);
    ASSERT_EQ(m_history.size(), 20'000);
    for (std::size_t i = 0; i < m_stream.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        ASSERT_EQ(m_history.eventTime(index), m_stream[i].time);
        ASSERT_EQ(std::bit_cast<std::uint64_t>(m_history.value(index)),
                  std::bit_cast<std::uint64_t>(m_stream[i].value));
    }
}

TEST_P(ChannelHistoryStreamTest, KnowsTheStatisticsOfAnyRange) {
    fill(70'000);
    expectStatistics(m_history.statistics(), m_stream, [](Timestamp) { return true; });
    for (int i = 0; i < 50; ++i) {
        const Timestamp a = someTime();
        const Timestamp b = someTime();
        expectStatistics(m_history.statistics(a, b), m_stream,
                         [a, b](Timestamp time) { return time >= a && time < b; });
    }
    for (std::size_t i = 255; i + 257 < m_stream.size(); i += 4'096) { // exactly where nodes begin and end
        for (const std::size_t first : {i, i + 1}) {
            const Timestamp begin = m_stream[first].time;
            for (const Timestamp end : {m_stream[i + 256].time, m_stream[i + 257].time}) {
                const auto isInRange = [begin, end](Timestamp time) { return time >= begin && time < end; };
                expectStatistics(m_history.statistics(begin, end), m_stream, isInRange);
            }
        }
    }
}

TEST_P(ChannelHistoryStreamTest, FindsTheNearestSample) {
    fill(5'000);
    for (int i = 0; i < 300; ++i) {
        const Timestamp time = someTime();
        ASSERT_EQ(m_history.nearest(time), nearestByBruteForce(m_stream, time)) << toNanoseconds(time);
    }
    for (std::size_t i = 64; i < m_stream.size(); i += 64) { // half way, also where two nodes meet
        const Timestamp time = fromNanoseconds(
            std::midpoint(toNanoseconds(m_stream[i - 1].time), toNanoseconds(m_stream[i].time)));
        ASSERT_EQ(m_history.nearest(time), nearestByBruteForce(m_stream, time)) << toNanoseconds(time);
    }
    for (const Timestamp time : {Timestamp::min(), Timestamp(), Timestamp::max()})
        ASSERT_EQ(m_history.nearest(time), nearestByBruteForce(m_stream, time));
}

TEST_P(ChannelHistoryStreamTest, KnowsItsEarliestAndLatestTime) {
    fill(4'444);
    const auto [earliest, latest] = std::minmax_element(
        m_stream.begin(), m_stream.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    EXPECT_EQ(m_history.timeRange(), std::pair(earliest->time, latest->time));
}

INSTANTIATE_TEST_SUITE_P(Streams, ChannelHistoryStreamTest, testing::ValuesIn(test::allStreamKinds));

TEST(ChannelHistoryTest, SaysNothingWhileEmpty) {
    const ChannelHistory history;
    EXPECT_EQ(history.size(), 0);
    EXPECT_FALSE(history.timeRange());
    EXPECT_FALSE(history.nearest(Timestamp()));
    EXPECT_EQ(history.statistics().count(), 0);
    EXPECT_TRUE(history.query({Duration(1'000), -5, 10}).columns.empty());
}

/// All fifteen bits that marks may take, as long as they are in the open chunk and once it is packed.
TEST(ChannelHistoryTest, KeepsTheQualityBesideTheBreak) {
    constexpr int marks = 1 << 15;
    ChannelHistory history;
    const auto expectKept = [&history](int begin, int end) {
        for (int flags = begin; flags < end; ++flags) {
            ASSERT_EQ(history.quality(2 * flags + 1).toInt(), flags);
            ASSERT_EQ(history.breaksBefore(2 * flags + 1), flags % 3 == 0);
            ASSERT_FALSE(history.breaksBefore(2 * flags));
        }
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (int flags = 0; flags < marks; ++flags) {
        history.append(fromNanoseconds(2 * flags), flags % 3 == 0 ? nan : 0.0, {});
        history.append(fromNanoseconds(2 * flags + 1), 1.0, Quality::fromInt(flags));
        if (flags % 64 == 0)
            expectKept(flags, flags + 1);
    }
    expectKept(0, marks);
}

TEST(ChannelHistoryTest, KeepsTheMomentsOfValuesWhoseSumOverflows) {
    ChannelHistory history;
    constexpr double huge = std::numeric_limits<double>::max();
    for (int i = 0; i < 512; ++i)
        history.append(fromNanoseconds(i), huge, {});
    EXPECT_EQ(history.statistics().mean(), huge);
    EXPECT_EQ(history.statistics().standardDeviation(), 0.0);
}

/// The classic trap of variances: a large offset, a small spread.
TEST(ChannelHistoryTest, KeepsTheDeviationOfValuesFarFromZero) {
    ChannelHistory history;
    for (int i = 0; i < 100'000; ++i)
        history.append(fromNanoseconds(i), 1e9 + (i % 2 == 0 ? 0.5 : -0.5), {});
    EXPECT_NEAR(history.statistics().standardDeviation(), 0.5, 1e-5);
    EXPECT_NEAR(history.statistics().mean(), 1e9, 1e-6);
}

} // namespace
} // namespace rillscope
