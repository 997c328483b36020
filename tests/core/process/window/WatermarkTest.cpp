// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/FarFuture.h"
#include "core/process/window/WatermarkMerger.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

Timestamp at(Duration sinceEpoch) {
    return Timestamp{sinceEpoch};
}

WindowTime mark(WindowDuration sinceEpoch) {
    return WindowTime{sinceEpoch};
}

EventTimeSettings perChannel(std::optional<Duration> idleTimeout = {}) {
    return {seconds(0), WatermarkScope::Channel, idleTimeout, {}};
}

TEST(WatermarkTest, TrailsTheNewestEventTimeAndNeverGoesBack) {
    WatermarkTracker tracker(milliseconds(300));
    EXPECT_EQ(tracker.watermark(), beforeAllTime);
    EXPECT_FALSE(tracker.isLate(Timestamp::min()));
    tracker.observe(at(seconds(1)));
    EXPECT_EQ(tracker.watermark(), mark(milliseconds(700)));
    tracker.observe(at(milliseconds(500)));
    EXPECT_EQ(tracker.watermark(), mark(milliseconds(700)));
    tracker.observe(at(seconds(2)));
    EXPECT_EQ(tracker.watermark(), mark(milliseconds(1'700)));
}

TEST(WatermarkTest, CallsASampleOnTheWatermarkInTime) {
    WatermarkTracker tracker(milliseconds(300));
    tracker.observe(at(seconds(1)));
    EXPECT_FALSE(tracker.isLate(at(milliseconds(700))));
    EXPECT_TRUE(tracker.isLate(at(milliseconds(700) - Duration(1))));
}

TEST(WatermarkTest, FloorsToMillisecondsBeforeTheEpochToo) {
    WatermarkTracker tracker(Duration::zero());
    tracker.observe(at(Duration(-1)));
    EXPECT_EQ(tracker.watermark(), mark(milliseconds(-1)));
    tracker.observe(at(microseconds(1'999)));
    EXPECT_EQ(tracker.watermark(), mark(milliseconds(1)));
    WatermarkTracker fine(microseconds(1));
    fine.observe(at(milliseconds(5)));
    EXPECT_EQ(fine.watermark(), mark(milliseconds(4))) << "part of a millisecond may still come";
}

TEST(WatermarkTest, HoldsAtTheEndsOfTime) {
    WatermarkTracker tracker(Duration::max());
    tracker.observe(Timestamp::min());
    const WindowTime lowest = tracker.watermark();
    EXPECT_GT(lowest, beforeAllTime);
    tracker.observe(Timestamp::max());
    EXPECT_GT(tracker.watermark(), lowest);
    EXPECT_LT(WatermarkTracker(Duration::zero()).watermark(), lowest);
    EXPECT_EQ(toTimestamp(floorToMilliseconds(Timestamp::min())), Timestamp::min());
    EXPECT_EQ(toTimestamp(afterAllTime), Timestamp::max());
}

TEST(WatermarkTest, TakesAllChannelsForOneInputUnlessAskedOtherwise) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, {}, {}});
    merger.observe(0, at(seconds(100)), {});
    merger.observe(7, at(seconds(50)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(99)));
    EXPECT_TRUE(merger.isLate(at(seconds(98))));
    EXPECT_FALSE(merger.isLate(at(seconds(99))));
}

TEST(WatermarkTest, IsTheLeastOfItsStreams) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, {}, {}});
    merger.observe(0, at(seconds(100)), {}, 0);
    merger.observe(1, at(seconds(200)), {}, 1);
    EXPECT_EQ(merger.watermark(), mark(seconds(99)));
    merger.observe(0, at(seconds(150)), {}, 0);
    EXPECT_EQ(merger.watermark(), mark(seconds(149)));
    merger.observe(2, at(seconds(120)), {}, 2);
    EXPECT_EQ(merger.watermark(), mark(seconds(149))) << "it never goes back";
}

TEST(WatermarkTest, WaitsForAStreamThatIsSureToSend) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, {}, {}});
    merger.expectStream(0, {});
    merger.expectStream(1, {});
    merger.observe(0, at(seconds(100)), {}, 0);
    EXPECT_EQ(merger.watermark(), beforeAllTime);
    merger.observe(1, at(seconds(50)), {}, 1);
    EXPECT_EQ(merger.watermark(), mark(seconds(49)));
}

TEST(WatermarkTest, WaitsNoLongerThanTheIdleTimeoutForAStreamThatIsSureToSend) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, seconds(10), {}});
    merger.expectStream(0, at(seconds(1'000)));
    merger.expectStream(1, at(seconds(1'000)));
    merger.observe(0, at(seconds(100)), at(seconds(1'009)), 0);
    EXPECT_EQ(merger.watermark(), beforeAllTime);
    merger.observe(0, at(seconds(101)), at(seconds(1'010)), 0);
    EXPECT_EQ(merger.watermark(), mark(seconds(100)));
}

TEST(WatermarkTest, WaitsNoLongerForAStreamThatEndedWithoutASample) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, {}, {}});
    merger.expectStream(0, {});
    merger.expectStream(1, {});
    merger.observe(0, at(seconds(100)), {}, 0);
    merger.endStream(1, {});
    EXPECT_EQ(merger.watermark(), mark(seconds(99)));
}

TEST(WatermarkTest, IsNotHeldByAStreamThatHasEnded) {
    WatermarkMerger merger({seconds(1), WatermarkScope::Stream, {}, {}});
    merger.observe(0, at(seconds(100)), {}, 0);
    merger.observe(1, at(seconds(200)), {}, 1);
    merger.endStream(0, {0});
    EXPECT_EQ(merger.watermark(), mark(seconds(199)));
    merger.endStream(1, {1});
    EXPECT_EQ(merger.watermark(), mark(seconds(199))) << "none holds it, and it stays";
    merger.observe(0, at(seconds(300)), {}, 0);
    EXPECT_EQ(merger.watermark(), mark(seconds(299))) << "another stream in the place of the first";
}

TEST(WatermarkTest, IsNotHeldByTheChannelsOfAStreamThatHasEnded) {
    WatermarkMerger merger(perChannel());
    merger.observe(0, at(seconds(1)), {}, 0);
    merger.observe(1, at(seconds(2)), {}, 0);
    merger.observe(2, at(seconds(3)), {}, 1);
    merger.endStream(0, {0, 1});
    EXPECT_EQ(merger.watermark(), mark(seconds(3)));
}

TEST(WatermarkTest, IsTheLeastOfItsChannels) {
    WatermarkMerger merger(perChannel());
    merger.observe(0, at(seconds(10)), {});
    merger.observe(5, at(seconds(20)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(10)));
    merger.observe(0, at(seconds(30)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(20)));
    merger.observe(200, at(seconds(1)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(20))) << "a new channel that is behind does not turn it back";
    merger.observe(5, at(seconds(40)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(20))) << "but it holds it";
    merger.observe(200, at(seconds(60)), {});
    EXPECT_EQ(merger.watermark(), mark(seconds(30)));
}

TEST(WatermarkTest, IsNotHeldByAnIdleChannel) {
    WatermarkMerger merger(perChannel(seconds(5)));
    merger.observe(0, at(hours(1)), at(seconds(0)));
    merger.observe(1, at(hours(2)), at(seconds(3)));
    merger.passTime(at(seconds(5) - Duration(1)));
    EXPECT_EQ(merger.watermark(), mark(hours(1)));
    merger.passTime(at(seconds(5)));
    EXPECT_EQ(merger.watermark(), mark(hours(2)));
    merger.observe(0, at(hours(1)), at(seconds(6)));
    EXPECT_EQ(merger.watermark(), mark(hours(2)));
    merger.observe(1, at(hours(3)), at(seconds(7)));
    EXPECT_EQ(merger.watermark(), mark(hours(2))) << "the one that woke up holds it again";
    merger.observe(0, at(hours(4)), at(seconds(8)));
    EXPECT_EQ(merger.watermark(), mark(hours(3)));
}

TEST(WatermarkTest, NeverTimesOutWithoutATimeout) {
    WatermarkMerger merger(perChannel());
    merger.observe(0, at(hours(1)), Timestamp::min());
    merger.observe(1, at(hours(2)), Timestamp::max());
    merger.passTime(Timestamp::max());
    EXPECT_EQ(merger.watermark(), mark(hours(1)));
}

TEST(WatermarkTest, StaysWhenAllAreIdleHoweverRarelyItIsAsked) {
    for (const bool asksOften : {false, true}) {
        WatermarkMerger merger(perChannel(seconds(5)));
        merger.observe(0, at(hours(1)), at(seconds(0)));
        merger.observe(1, at(hours(3)), at(seconds(1)));
        merger.observe(2, at(hours(2)), at(seconds(1)));
        if (asksOften) {
            for (int second = 2; second < 100; ++second)
                merger.passTime(at(seconds(second)));
        }
        merger.passTime(at(seconds(100)));
        EXPECT_EQ(merger.watermark(), mark(hours(2)));
        merger.observe(0, at(hours(5)), at(seconds(101)));
        EXPECT_EQ(merger.watermark(), mark(hours(5)));
    }
}

TEST(WatermarkTest, SurvivesClocksAtTheEndsOfTime) {
    WatermarkMerger merger(perChannel(Duration::max()));
    merger.observe(0, at(hours(1)), Timestamp::min());
    merger.observe(1, at(hours(2)), Timestamp::max());
    merger.passTime(Timestamp::max());
    EXPECT_EQ(merger.watermark(), mark(hours(2))) << "channel 0 has been silent for longer than can be said";
}

TEST(WatermarkTest, JudgesTheFarFutureOfLiveSourcesOnly) {
    EventTimeSettings settings = perChannel();
    const Timestamp arrival = at(hours(1));
    EXPECT_FALSE(isFarFuture(Timestamp::max(), arrival, settings, SourceTime::Live)) << "no bound is set";
    settings.allowedSkew = seconds(10);
    EXPECT_FALSE(isFarFuture(arrival + seconds(10), arrival, settings, SourceTime::Live));
    EXPECT_TRUE(isFarFuture(arrival + seconds(10) + Duration(1), arrival, settings, SourceTime::Live));
    EXPECT_FALSE(isFarFuture(arrival + seconds(11), arrival, settings, SourceTime::Replayed));
    EXPECT_FALSE(isFarFuture(Timestamp::min(), arrival, settings, SourceTime::Live));
    EXPECT_TRUE(isFarFuture(Timestamp::max(), Timestamp::min(), settings, SourceTime::Live));
}

} // namespace
} // namespace rillscope
