// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/RestoreReference.h"

#include "core/history/ColumnCache.h"
#include "core/history/RangeInsight.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <tuple>

namespace rillscope {
namespace {

using test::ChunkColumns;
using test::Recording;
using test::SampleStream;
using test::StreamKind;

/// A history whose oldest chunks go, come back and go again at random, beside one that keeps them all.
class RestoreTest : public testing::TestWithParam<StreamKind> {
protected:
    void appendSome(const SampleStream& stream, std::size_t count) {
        for (; count > 0 && m_recording.size() < stream.size(); --count) {
            const auto& [time, value] = stream[m_recording.size()];
            const auto quality =
                Quality::fromInt(m_random() % 50 == 0 ? static_cast<int>(m_random() % 512) : 0);
            m_history.append(time, value, quality);
            m_whole.append(time, value, quality);
            m_recording.push_back(m_whole.sample(m_whole.size() - 1).value());
        }
    }

    void evictSome() {
        for (auto times = m_random() % 3; times > 0; --times)
            m_history.evictOldest();
    }

    std::int64_t chunkCount() const { return m_history.evictedCount() / ChannelHistory::chunkSize; }

    void restore(std::int64_t chunk) {
        auto samples = ChunkColumns(m_recording, chunk).packFor(m_history, chunk);
        ASSERT_TRUE(samples);
        ASSERT_EQ(m_history.restore(chunk, std::move(samples)), m_restored.insert(chunk).second);
    }

    void restoreAndDropSome() {
        if (chunkCount() == 0)
            return;
        for (auto times = m_random() % 4; times > 0; --times)
            ASSERT_NO_FATAL_FAILURE(restore(someChunk()));
        for (auto times = m_random() % 3; times > 0 && !m_restored.empty(); --times)
            m_history.dropRestored(m_restored.extract(m_restored.begin()).value());
    }

    test::IsEvicted isEvicted() const {
        return [this](std::int64_t index) {
            return index < m_history.evictedCount() &&
                   !m_restored.contains(index / ChannelHistory::chunkSize);
        };
    }

    std::int64_t someChunk() {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(chunkCount()));
    }
    Timestamp someTime() { return m_recording[m_random() % m_recording.size()].eventTime; }

    ColumnGrid someGrid() {
        const auto magnitude = static_cast<double>(m_random() % 13'000) / 1'000.0;
        ColumnGrid grid{Duration(static_cast<std::int64_t>(std::pow(10.0, magnitude)) + 1), 0,
                        m_random() % 3 == 0 ? 700 : 7};
        grid.first = grid.columnOf(someTime());
        if (grid.first > std::numeric_limits<std::int64_t>::min() + grid.count)
            grid.first -= grid.count / 2;
        return grid;
    }

    void expectTheSameAsTheWhole(const ColumnGrid& grid) {
        test::expectSame(m_history.query(grid), m_whole.query(grid));
        std::vector<SampleMark> marks;
        std::vector<SampleMark> expected;
        m_history.marks(grid, marks);
        m_whole.marks(grid, expected);
        const auto key = [](const SampleMark& mark) {
            return std::tuple(mark.time, std::bit_cast<std::uint64_t>(mark.value), mark.kind);
        };
        ASSERT_TRUE(std::equal(marks.begin(), marks.end(), expected.begin(), expected.end(),
                               [key](const auto& a, const auto& b) { return key(a) == key(b); }));
    }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    ChannelHistory m_history;
    ChannelHistory m_whole;
    Recording m_recording;
    std::set<std::int64_t> m_restored;
};

TEST_P(RestoreTest, ShowsWhatIsRestoredExactlyAndTheEnvelopeOfTheRest) {
    const SampleStream stream = test::makeStream(GetParam(), 30'000, m_random);
    while (m_recording.size() < stream.size()) {
        appendSome(stream, m_random() % 9'000);
        evictSome();
        ASSERT_NO_FATAL_FAILURE(restoreAndDropSome());
        for (int i = 0; i < 8 && !m_recording.empty(); ++i) {
            const ColumnGrid grid = someGrid();
            test::expectSame(m_history.query(grid), test::queryByBruteForce(m_recording, isEvicted(), grid));
            const Timestamp time = someTime();
            ASSERT_EQ(m_history.nearest(time), test::nearestByBruteForce(m_recording, isEvicted(), time));
            ASSERT_FALSE(HasFailure());
        }
    }
}

TEST_P(RestoreTest, IsToTheBitAsIfNothingHadEverGoneOnceAllIsBack) {
    const SampleStream stream = test::makeStream(GetParam(), 30'000, m_random);
    appendSome(stream, stream.size());
    while (m_history.evictOldest())
        continue;
    for (std::int64_t chunk = 0; chunk < chunkCount(); ++chunk)
        ASSERT_NO_FATAL_FAILURE(restore(chunk));
    for (int i = 0; i < 40; ++i) {
        expectTheSameAsTheWhole(someGrid());
        const auto [begin, end] = std::minmax({someTime(), someTime()});
        ASSERT_EQ(m_history.nearest(begin), m_whole.nearest(begin));
        const RunningStatistics actual = m_history.statistics(begin, end);
        const RunningStatistics expected = m_whole.statistics(begin, end);
        ASSERT_EQ(actual.count(), expected.count());
        ASSERT_EQ(std::bit_cast<std::uint64_t>(actual.mean()), std::bit_cast<std::uint64_t>(expected.mean()));
        ASSERT_FALSE(m_history.fullResolutionFrom(begin, end));
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_EQ(m_history.evictedCount(), 28'672) << "restored ones are not counted as kept";
    EXPECT_TRUE(m_history.fullResolutionFrom());
    EXPECT_GT(m_history.restoredBytes(), 7 * 4'096 * 8);
}

TEST_P(RestoreTest, OfSummariesAloneIsAsAfterEviction) {
    const SampleStream stream = test::makeStream(GetParam(), 21'000, m_random);
    appendSome(stream, stream.size());
    while (m_history.evictOldest())
        continue;
    ChannelHistory opened;
    for (std::int64_t chunk = 0; chunk < chunkCount(); ++chunk)
        opened.appendEvicted(ChunkColumns(m_recording, chunk).leaves());
    for (std::size_t i = static_cast<std::size_t>(m_history.evictedCount()); i < m_recording.size(); ++i)
        opened.append(m_recording[i]);
    ASSERT_EQ(opened.size(), m_history.size());
    ASSERT_EQ(opened.evictedCount(), m_history.evictedCount());
    ASSERT_EQ(opened.fullResolutionFrom(), m_history.fullResolutionFrom());
    ASSERT_EQ(opened.timeRange(), m_history.timeRange());
    for (std::int64_t chunk = 0; chunk < chunkCount(); chunk += 2) {
        ASSERT_NO_FATAL_FAILURE(restore(chunk));
        ASSERT_TRUE(opened.restore(chunk, ChunkColumns(m_recording, chunk).packFor(opened, chunk)));
    }
    std::vector<SampleMark> marks;
    std::vector<SampleMark> expected;
    for (int i = 0; i < 40; ++i) {
        const ColumnGrid grid = someGrid();
        test::expectSame(opened.query(grid), m_history.query(grid));
        opened.marks(grid, marks);
        m_history.marks(grid, expected);
        ASSERT_EQ(marks.size(), expected.size());
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_EQ(opened.statistics().count(), m_whole.statistics().count());
}

TEST_P(RestoreTest, TakesNoSamplesButThoseThatWereEvicted) {
    const SampleStream stream = test::makeStream(GetParam(), 9'000, m_random);
    appendSome(stream, stream.size());
    ASSERT_TRUE(m_history.evictOldest());
    const auto place = static_cast<std::size_t>(m_random() % 4'096);
    ChunkColumns columns(m_recording, 0);
    const ChunkColumns original = columns;
    EXPECT_TRUE(columns.packFor(m_history, 0));
    std::swap(columns.times[place], columns.times[(place + 2'000) % 4'096]);
    std::swap(columns.values[place], columns.values[(place + 2'000) % 4'096]);
    columns.values[(place + 1'000) % 4'096] = 1e9;
    EXPECT_FALSE(columns.packFor(m_history, 0));
    columns = original;
    columns.times[place] = columns.times[place] > 0 ? std::numeric_limits<std::int64_t>::min()
                                                    : std::numeric_limits<std::int64_t>::max();
    if (GetParam() != StreamKind::ExtremeTimes) {
        EXPECT_FALSE(columns.packFor(m_history, 0));
    }
}

TEST_P(RestoreTest, SaysWhatIsAtHandAndWhatToAskFor) {
    const SampleStream stream = test::makeStream(GetParam(), 40'000, m_random);
    while (m_recording.size() < stream.size()) {
        appendSome(stream, m_random() % 9'000);
        evictSome();
        ASSERT_NO_FATAL_FAILURE(restoreAndDropSome());
        for (std::int64_t index = 0; index < m_history.size();) {
            const auto [end, isGone] = m_history.presence(index, m_history.size());
            ASSERT_GT(end, index);
            for (; index < end; index += 256)
                ASSERT_EQ(isEvicted()(index), isGone);
            index = end;
        }
        for (int i = 0; i < 10 && !m_recording.empty(); ++i) {
            const auto [begin, end] = std::minmax({someTime(), someTime()});
            std::optional<Timestamp> latest;
            std::set<std::int64_t> chunks;
            for (std::int64_t chunk = 0; chunk < chunkCount(); ++chunk) {
                const auto from = m_recording.begin() + chunk * 4'096;
                const auto [first, last] =
                    std::minmax_element(from, from + 4'096, [](const auto& a, const auto& b) {
                        return a.eventTime < b.eventTime;
                    });
                if (begin == end || last->eventTime < begin || first->eventTime >= end)
                    continue;
                if (!m_restored.contains(chunk))
                    latest = std::max(latest, std::optional(last->eventTime));
                chunks.insert(chunk);
            }
            if (latest && *latest < Timestamp::max())
                *latest += Duration(1);
            ASSERT_EQ(m_history.fullResolutionFrom(begin, end), latest);
            for (const PastChunk& past : m_history.pastChunks(begin, end, Duration(0), 1'000)) {
                ASSERT_TRUE(chunks.contains(past.chunk));
                ASSERT_EQ(past.isRestored, m_restored.contains(past.chunk));
            }
            if (GetParam() == StreamKind::Regular) {
                ASSERT_EQ(m_history.pastChunks(begin, end, Duration(0), 1'000).size(), chunks.size());
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Streams, RestoreTest, testing::ValuesIn(test::allStreamKinds));

TEST(PastChunksTest, AreThoseNearestToTheMiddleAndOnlyWhereASummaryIsLongerThanAColumn) {
    ChannelHistory history;
    for (std::int64_t i = 0; i < 40 * 4'096; ++i)
        history.append(fromNanoseconds(i), 1.0, {});
    while (history.evictOldest())
        continue;
    const auto past =
        history.pastChunks(fromNanoseconds(10 * 4'096), fromNanoseconds(21 * 4'096), Duration(200), 3);
    ASSERT_EQ(past.size(), 3U);
    EXPECT_EQ(past[0].chunk, 15);
    EXPECT_EQ(past[1].chunk + past[2].chunk, 30);
    EXPECT_TRUE(history.pastChunks(fromNanoseconds(10 * 4'096), fromNanoseconds(21 * 4'096), Duration(256), 3)
                    .empty());
}

TEST(RestoredInsightTest, LooksAtWhatIsRestoredAndMakesNoIntervalAcrossAHole) {
    ChannelHistory history;
    for (std::int64_t i = 0; i < 5 * 4'096; ++i)
        history.append(fromNanoseconds(i * 1'000'000'000), static_cast<double>(i % 11), {});
    const Recording recording = test::recordingOf(history, history.size());
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(history.evictOldest());
    ASSERT_TRUE(history.restore(1, ChunkColumns(recording, 1).packFor(history, 1)));
    const RangeInsight insight = insightOf(history, Timestamp::min(), Timestamp::max(), Unit::None);
    EXPECT_EQ(insight.inRange, 3 * 4'096);
    EXPECT_EQ(insight.evicted, 2 * 4'096);
    EXPECT_TRUE(insight.isExact());
    EXPECT_EQ(insight.intervals.statistics.count(), 4'095 + 2 * 4'096 - 1);
    EXPECT_EQ(insight.intervals.statistics.maximum(), 1.0);
}

} // namespace
} // namespace rillscope
