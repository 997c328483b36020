// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WatermarkMerger.h"
#include "core/process/window/WindowOperator.h"

#include <gtest/gtest.h>

#include <sstream>

namespace rillscope {
namespace {

using std::chrono::milliseconds;

struct Input {
    int time; ///< milliseconds
    ChannelIndex channel = 0;
};

std::string rowText(const WindowRow& row) {
    const auto inMilliseconds = [](Timestamp time) { return toNanoseconds(time) / 1'000'000; };
    std::ostringstream text;
    text << "[" << inMilliseconds(row.start) << "," << inMilliseconds(row.end) << ")";
    if (row.channel != 0)
        text << "#" << row.channel;
    text << "=" << row.value(Aggregate::Count);
    return text.str();
}

/// What happens at each sample: "time:" and the rows it fires, "time:late" for one that is late-dropped,
/// nothing for one that just joins; "end:" and what is left.
std::string table(const WindowSettings& settings, int outOfOrderness, const std::vector<Input>& inputs,
                  WatermarkScope scope = WatermarkScope::Stream) {
    WindowOperator windows(settings);
    WatermarkMerger watermark({milliseconds(outOfOrderness), scope, {}, {}});
    std::string text;
    std::vector<WindowRow> rows;
    const auto takeRows = [&] {
        for (const WindowRow& row : rows)
            text += rowText(row) + " ";
        rows.clear();
    };
    for (const Input& input : inputs) {
        const Timestamp time{milliseconds(input.time)};
        const bool isDropped = windows.add(input.channel, time, 1.0) == Admission::LateDropped;
        watermark.observe(input.channel, time, {});
        windows.advance(watermark.watermark(), rows);
        if (isDropped || !rows.empty())
            text += std::to_string(input.time) + ":" + (isDropped ? "late " : "");
        takeRows();
    }
    windows.finish(rows);
    text += "end:";
    takeRows();
    if (text.ends_with(' '))
        text.pop_back();
    return text;
}

WindowSettings tumbling(int size, int offset = 0) {
    return TumblingWindow{milliseconds(size), milliseconds(offset), {Aggregate::Count}};
}

WindowSettings hopping(int size, int slide, int offset = 0) {
    return HoppingWindow{milliseconds(size), milliseconds(slide), milliseconds(offset), {Aggregate::Count}};
}

WindowSettings session(int gap) {
    return SessionWindow{milliseconds(gap), {Aggregate::Count}};
}

WindowSettings cumulating(int size, int step, int offset = 0) {
    return CumulatingWindow{milliseconds(size), milliseconds(step), milliseconds(offset), {Aggregate::Count}};
}

TEST(WindowTablesTest, TumbleIsClosedBelowAndOpenAbove) {
    EXPECT_EQ(table(tumbling(10), 100, {{0}, {9}, {10}, {19}, {20}}), "end:[0,10)=2 [10,20)=2 [20,30)=1");
}

TEST(WindowTablesTest, TumbleFloorsNegativeTimesDownwards) {
    EXPECT_EQ(table(tumbling(10), 100, {{-11}, {-10}, {-1}, {0}}), "end:[-20,-10)=1 [-10,0)=2 [0,10)=1");
}

TEST(WindowTablesTest, TumbleStartsAtItsOffset) {
    EXPECT_EQ(table(tumbling(10, 3), 100, {{2}, {3}, {12}, {13}}), "end:[-7,3)=1 [3,13)=2 [13,23)=1");
    EXPECT_EQ(table(tumbling(10, -7), 100, {{2}, {3}, {12}, {13}}), "end:[-7,3)=1 [3,13)=2 [13,23)=1");
}

TEST(WindowTablesTest, TumbleFiresWhenTheWatermarkReachesItsLastMillisecond) {
    // The watermark is 8 after 13, and 9 after 14.
    EXPECT_EQ(table(tumbling(10), 5, {{1}, {13}, {2}, {14}, {3}}), "14:[0,10)=2 3:late end:[10,20)=2");
}

TEST(WindowTablesTest, TumbleFiresBehindTheSampleThatReachesTheEdge) {
    // 9 itself is still in the window that it fires; so is nothing after it.
    EXPECT_EQ(table(tumbling(10), 0, {{1}, {9}, {9}, {10}}), "9:[0,10)=2 9:late end:[10,20)=1");
}

TEST(WindowTablesTest, TumbleHasNoRowForAnEmptyWindow) {
    EXPECT_EQ(table(tumbling(10), 0, {{1}, {51}, {100}}), "51:[0,10)=1 100:[50,60)=1 end:[100,110)=1");
}

TEST(WindowTablesTest, RowsComeByEndThenStartThenChannel) {
    EXPECT_EQ(table(tumbling(10), 100, {{11, 2}, {12, 0}, {1, 2}, {2, 1}}),
              "end:[0,10)#1=1 [0,10)#2=1 [10,20)=1 [10,20)#2=1");
    EXPECT_EQ(table(session(5), 100, {{3, 0}, {0, 1}, {3, 1}, {0, 2}, {2, 2}}),
              "end:[0,7)#2=2 [0,8)#1=2 [3,8)=1");
}

TEST(WindowTablesTest, HopPutsASampleIntoEachWindowAroundIt) {
    EXPECT_EQ(table(hopping(30, 10), 100, {{0}, {10}}), "end:[-20,10)=1 [-10,20)=2 [0,30)=2 [10,40)=1");
    EXPECT_EQ(table(hopping(30, 10, 4), 100, {{3}, {4}}), "end:[-26,4)=1 [-16,14)=2 [-6,24)=2 [4,34)=1");
}

TEST(WindowTablesTest, HopDropsALateSampleOnlyOnceItsLastWindowHasFired) {
    // After 19 the windows up to [0,20) have fired: 5 misses both of its own; 15 still has [10,30).
    EXPECT_EQ(table(hopping(20, 10), 0, {{19}, {15}, {5}, {29}}),
              "19:[0,20)=1 5:late 29:[10,30)=3 end:[20,40)=1");
    // 5 opens a slice of its own, of which only the later window is left.
    EXPECT_EQ(table(hopping(20, 10), 0, {{12}, {5}, {40}}), "40:[0,20)=2 [10,30)=1 end:[30,50)=1 [40,60)=1");
}

TEST(WindowTablesTest, SessionsThatTouchAreOne) {
    EXPECT_EQ(table(session(10), 100, {{0}, {10}}), "end:[0,20)=2");
    EXPECT_EQ(table(session(10), 100, {{0}, {11}}), "end:[0,10)=1 [11,21)=1");
}

TEST(WindowTablesTest, ASampleBetweenTwoSessionsJoinsThem) {
    EXPECT_EQ(table(session(10), 100, {{0}, {20}, {10}}), "end:[0,30)=3");
    EXPECT_EQ(table(session(10), 100, {{0}, {18}, {9}, {40}, {35}, {36}}), "end:[0,28)=3 [35,50)=3");
    EXPECT_EQ(table(session(10), 100, {{5}, {0}, {5}}), "end:[0,15)=3");
}

TEST(WindowTablesTest, SessionLatenessIsJudgedAfterMerging) {
    // The watermark is 20. Alone, 8 would be [8,18), which has fired; it touches the open [18,28).
    EXPECT_EQ(table(session(10), 0, {{18}, {20}, {8}, {7}}), "end:[7,30)=4");
    // 9 touches nothing that is open.
    EXPECT_EQ(table(session(10), 0, {{20}, {9}}), "9:late end:[20,30)=1");
    EXPECT_EQ(table(session(10), 0, {{20}, {11}}), "end:[11,30)=2");
}

TEST(WindowTablesTest, ASessionThatHasFiredIsNotJoined) {
    EXPECT_EQ(table(session(10), 0, {{0}, {9}, {18}, {40}, {28}, {31}}), "40:[0,28)=3 28:late end:[31,50)=2");
}

TEST(WindowTablesTest, CumulateEmitsAtEachStepFromItsFirstSampleOn) {
    EXPECT_EQ(table(cumulating(30, 10), 100, {{0}, {25}, {1}, {31}}),
              "end:[0,10)=2 [0,20)=2 [0,30)=3 [30,40)=1 [30,50)=1 [30,60)=1");
}

TEST(WindowTablesTest, CumulateEmitsEmptyStepsButNothingBeforeItsFirstSample) {
    EXPECT_EQ(table(cumulating(30, 10), 0, {{15}, {29}, {75}}),
              "29:[0,20)=1 [0,30)=2 end:[60,80)=1 [60,90)=1");
    EXPECT_EQ(table(cumulating(30, 10, 5), 0, {{-1}, {4}}), "4:[-25,5)=2 end:");
}

TEST(WindowTablesTest, CumulateDropsALateSampleOnlyOnceItsPeriodIsOver) {
    EXPECT_EQ(table(cumulating(30, 10), 0, {{12}, {5}, {19}, {6}, {29}, {7}}),
              "19:[0,20)=3 29:[0,30)=5 7:late end:");
    // The first sample of the channel comes when one of its windows has fired for the others.
    EXPECT_EQ(table(cumulating(30, 10), 0, {{12}, {5, 1}}), "end:[0,20)=1 [0,20)#1=1 [0,30)=1 [0,30)#1=1");
}

TEST(WindowTablesTest, ASlowChannelHoldsTheWindowsOfAll) {
    const std::vector<Input> inputs{{5, 0}, {5, 1}, {25, 0}, {15, 1}, {9, 0}};
    EXPECT_EQ(table(tumbling(10), 0, inputs), "25:[0,10)=1 [0,10)#1=1 15:late 9:late end:[20,30)=1");
    EXPECT_EQ(table(tumbling(10), 0, inputs, WatermarkScope::Channel),
              "15:[0,10)=1 [0,10)#1=1 9:late end:[10,20)#1=1 [20,30)=1");
}

TEST(WindowTablesTest, NothingIsOpenAfterTheEnd) {
    for (const WindowSettings& settings : {tumbling(10), hopping(30, 10), session(10), cumulating(30, 10)}) {
        WindowOperator windows(settings);
        std::vector<WindowRow> rows;
        windows.finish(rows);
        EXPECT_TRUE(rows.empty());
        EXPECT_EQ(windows.add(0, Timestamp::max(), 1.0), Admission::LateDropped);
        windows.finish(rows);
        EXPECT_TRUE(rows.empty());
        EXPECT_EQ(windows.lateDroppedCount(), 1);
    }
}

} // namespace
} // namespace rillscope
