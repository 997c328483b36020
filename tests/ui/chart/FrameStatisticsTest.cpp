// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/FrameStatistics.h"

#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

class FrameStatisticsTest : public testing::Test {
protected:
    void beat(Duration lateness = {}, int skipped = 0, bool hasDrawn = true, Duration refresh = 1ms) {
        statistics.beginBeat({16ms, lateness, skipped});
        clock.advance(refresh);
        statistics.endBeat(hasDrawn);
    }

    void paint(Duration length = 2ms) {
        statistics.beginPaint();
        clock.advance(length);
        statistics.endPaint();
    }

    test::ManualClock clock;
    FrameStatistics statistics{clock};
};

TEST_F(FrameStatisticsTest, AFrameIsTheRefreshAndThePaint) {
    beat();
    clock.advance(5ms); // on the way to the paint others had their turn
    paint();
    EXPECT_EQ(statistics.frameTimes(), std::vector<Duration>{3ms});
    paint(); // something covered the window: no refresh belongs to it
    EXPECT_EQ(statistics.frameTimes(), (std::vector<Duration>{3ms, 2ms}));
    EXPECT_EQ(statistics.framesPainted(), 2);
}

TEST_F(FrameStatisticsTest, CountsLateAndSkippedBeatsOnlyWhenThereWasSomethingToDraw) {
    beat(9ms, 0, false);
    beat(0ms, 3, false);
    EXPECT_EQ(statistics.framesDue(), 0);
    beat(7ms);
    EXPECT_EQ(statistics.framesMissed(), 0) << "less than half a period";
    beat(9ms);
    EXPECT_EQ(statistics.framesMissed(), 1);
    beat(0ms, 2);
    EXPECT_EQ(statistics.framesMissed(), 3);
    EXPECT_EQ(statistics.framesDue(), 5);
    paint();
    EXPECT_DOUBLE_EQ(statistics.summary().missedPart, 0.6);
}

TEST_F(FrameStatisticsTest, MeasuresEachArrivalToTheEndOfThePaintThatShowsIt) {
    const Timestamp first = clock.now();
    clock.advance(4ms);
    statistics.beginBeat({16ms, {}, 0});
    statistics.addArrivals({first, first + 3ms});
    clock.advance(1ms);
    statistics.endBeat(true);
    paint();
    EXPECT_EQ(statistics.latencies(), (std::vector<Duration>{7ms, 4ms}));
    paint();
    EXPECT_EQ(statistics.latencies().size(), 2U) << "each is seen once";
}

TEST_F(FrameStatisticsTest, DoesNotCountArrivalsThatNothingWasDrawnFor) {
    statistics.beginBeat({16ms, {}, 0});
    statistics.addArrivals({clock.now()});
    statistics.endBeat(false);
    paint();
    EXPECT_FALSE(statistics.summary().hasLatency);
}

TEST_F(FrameStatisticsTest, IgnoresArrivalsFromTheFutureOfAClockThatWasSet) {
    statistics.beginBeat({16ms, {}, 0});
    statistics.addArrivals({clock.now() + 1h});
    statistics.endBeat(true);
    paint();
    EXPECT_TRUE(statistics.latencies().empty());
}

TEST_F(FrameStatisticsTest, ForgetsWhatIsOlderThanFiveSeconds) {
    for (int i = 0; i < 600; ++i) {
        beat();
        paint(i < 100 ? 50ms : 2ms);
        clock.advance(13ms);
    }
    const FrameStatistics::Summary summary = statistics.summary();
    EXPECT_EQ(summary.frameNinetyNinth, 3ms);
    EXPECT_NEAR(summary.framesPerSecond, 62.5, 0.5);
    EXPECT_EQ(statistics.framesPainted(), 600);
    clock.advance(1h);
    EXPECT_EQ(statistics.summary().framesPerSecond, 0.0);
}

TEST_F(FrameStatisticsTest, TakesTheNearestRankAsPercentile) {
    std::vector<Duration> values;
    EXPECT_EQ(FrameStatistics::percentile(values, 0.5), 0ns);
    for (int i = 100; i >= 1; --i)
        values.push_back(Duration{i});
    EXPECT_EQ(FrameStatistics::percentile(values, 0.5), 50ns);
    EXPECT_EQ(FrameStatistics::percentile(values, 0.99), 99ns);
    EXPECT_EQ(FrameStatistics::percentile(values, 1.0), 100ns);
    EXPECT_EQ(FrameStatistics::percentile({7ns}, 0.99), 7ns);
}

} // namespace
} // namespace rillscope
