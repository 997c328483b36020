// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/TimeWindow.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp zero{};

TEST(TimeWindowTest, FillsFromTheLeftAndThenScrolls) {
    TimeWindow window;
    window.followLast(60s);
    window.setDataRange(zero, zero + 2s);
    EXPECT_EQ(window.begin(), zero);
    EXPECT_EQ(window.end(), zero + 60s);
    window.setDataRange(zero, zero + 100s);
    EXPECT_EQ(window.begin(), zero + 40s);
    EXPECT_EQ(window.end(), zero + 100s);
}

TEST(TimeWindowTest, FollowsAll) {
    TimeWindow window;
    window.followAll();
    window.setDataRange(zero, zero + 100s);
    EXPECT_EQ(window.begin(), zero);
    EXPECT_EQ(window.end(), zero + 100s);
}

TEST(TimeWindowTest, StandsStillWhileFrozenAndSaysHowFarBehindItIs) {
    TimeWindow window;
    window.followLast(10s);
    window.setDataRange(zero, zero + 100s);
    window.freeze();
    window.setDataRange(zero, zero + 112s);
    EXPECT_EQ(window.end(), zero + 100s);
    EXPECT_FALSE(window.isLive());
    EXPECT_EQ(window.behind(), 12s);
    window.backToLive();
    EXPECT_TRUE(window.isLive());
    EXPECT_EQ(window.end(), zero + 112s);
    EXPECT_EQ(window.behind(), 0s);
    EXPECT_EQ(window.span(), 10s);
}

TEST(TimeWindowTest, ShowsNothingNewWhenItIsFrozenWhileThereIsStillRoom) {
    TimeWindow window;
    window.followLast(60s);
    window.setDataRange(zero, zero + 20s);
    window.freeze();
    window.setDataRange(zero, zero + 50s);
    EXPECT_EQ(window.heldAt(), zero + 20s);
    EXPECT_EQ(window.behind(), 30s);
    window.pan(-5s);
    EXPECT_FALSE(window.heldAt()) << "whoever looks around sees all there is";
    window.backToLive();
    EXPECT_EQ(window.behind(), 0s);
}

TEST(TimeWindowTest, DoesNotStandStillWhereThereIsNothing) {
    TimeWindow window;
    window.followLast(10s);
    window.freeze();
    EXPECT_TRUE(window.isLive());
    window.setDataRange(zero, zero + 100s);
    EXPECT_EQ(window.end(), zero + 100s) << "not in 1970";
}

TEST(TimeWindowTest, KeepsWhatIsUnderTheCursorThereWhenZooming) {
    TimeWindow window;
    window.setDataRange(zero, zero + 1000s);
    window.explore(zero + 100s, zero + 200s);
    window.zoom(0.5, zero + 120s);
    EXPECT_EQ(window.begin(), zero + 110s);
    EXPECT_EQ(window.end(), zero + 160s);
    window.zoom(2.0, zero + 120s);
    EXPECT_EQ(window.begin(), zero + 100s);
    EXPECT_EQ(window.end(), zero + 200s);
}

TEST(TimeWindowTest, FollowsAgainWhenItsRightEdgeReachesTheNewestSample) {
    TimeWindow window;
    window.followLast(10s);
    window.setDataRange(zero, zero + 100s);
    window.pan(-5s);
    EXPECT_FALSE(window.isLive());
    window.pan(5s);
    EXPECT_TRUE(window.isLive());
    window.zoom(0.5, zero + 100s);
    EXPECT_TRUE(window.isLive());
    EXPECT_EQ(window.span(), 5s);
    window.zoom(0.5, zero + 97s);
    EXPECT_FALSE(window.isLive());
}

TEST(TimeWindowTest, GoesBackToTheKindOfFollowingThatWasLeft) {
    TimeWindow window;
    window.followAll();
    window.setDataRange(zero, zero + 100s);
    window.freeze();
    window.backToLive();
    EXPECT_EQ(window.mode(), TimeWindow::Mode::FollowingAll);
}

TEST(TimeWindowTest, StaysWithinItsBoundsHoweverItIsPushed) {
    TimeWindow window;
    window.setDataRange(Timestamp::min(), Timestamp::max());
    for (int i = 0; i < 200; ++i)
        window.zoom(10.0, window.begin());
    EXPECT_LE(window.span(), TimeWindow::maximumSpan);
    for (int i = 0; i < 200; ++i)
        window.pan(Duration::max());
    for (int i = 0; i < 200; ++i)
        window.pan(Duration::min() + 1ns);
    for (int i = 0; i < 200; ++i)
        window.zoom(0.1, window.end());
    EXPECT_GE(window.span(), TimeWindow::minimumSpan);
    window.followAll();
    EXPECT_LT(window.begin(), window.end());
}

} // namespace
} // namespace rillscope
