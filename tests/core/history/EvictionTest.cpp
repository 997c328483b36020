// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace rillscope {
namespace {

using test::Recording;
using test::SampleStream;
using test::StreamKind;

/// A history whose oldest samples go at random moments, beside all that it was given.
class EvictionTest : public testing::TestWithParam<StreamKind> {
protected:
    void appendSome(const SampleStream& stream, std::size_t count) {
        for (; count > 0 && m_recording.size() < stream.size(); --count) {
            const auto& [time, value] = stream[m_recording.size()];
            m_history.append(time, value, {});
            m_recording.push_back(m_history.sample(m_history.size() - 1).value());
        }
    }

    void evictSome() {
        for (auto times = random() % 4; times > 0 && m_history.evictOldest(); --times)
            m_evicted += 4'096;
        ASSERT_EQ(m_history.evictedCount(), m_evicted);
    }

    std::uint64_t random() { return m_random(); }
    Timestamp someTime() { return m_recording[random() % m_recording.size()].eventTime; }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    ChannelHistory m_history;
    Recording m_recording;
    std::int64_t m_evicted = 0;
};

/// What is left of evicted samples when asked for a range: whole leaves, by the middle of their times.
RunningStatistics statisticsByBruteForce(const Recording& recording, std::int64_t evicted, Timestamp begin,
                                         Timestamp end) {
    const auto isIn = [&](Timestamp time) { return time >= begin && time < end; };
    RunningStatistics statistics;
    for (std::size_t leaf = 0; leaf < recording.size(); leaf += 256) {
        Recording finite;
        for (std::size_t i = leaf; i < std::min(leaf + 256, recording.size()); ++i) {
            if (std::isfinite(recording[i].value))
                finite.push_back(recording[i]);
        }
        if (finite.empty())
            continue;
        const auto [first, last] =
            std::minmax_element(finite.begin(), finite.end(),
                                [](const auto& a, const auto& b) { return a.eventTime < b.eventTime; });
        const Timestamp middle =
            fromNanoseconds(std::midpoint(toNanoseconds(first->eventTime), toNanoseconds(last->eventTime)));
        const bool isEvicted = static_cast<std::int64_t>(leaf) < evicted;
        for (const RecordedSample& sample : finite) {
            if (isEvicted ? isIn(middle) : isIn(sample.eventTime))
                statistics.add(sample.value);
        }
    }
    return statistics;
}

TEST_P(EvictionTest, ShowsTheEnvelopeOfWhatIsGoneAndTheRestExactly) {
    const SampleStream stream = test::makeStream(GetParam(), 25'000, m_random);
    while (m_recording.size() < stream.size()) {
        appendSome(stream, random() % 9'000);
        ASSERT_NO_FATAL_FAILURE(evictSome());
        for (int i = 0; i < 8 && !m_recording.empty(); ++i) {
            const auto width =
                static_cast<std::int64_t>(std::pow(10.0, static_cast<double>(random() % 13'000) / 1'000.0));
            ColumnGrid grid{Duration(width + 1), 0, i % 3 == 0 ? 700 : 7};
            grid.first = grid.columnOf(someTime());
            if (grid.first > std::numeric_limits<std::int64_t>::min() + grid.count)
                grid.first -= grid.count / 2;
            SCOPED_TRACE("size " + std::to_string(m_recording.size()) + ", evicted " +
                         std::to_string(m_evicted) + ", width " + std::to_string(width + 1) + ", first " +
                         std::to_string(grid.first));
            test::expectSame(m_history.query(grid), test::queryByBruteForce(m_recording, m_evicted, grid));
            ASSERT_FALSE(HasFailure());
        }
    }
}

TEST_P(EvictionTest, KnowsTheStatisticsTheNearestAndTheTimesThatRemain) {
    const SampleStream stream = test::makeStream(GetParam(), 30'000, m_random);
    while (m_recording.size() < stream.size()) {
        appendSome(stream, random() % 9'000);
        ASSERT_NO_FATAL_FAILURE(evictSome());
        for (int i = 0; i < 20 && !m_recording.empty(); ++i) {
            const auto [begin, end] = std::minmax({someTime(), someTime()});
            const RunningStatistics actual = m_history.statistics(begin, end);
            const RunningStatistics expected = statisticsByBruteForce(m_recording, m_evicted, begin, end);
            ASSERT_EQ(actual.count(), expected.count());
            if (expected.count() > 0) {
                ASSERT_EQ(actual.minimum(), expected.minimum());
                ASSERT_EQ(actual.maximum(), expected.maximum());
                ASSERT_NEAR(actual.mean(), expected.mean(), 1e-10);
            }
            ASSERT_EQ(m_history.nearest(begin), test::nearestByBruteForce(m_recording, m_evicted, begin));
        }
        Timestamp latest = Timestamp::min();
        for (std::int64_t i = 0; i < m_evicted; ++i)
            latest = std::max(latest, m_recording[static_cast<std::size_t>(i)].eventTime);
        if (latest < Timestamp::max())
            latest += Duration(1);
        ASSERT_EQ(m_history.fullResolutionFrom(), m_evicted > 0 ? std::optional(latest) : std::nullopt);
    }
}

TEST_P(EvictionTest, GivesBackEachSampleOrSaysThatItIsGone) {
    const SampleStream stream = test::makeStream(GetParam(), 20'000, m_random);
    appendSome(stream, stream.size());
    ASSERT_TRUE(m_history.evictOldest());
    ASSERT_TRUE(m_history.evictOldest());
    std::vector<RecordedSample> part;
    const auto size = m_history.size();
    for (std::int64_t index = 0; index < size; ++index) {
        const RecordedSample& recorded = m_recording[static_cast<std::size_t>(index)];
        const bool isGone = index < 2 * 4'096;
        ASSERT_EQ(m_history.sample(index).has_value(), !isGone);
        ASSERT_EQ(std::isnan(m_history.value(index)), isGone || std::isnan(recorded.value));
        if (!isGone) {
            ASSERT_EQ(m_history.eventTime(index), recorded.eventTime);
        }
        if (index % 97 != 0)
            continue;
        const ChannelHistory::Part read = m_history.read(index, size, part);
        ASSERT_EQ(read.end, std::min(size, (index / 256 + 1) * 256));
        ASSERT_EQ(read.isEvicted, isGone);
        ASSERT_EQ(static_cast<std::int64_t>(part.size()), isGone ? 0 : read.end - index);
        if (!isGone) {
            ASSERT_EQ(part.front().eventTime, recorded.eventTime);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Streams, EvictionTest, testing::ValuesIn(test::allStreamKinds));

TEST(EvictionOfNothingTest, KeepsTheNewestChunkAndSaysSo) {
    ChannelHistory history;
    EXPECT_FALSE(history.evictOldest());
    for (int i = 0; i < 4'095; ++i)
        history.append(fromNanoseconds(i), 1.0, {});
    EXPECT_FALSE(history.evictOldest());
    EXPECT_FALSE(history.fullResolutionFrom());
    EXPECT_TRUE(history.append(fromNanoseconds(4'095), 1.0, {}).completesChunk);
    EXPECT_FALSE(history.evictOldest());
    EXPECT_FALSE(history.append(fromNanoseconds(4'096), 1.0, {}).completesChunk);
    EXPECT_TRUE(history.evictOldest());
    EXPECT_FALSE(history.evictOldest());
    EXPECT_EQ(history.size(), 4'097);
    EXPECT_EQ(history.fullResolutionFrom(), fromNanoseconds(4'096));
    EXPECT_EQ(history.nearest(Timestamp()), 4'096);
    EXPECT_EQ(history.statistics().count(), 4'097);
    EXPECT_EQ(history.timeRange(), std::pair(fromNanoseconds(0), fromNanoseconds(4'096)));
}

/// What the memory limit of SampleHistory can't take away.
TEST(EvictionOfMemoryTest, LeavesLittleMoreThanHalfAByteASample) {
    constexpr std::int64_t size = 256 * ChannelHistory::chunkSize;
    ChannelHistory history;
    for (std::int64_t i = 0; i < size; ++i)
        history.append(fromNanoseconds(i), 1.0, {});
    const std::int64_t newestChunk = history.memoryUsage() / 256;
    while (history.evictOldest())
        continue;
    EXPECT_NEAR(static_cast<double>(history.memoryUsage() - newestChunk) / size, 0.54, 0.02);
}

/// Where a gap lies in a summary is not known any more.
TEST(EvictionOfGapsTest, DrawsNoLineWithinASummaryThatHadAGap) {
    ChannelHistory history;
    for (int i = 0; i < 4'097; ++i)
        history.append(fromNanoseconds(i * 10 + (i >= 100 ? 90'000 : 0)), i % 13, {});
    ASSERT_TRUE(history.evictOldest());
    const ColumnQueryResult result = history.query({Duration(1), 0, 130'960});
    ASSERT_GE(result.columns.size(), 4U);
    EXPECT_FALSE(result.columns[0].breakBefore);
    EXPECT_TRUE(result.columns[1].breakBefore);
    for (const ColumnGroup& group : result.columns) {
        EXPECT_TRUE(group.isEnvelope);
        const bool isInGapLeaf = group.first.time <= fromNanoseconds(255 * 10 + 90'000);
        EXPECT_EQ(group.breakBefore, isInGapLeaf && group.column > 0);
    }
}

} // namespace
} // namespace rillscope
