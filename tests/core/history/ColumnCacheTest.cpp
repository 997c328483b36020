// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnCache.h"

#include "tests/core/history/RestoreReference.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rillscope {
namespace {

using test::SampleStream;
using test::StreamKind;
using namespace std::chrono_literals;

constexpr std::int64_t earliestTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t latestTime = std::numeric_limits<std::int64_t>::max();

/// A reader who moves and zooms while samples of any kind come and the oldest go.
class ColumnCacheStreamTest : public testing::TestWithParam<StreamKind> {
protected:
    void appendSome() {
        const std::uint64_t most = below(4) == 0 ? 6'000 : 300;
        for (std::uint64_t count = below(most); count > 0 && m_next < m_stream.size(); --count) {
            const auto& [time, value] = m_stream[m_next++];
            m_history.append(time, value, {});
            m_recording.push_back(m_history.sample(m_history.size() - 1).value());
        }
    }

    void restoreOrDropOne() {
        const std::int64_t count = m_history.evictedCount() / ChannelHistory::chunkSize;
        if (count == 0)
            return;
        const auto chunk = static_cast<std::int64_t>(below(static_cast<std::uint64_t>(count)));
        if (m_history.sample(chunk * ChannelHistory::chunkSize))
            m_history.dropRestored(chunk);
        else
            m_history.restore(chunk, test::ChunkColumns(m_recording, chunk).packFor(m_history, chunk));
    }

    void zoomSomewhere() {
        const auto magnitude = static_cast<double>(below(13'000)) / 1'000.0;
        m_grid.width = Duration(static_cast<std::int64_t>(std::pow(10.0, magnitude)) + 1);
        m_grid.count = below(2) == 0 ? 7 : 300;
        m_grid.first = m_grid.columnOf(m_stream[below(m_stream.size())].time);
        move(-m_grid.count / 2);
    }

    void move(std::int64_t columns) {
        std::int64_t first = 0;
        if (!__builtin_add_overflow(m_grid.first, columns, &first))
            m_grid.first = first;
    }

    void stepOnce() {
        appendSome();
        if (below(12) == 0)
            m_history.evictOldest();
        if (below(12) == 0)
            restoreOrDropOne();
        switch (below(6)) {
        case 0:
            zoomSomewhere();
            break;
        case 1:
        case 2: // mostly by a few columns, sometimes beyond all that was seen
            move(static_cast<std::int64_t>(below(9)) - 4);
            break;
        case 3:
            move(static_cast<std::int64_t>(below(900)) - 450);
            break;
        default:
            break;
        }
    }

    std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    SampleStream m_stream;
    std::size_t m_next = 0;
    ChannelHistory m_history;
    test::Recording m_recording;
    ColumnGrid m_grid{Duration(1'000), 0, 10};
};

TEST_P(ColumnCacheStreamTest, AnswersToTheBitAsTheHistoryDoesWhateverCameAndWentBetween) {
    for (int round = 0; round < 3; ++round) {
        m_stream = test::makeStream(GetParam(), 20'000, m_random);
        m_next = 0;
        ColumnCache cache;
        ColumnQueryResult result;
        zoomSomewhere();
        for (int step = 0; step < 400; ++step) {
            stepOnce();
            m_history.query(m_grid, cache, result);
            SCOPED_TRACE("step " + std::to_string(step) + ", size " + std::to_string(m_history.size()) +
                         ", evicted " + std::to_string(m_history.evictedCount()) + ", width " +
                         std::to_string(m_grid.width.count()) + ", first " + std::to_string(m_grid.first));
            test::expectSame(result, m_history.query(m_grid));
            if (HasFailure())
                return;
        }
        EXPECT_LT(cache.fullQueryCount(), 350);
    }
}

INSTANTIATE_TEST_SUITE_P(Streams, ColumnCacheStreamTest, testing::ValuesIn(test::allStreamKinds));

TEST(ColumnCacheTest, AsksForAllOnlyOnceWhileAFrameFollowsAStreamWithLateSamples) {
    ChannelHistory history;
    ColumnCache cache;
    ColumnQueryResult result;
    ColumnGrid grid{1ms, 0, 500};
    for (std::int64_t i = 0; i < 50'000; ++i) {
        const std::int64_t late = i % 7 == 0 ? i * 37 % 300'000'000 : 0;
        history.append(fromNanoseconds(i * 100'000 - late), static_cast<double>(i % 101), {});
        if (i % 50 != 0)
            continue;
        grid.first = grid.columnOf(fromNanoseconds(i * 100'000)) - grid.count + 1;
        history.query(grid, cache, result);
        ASSERT_EQ(result, history.query(grid));
    }
    EXPECT_EQ(cache.fullQueryCount(), 1);
}

TEST(ColumnCacheTest, AsksAnewWhenSamplesOfItsColumnsWereEvictedAndOnlyThen) {
    ChannelHistory history;
    for (std::int64_t i = 0; i < 20'000; ++i)
        history.append(fromNanoseconds(i), static_cast<double>(i % 101), {});
    ColumnCache early;
    ColumnCache late;
    ColumnQueryResult result;
    const ColumnGrid earlyGrid{100ns, 0, 100};
    const ColumnGrid lateGrid{100ns, 50, 100};
    history.query(earlyGrid, early, result);
    history.query(lateGrid, late, result);
    ASSERT_TRUE(history.evictOldest());
    history.query(earlyGrid, early, result);
    EXPECT_TRUE(result.columns.front().isEnvelope);
    EXPECT_EQ(result, history.query(earlyGrid));
    EXPECT_EQ(early.fullQueryCount(), 2);
    history.query(lateGrid, late, result);
    EXPECT_EQ(result, history.query(lateGrid));
    EXPECT_EQ(late.fullQueryCount(), 1);
}

TEST(ColumnCacheTest, ComesInFromBeyondAllTime) {
    ChannelHistory history;
    history.append(Timestamp::min(), 1.0, {});
    history.append(Timestamp::max(), 2.0, {});
    ColumnCache cache;
    ColumnQueryResult result;
    for (const Duration width : {Duration(1), Duration(1'000), Duration(latestTime / 4)}) {
        for (const Timestamp edge : {Timestamp::min(), Timestamp::max()}) {
            for (const int sign : {1, -1}) {
                for (int place = -12; place <= 12; ++place) {
                    ColumnGrid grid{width, 0, 5};
                    if (__builtin_add_overflow(grid.columnOf(edge), sign * place, &grid.first))
                        continue;
                    history.query(grid, cache, result);
                    test::expectSame(result, history.query(grid));
                }
            }
        }
    }
    history.query({Duration(1), earliestTime, 3}, cache, result);
    EXPECT_EQ(result.columns.size(), 1U);
}

} // namespace
} // namespace rillscope
