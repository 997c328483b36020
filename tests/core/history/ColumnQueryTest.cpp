// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rillscope {
namespace {

using test::SampleStream;
using test::StreamKind;

constexpr std::int64_t earliestTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t latestTime = std::numeric_limits<std::int64_t>::max();

/// A grid of `count` columns of `width` ns in which `time` is in the middle column.
ColumnGrid gridAround(Timestamp time, std::int64_t width, int count) {
    ColumnGrid grid{Duration(width), 0, count};
    const std::int64_t column = grid.columnOf(time);
    grid.first = column < earliestTime + count ? earliestTime : column - count / 2;
    return grid;
}

std::vector<ColumnGrid> gridsFor(const SampleStream& stream, std::mt19937_64& random) {
    std::vector<ColumnGrid> grids{
        {Duration(1), 0, 10},           {Duration(latestTime), -2, 4},    {Duration(latestTime), 0, 1},
        {Duration(1), earliestTime, 3}, {Duration(1), latestTime - 2, 3}, {Duration(1), latestTime - 2, 300}};
    for (int i = 0; i < 10 && !stream.empty(); ++i) {
        const Timestamp time = stream[random() % stream.size()].time;
        grids.push_back(gridAround(time, 1, 7));
        grids.push_back(gridAround(time, 257 + static_cast<std::int64_t>(random() % 500), 300));
        for (const int columns : {1, 7, 800}) {
            const auto magnitude = static_cast<double>(random() % 13'000) / 1'000.0;
            grids.push_back(
                gridAround(time, static_cast<std::int64_t>(std::pow(10.0, magnitude)) + 1, columns));
        }
    }
    for (std::size_t i = 255; i + 1 < stream.size(); i += 1'024) { // exactly where nodes begin and end
        for (const Timestamp time : {stream[i].time, stream[i + 1].time})
            grids.push_back({Duration(1), toNanoseconds(time), 1});
    }
    if (!stream.empty() && stream.front().time > fromNanoseconds(-latestTime / 2)) { // outside the data
        grids.push_back({Duration(7), ColumnGrid{Duration(7)}.columnOf(stream.front().time) - 90'000'000, 5});
        grids.push_back({Duration(1'000'000'000), 9'000'000'000, 5});
    }
    return grids;
}

TEST(ColumnQueryTest, AgreesWithBruteForceOnStreamsOfEveryKind) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (const StreamKind kind : test::allStreamKinds) {
        for (const int size : {0, 1, 255, 256, 257, 5'000, 70'000}) {
            const SampleStream stream = test::makeStream(kind, size, random);
            ChannelHistory history;
            test::appendAll(history, stream);
            const test::Recording recording = test::recordingOf(history, size);
            ColumnQueryResult result;
            for (const ColumnGrid& grid : gridsFor(stream, random)) {
                SCOPED_TRACE("kind " + std::to_string(static_cast<int>(kind)) + ", size " +
                             std::to_string(size) + ", width " + std::to_string(grid.width.count()) +
                             ", first " + std::to_string(grid.first) + ", count " +
                             std::to_string(grid.count));
                history.query(grid, result);
                test::expectSame(result, test::queryByBruteForce(recording, 0, grid));
                if (testing::Test::HasFailure())
                    return;
            }
        }
    }
}

TEST(ColumnQueryTest, FindsNothingOutsideTheRangeOfTimestamps) {
    ChannelHistory history;
    history.append(Timestamp::max(), 1.0, {});
    history.append(Timestamp::min(), 2.0, {});
    for (const std::int64_t first : {latestTime - 5, std::int64_t{20}, earliestTime, std::int64_t{-20}}) {
        const ColumnQueryResult result = history.query({Duration(latestTime / 4), first, 6});
        EXPECT_TRUE(result.columns.empty());
    }
}

/// Zoomed out or in, a spike of one sample is never lost.
TEST(ColumnQueryTest, KeepsEverySpikeOfOneSampleAtEveryZoom) {
    constexpr int size = 1'000'000;
    constexpr int spikeCount = 1'000;
    int found = 0;
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::map<int, double> spikeAt;
    while (spikeAt.size() < spikeCount)
        spikeAt[static_cast<int>(random() % size)] =
            (random() % 2 ? 1.0 : -1.0) * (100.0 + static_cast<double>(spikeAt.size()));
    ChannelHistory history;
    for (int i = 0; i < size; ++i) {
        const auto spike = spikeAt.find(i);
        const double value = spike != spikeAt.end() ? spike->second : static_cast<double>(i % 17);
        history.append(fromNanoseconds(std::int64_t{i} * 1'000'000), value, {});
    }
    for (const int columns : {1, 30, 1'000, 2'000, 17'001, 400'000}) {
        const std::int64_t width = std::int64_t{size} * 1'000'000 / columns + 1;
        const ColumnQueryResult result = history.query({Duration(width), 0, columns});
        std::map<std::int64_t, std::pair<double, double>> expected; // lowest and highest spike of a column
        for (const auto& [place, value] : spikeAt) {
            auto& [low, high] = expected[std::int64_t{place} * 1'000'000 / width];
            low = std::min(low, value);
            high = std::max(high, value);
        }
        std::map<std::int64_t, ColumnGroup> groups;
        for (const ColumnGroup& group : result.columns)
            groups[group.column] = group;
        for (const auto& [column, spikes] : expected) {
            const auto& [low, high] = spikes;
            if (low < 0.0) {
                ASSERT_EQ(groups[column].minimum.value, low);
            }
            if (high > 0.0) {
                ASSERT_EQ(groups[column].maximum.value, high);
            }
            found += (low < 0.0) + (high > 0.0);
        }
    }
    EXPECT_GT(found, spikeCount);
}

TEST(ColumnQueryTest, BreaksTheLineAtAGapAndAfterANotANumber) {
    ChannelHistory history;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (int i = 0; i < 20; ++i)
        history.append(fromNanoseconds(i * 10), 1.0, {});
    history.append(fromNanoseconds(1'000), 2.0, {});
    history.append(fromNanoseconds(1'010), nan, {});
    history.append(fromNanoseconds(1'020), 3.0, {});
    history.append(fromNanoseconds(1'030), 4.0, {});

    const ColumnQueryResult result = history.query({Duration(10), 18, 86});
    ASSERT_EQ(result.columns.size(), 5U);
    EXPECT_FALSE(result.columns[1].breakBefore);
    EXPECT_EQ(result.columns[2].first, (TimedValue{fromNanoseconds(1'000), 2.0}));
    EXPECT_TRUE(result.columns[2].breakBefore);
    EXPECT_TRUE(result.columns[3].breakBefore);
    EXPECT_FALSE(result.columns[4].breakBefore);

    const ColumnQueryResult early = history.query({Duration(10), 5, 10});
    EXPECT_EQ(early.before, (TimedValue{fromNanoseconds(40), 1.0}));
    EXPECT_EQ(early.after, (TimedValue{fromNanoseconds(150), 1.0}));
    EXPECT_FALSE(early.breakBeforeAfter);
    EXPECT_TRUE(history.query({Duration(10), 5, 50}).breakBeforeAfter);
}

TEST(ColumnGridTest, DividesDownwardsAndStopsAtTheEndsOfTime) {
    const ColumnGrid grid{Duration(10), -1, 3};
    EXPECT_EQ(grid.columnOf(fromNanoseconds(-1)), -1);
    EXPECT_EQ(grid.columnOf(fromNanoseconds(-10)), -1);
    EXPECT_EQ(grid.columnOf(fromNanoseconds(-11)), -2);
    EXPECT_EQ(grid.columnOf(fromNanoseconds(9)), 0);
    EXPECT_EQ(grid.begin(), fromNanoseconds(-10));
    EXPECT_EQ(grid.end(), fromNanoseconds(20));
    const ColumnGrid wide{Duration(latestTime), -2, 4};
    EXPECT_EQ(wide.begin(), Timestamp::min());
    EXPECT_EQ(wide.end(), Timestamp::max());
    EXPECT_EQ((ColumnGrid{Duration(1), latestTime, 5}.end()), Timestamp::max());
}

} // namespace
} // namespace rillscope
