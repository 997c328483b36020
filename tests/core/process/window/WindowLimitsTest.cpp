// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowOperator.h"

#include <gtest/gtest.h>

#include <random>

namespace rillscope {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

const QList<Aggregate> countAndMedian{Aggregate::Count, Aggregate::P50};

std::vector<WindowSettings> allKinds() {
    return {TumblingWindow{seconds(1), {}, countAndMedian},
            HoppingWindow{seconds(4), seconds(1), {}, countAndMedian},
            SessionWindow{seconds(1), countAndMedian},
            CumulatingWindow{seconds(4), seconds(1), {}, countAndMedian}};
}

TEST(WindowLimitsTest, FiresTheOldestEarlyWhenTooManyAreOpen) {
    WindowLimits limits;
    limits.openWindows = 2;
    WindowOperator windows(TumblingWindow{seconds(1), {}, {Aggregate::Count}}, limits);
    std::vector<WindowRow> rows;
    for (const int second : {100, 300, 200}) {
        EXPECT_EQ(windows.add(0, Timestamp{seconds(second)}, 1.0), Admission::Joined);
        windows.advance(beforeAllTime, rows);
    }
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].start, Timestamp{seconds(100)});
    EXPECT_EQ(windows.firedEarlyCount(), 1);
    EXPECT_EQ(windows.openCount(), 2);
    EXPECT_EQ(windows.add(0, Timestamp{seconds(100)}, 1.0), Admission::LateDropped) << "its row is out";
    EXPECT_EQ(windows.add(1, Timestamp{seconds(100)}, 1.0), Admission::LateDropped);
    windows.finish(rows);
    EXPECT_EQ(rows.size(), 3U);
    EXPECT_EQ(windows.emittedCount(), 3);
    EXPECT_EQ(windows.firedEarlyCount(), 1);
}

TEST(WindowLimitsTest, BoundsWhatStreamsOfScatteredTimesCanOpen) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    WindowLimits limits;
    limits.openWindows = 500;
    for (const WindowSettings& settings : allKinds()) {
        WindowOperator windows(settings, limits);
        std::vector<WindowRow> rows;
        std::int64_t joined = 0;
        for (int i = 0; i < 20'000; ++i) {
            const Timestamp time = fromNanoseconds(static_cast<std::int64_t>(random()));
            const auto channel = static_cast<ChannelIndex>(random() % 3);
            joined += windows.add(channel, time, 1.0) == Admission::Joined ? 1 : 0;
            windows.advance(beforeAllTime, rows);
            ASSERT_LE(windows.openCount(), 500);
        }
        windows.finish(rows);
        EXPECT_EQ(windows.openCount(), 0);
        EXPECT_EQ(joined + windows.lateDroppedCount(), 20'000);
        EXPECT_EQ(windows.emittedCount(), std::ssize(rows));
        EXPECT_GE(std::ssize(rows), joined);
    }
}

TEST(WindowLimitsTest, SketchesBeforeItFiresEarlyForWantOfRoomForValues) {
    WindowLimits limits;
    limits.sketchedAbove = 10'000;
    limits.heldValues = 100'000;
    WindowOperator windows(TumblingWindow{hours(1), {}, countAndMedian}, limits);
    std::vector<WindowRow> rows;
    for (int i = 0; i < 50'000; ++i) {
        for (ChannelIndex channel = 0; channel < 3; ++channel)
            windows.add(channel, Timestamp{milliseconds(i)}, i);
    }
    EXPECT_EQ(windows.firedEarlyCount(), 0);
    windows.finish(rows);
    ASSERT_EQ(rows.size(), 3U);
    for (const WindowRow& row : rows) {
        EXPECT_EQ(row.value(Aggregate::Count), 50'000.0);
        EXPECT_GT(row.rankError, 0);
        EXPECT_NEAR(row.value(Aggregate::P50), 24'999.5, static_cast<double>(row.rankError) + 1.0);
    }
}

TEST(WindowLimitsTest, FiresTheOldestEarlyWhenTooManyValuesAreHeld) {
    WindowLimits limits;
    limits.heldValues = 1'000;
    WindowOperator windows(TumblingWindow{seconds(1), {}, countAndMedian}, limits);
    std::vector<WindowRow> rows;
    for (int i = 0; i < 3'000; ++i) {
        windows.add(0, Timestamp{milliseconds(i)}, i);
        windows.advance(beforeAllTime, rows);
    }
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(windows.firedEarlyCount(), 2);
    EXPECT_EQ(rows[1].value(Aggregate::Count), 1'000.0);
    EXPECT_EQ(rows[1].value(Aggregate::P50), 1'499.5);
}

TEST(WindowLimitsTest, NeedsNoRoomForValuesWithoutPercentiles) {
    WindowLimits limits;
    limits.heldValues = 0;
    WindowOperator windows(TumblingWindow{seconds(1), {}, {Aggregate::Mean}}, limits);
    for (int i = 0; i < 1'000; ++i)
        windows.add(0, Timestamp{milliseconds(i)}, i);
    EXPECT_EQ(windows.firedEarlyCount(), 0);
}

TEST(WindowLimitsTest, GivesBackTheRoomOfWhatHasFired) {
    WindowLimits limits;
    limits.heldValues = 5'000;
    for (const WindowSettings& settings : allKinds()) {
        WindowOperator windows(settings, limits);
        std::vector<WindowRow> rows;
        for (int i = 0; i < 50'000; ++i) {
            const int gap = i / 1'000 * 5'000; // so that sessions end
            windows.add(0, Timestamp{milliseconds(i + gap)}, i);
            windows.advance(WindowTime{milliseconds(i + gap)}, rows);
        }
        EXPECT_EQ(windows.firedEarlyCount(), 0);
    }
}

TEST(WindowLimitsTest, HoldsAtTheEndsOfTime) {
    const Duration longest = milliseconds(Duration::max() / milliseconds(1));
    const Duration divisible = longest / milliseconds(10) * milliseconds(10) / 10;
    for (const Duration offset : {Duration::zero(), longest, -longest}) {
        for (const WindowSettings& settings : std::vector<WindowSettings>{
                 TumblingWindow{longest, offset, countAndMedian}, TumblingWindow{milliseconds(1), offset, {}},
                 HoppingWindow{divisible * 10, divisible, offset, countAndMedian},
                 SessionWindow{longest, countAndMedian},
                 CumulatingWindow{divisible * 10, divisible, offset, countAndMedian}}) {
            WindowOperator windows(settings);
            std::vector<WindowRow> rows;
            for (const Timestamp time : {Timestamp::min(), Timestamp{}, Timestamp::max()}) {
                EXPECT_EQ(windows.add(0, time, 1.0), Admission::Joined);
                windows.advance(floorToMilliseconds(Timestamp::min()), rows);
            }
            windows.finish(rows);
            ASSERT_FALSE(rows.empty());
            for (const WindowRow& row : rows)
                EXPECT_LE(row.start, row.end);
        }
    }
}

} // namespace
} // namespace rillscope
