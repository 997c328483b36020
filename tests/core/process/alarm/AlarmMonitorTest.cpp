// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/alarm/AlarmText.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

using namespace test;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

AlarmRule rule(AlarmCondition condition, double low, double high, double hysteresis = 0.0) {
    AlarmRule rule = above(high, hysteresis);
    rule.condition = condition;
    rule.low = low;
    return rule;
}

AlarmRule stale(Duration after) {
    AlarmRule rule;
    rule.condition = AlarmCondition::Stale;
    rule.staleAfter = after;
    return rule;
}

TEST(AlarmMonitorTest, IsBeyondALimitButNotOnIt) {
    EXPECT_EQ(alarmsOf(above(10), {{0, 9}, {1, 10}, {2, 10.1}, {3, 12}, {4, 11}, {5, 10}, {6, 11}, {7, 9}}),
              "2..4 worst=12; 6..6 worst=11");
    EXPECT_EQ(alarmsOf(rule(AlarmCondition::Below, 10, 0), {{0, 10}, {1, 9}, {2, 7}, {3, 8}, {4, 10}}),
              "1..3 worst=7");
    EXPECT_EQ(
        alarmsOf(rule(AlarmCondition::Outside, 10, 20), {{0, 10}, {1, 9}, {2, 24}, {3, 8}, {4, 20}, {5, 5}}),
        "1..3 worst=24; 5..5 worst=5 active");
}

TEST(AlarmMonitorTest, EndsOnlyWhenTheValueIsBackByTheHysteresis) {
    EXPECT_EQ(alarmsOf(above(10, 2), {{0, 11}, {1, 9}, {2, 10}, {3, 8.1}, {4, 8}, {5, 9}, {6, 10}, {7, 11}}),
              "0..3 worst=11; 7..7 worst=11 active");
    EXPECT_EQ(alarmsOf(rule(AlarmCondition::Below, 10, 0, 2), {{0, 9}, {1, 11.9}, {2, 12}, {3, 10}}),
              "0..1 worst=9");
    EXPECT_EQ(
        alarmsOf(rule(AlarmCondition::Outside, 10, 20, 2), {{0, 9}, {1, 19}, {2, 11}, {3, 18}, {4, 10}}),
        "0..2 worst=9");
}

TEST(AlarmMonitorTest, RaisesWhenTheConditionHasHeldForTheDelay) {
    const AlarmRule rule = above(10, 0, 3s);
    EXPECT_EQ(alarmsOf(rule, {{0, 11}, {1, 12}, {2, 11}, {3, 11}, {4, 11}, {5, 9}}),
              "0..4 raised=3 worst=12");
    EXPECT_EQ(alarmsOf(rule, {{0, 11}, {2, 11}, {3, 10}, {4, 11}, {6, 11}}), ""); // broken off each time
    EXPECT_EQ(alarmsOf(rule, {{0, 11}, {2, 10}, {3, 12}, {5, 13}, {7, 11}}), "3..7 raised=7 worst=13 active");
    // Only a sample tells that the condition still held when the delay was over.
    EXPECT_EQ(alarmsOf(rule, {{0, 11}, {60, 11}}), "0..60 raised=60 worst=11 active");
    EXPECT_EQ(alarmsOf(rule, {{0, 11}, {60, 9}}), "");
}

TEST(AlarmMonitorTest, TellsThatAnAlarmIsPending) {
    AlarmTable table;
    AlarmMonitor monitor({}, {}, above(10, 0, 3s));
    EXPECT_EQ(monitor.state(table), AlarmState::Normal);
    judgeAll(monitor, {{0, 11}}, table);
    EXPECT_EQ(monitor.state(table), AlarmState::Pending);
    judgeAll(monitor, {{3, 11}}, table);
    EXPECT_EQ(monitor.state(table), AlarmState::Active);
    judgeAll(monitor, {{4, 9}}, table);
    EXPECT_EQ(monitor.state(table), AlarmState::Normal);
}

TEST(AlarmMonitorTest, RaisesExactlyOneForASpikeOfOneSampleAtAHighRate) {
    AlarmTable table;
    AlarmMonitor monitor(QStringLiteral("hot"), QStringLiteral("oven"), above(80, 2));
    for (int i = 0; i < 200'000; ++i) {
        const Timestamp time{i * 10us}; // 100,000 samples a second
        monitor.judge(time, i == 123'456 ? 95.0 : 20.0 + i % 7, time, table);
    }
    ASSERT_EQ(table.counts(), (AlarmCounts{1, 0, 1}));
    const AlarmOccurrence& spike = table.occurrences().constFirst();
    EXPECT_EQ(spike.first, Timestamp{1'234'560us});
    EXPECT_EQ(spike.duration(), 0s);
    EXPECT_EQ(spike.worst, 95.0);
    EXPECT_EQ(spike.step, QStringLiteral("hot"));
    EXPECT_EQ(spike.channel, QStringLiteral("oven"));
}

TEST(AlarmMonitorTest, JudgesTheSlopeBetweenSamplesEitherWay) {
    const AlarmRule slope = rule(AlarmCondition::Rate, 0, 2.0, 1.0);
    EXPECT_EQ(alarmsOf(slope, {{0, 0}, {1, 2}, {2, 5}, {3, 6.5}, {4, 7.5}}), "2..3 worst=3");
    EXPECT_EQ(alarmsOf(slope, {{0, 0}, {10, -30}, {11, -29}}), "10..10 worst=-3");
    EXPECT_EQ(alarmsOf(slope, {{5, 0}, {5, 100}, {6, 1}, {4, 90}, {7, 2}}),
              ""); // no slope without a step in time
    EXPECT_EQ(alarmsOf(slope, {{0, 0}, {1, nan}, {2, 8}}), "2..2 worst=4 active");
    constexpr double huge = std::numeric_limits<double>::max();
    EXPECT_EQ(alarmsOf(slope, {{0, -huge}, {1, huge}, {2, huge}}), "1..1 worst=inf");
}

TEST(AlarmMonitorTest, TakesWhatIsNoNumberForNoNews) {
    EXPECT_EQ(
        alarmsOf(above(10), {{0, nan}, {1, infinity}, {2, 11}, {3, nan}, {4, -infinity}, {5, 12}, {6, 9}}),
        "2..5 worst=12");
    EXPECT_EQ(alarmsOf(above(10, 0, 3s), {{0, 11}, {1, nan}, {3, 11}, {4, 9}}), "0..3 raised=3 worst=11");
}

TEST(AlarmMonitorTest, JudgesWhatComesOutOfOrderButEndsNothingByIt) {
    EXPECT_EQ(alarmsOf(above(10), {{5, 9}, {3, 12}, {4, 9}, {6, 9}}),
              "3..3 worst=12"); // raises, is not ended by t=4
    EXPECT_EQ(alarmsOf(above(10), {{5, 11}, {4, 9}, {3, 15}, {6, 12}, {7, 9}}),
              "3..6 raised=5 worst=15"); // joins
    const AlarmRule delayed = above(10, 0, 3s);
    EXPECT_EQ(alarmsOf(delayed, {{5, 9}, {1, 12}, {4, 12}, {6, 9}}), ""); // starts no delay
    EXPECT_EQ(alarmsOf(delayed, {{5, 11}, {4, 9}, {8, 11}, {9, 9}}),
              "5..8 raised=8 worst=11");                                // breaks none off
    EXPECT_EQ(alarmsOf(above(10), {{5, 11}, {5, 9}}), "5..5 worst=11"); // the same time is in order
}

TEST(AlarmMonitorTest, NoticesSilence) {
    AlarmTable table;
    AlarmMonitor monitor({}, {}, stale(10s));
    monitor.advance(atSecond(1'000), table); // nothing has come yet, so nothing is missed
    judgeAll(monitor, {{0, nan}}, table);
    monitor.advance(atSecond(10), table);
    EXPECT_EQ(describe(table), "");
    monitor.advance(atSecond(11), table);
    EXPECT_EQ(describe(table), "10..11 raised=11 worst=11 active");
    monitor.advance(atSecond(15), table);
    judgeAll(monitor, {{20, nan}, {30, 1}}, table);
    EXPECT_EQ(describe(table), "10..20 raised=11 worst=20");
}

TEST(AlarmMonitorTest, NoticesASilenceThatNobodyAskedAbout) {
    EXPECT_EQ(alarmsOf(stale(10s), {{0, 1}, {10, 1}, {21, 1}, {22, 1}}), "20..21 raised=21 worst=11");
}

TEST(AlarmMonitorTest, MeasuresSilenceInTheTimeItIsGiven) {
    AlarmTable table;
    AlarmMonitor monitor({}, {}, stale(10s));
    for (int i = 0; i < 100; ++i) // a sensor whose clock stands still
        monitor.judge(atSecond(0), 1.0, atSecond(i), table);
    EXPECT_EQ(describe(table), "");
    monitor.judge(atSecond(0), 1.0, atSecond(50), table); // the wall clock was set back
    monitor.advance(atSecond(61), table);
    EXPECT_EQ(describe(table), "60..61 raised=61 worst=11 active");
}

TEST(AlarmMonitorTest, KeepsALatchedAlarmRaisedUntilItIsAcknowledged) {
    AlarmRule latching = above(10);
    latching.latch = true;
    AlarmTable table;
    AlarmMonitor monitor({}, {}, latching);
    judgeAll(monitor, {{0, 11}, {1, 9}}, table);
    EXPECT_EQ(describe(table), "0..0 worst=11 latched");
    EXPECT_EQ(monitor.state(table), AlarmState::ClearedUnacknowledged);
    judgeAll(monitor, {{2, 9}, {3, 12}}, table); // back again: the same one
    EXPECT_EQ(describe(table), "0..3 worst=12 active");
    table.acknowledge(1);
    EXPECT_EQ(monitor.state(table), AlarmState::Acknowledged);
    judgeAll(monitor, {{4, 9}}, table);
    EXPECT_EQ(monitor.state(table), AlarmState::Normal);
    judgeAll(monitor, {{5, 11}, {6, 9}}, table);
    table.acknowledgeAll();
    EXPECT_EQ(monitor.state(table), AlarmState::Normal);
    judgeAll(monitor, {{7, 11}}, table);
    EXPECT_EQ(describe(table), "0..3 worst=12; 5..5 worst=11; 7..7 worst=11 active");
}

TEST(AlarmMonitorTest, LatchesSilenceToo) {
    AlarmRule latching = stale(10s);
    latching.latch = true;
    EXPECT_EQ(alarmsOf(latching, {{0, 1}, {11, 1}, {12, 1}, {40, 1}}), "10..40 raised=11 worst=28 latched");
}

TEST(AlarmMonitorTest, EndsWhatAChangedRuleHadRaised) {
    AlarmTable table;
    AlarmMonitor monitor({}, {}, above(10));
    judgeAll(monitor, {{0, 11}}, table);
    monitor.setRule(above(10), table); // nothing new
    EXPECT_EQ(describe(table), "0..0 worst=11 active");
    monitor.setRule(above(5), table);
    EXPECT_EQ(describe(table), "0..0 worst=11");
    judgeAll(monitor, {{1, 11}}, table);
    monitor.finish(table);
    EXPECT_EQ(describe(table), "0..0 worst=11; 1..1 worst=11");
    EXPECT_EQ(table.counts(), (AlarmCounts{2, 0, 2}));
}

TEST(AlarmMonitorTest, LeavesALatchedAlarmOfARemovedRuleToBeAcknowledged) {
    AlarmRule latching = above(10);
    latching.latch = true;
    AlarmTable table;
    AlarmMonitor monitor({}, {}, latching);
    judgeAll(monitor, {{0, 11}}, table);
    monitor.finish(table);
    EXPECT_EQ(describe(table), "0..0 worst=11 latched");
    table.acknowledge(1);
    EXPECT_EQ(describe(table), "0..0 worst=11");
}

TEST(AlarmMonitorTest, WorksAtTheEndsOfTime) {
    const Timestamp least = Timestamp::min();
    const Timestamp most = Timestamp::max();
    AlarmTable table;
    AlarmMonitor delayed({}, {}, above(10, 0, 3s));
    delayed.judge(least, 11, least, table);
    delayed.judge(most, 11, most, table);
    EXPECT_EQ(table.occurrences().constLast().duration(), Duration::max());
    AlarmMonitor silent({}, {}, stale(Duration::max()));
    silent.judge(least, 1, least, table);
    silent.advance(most, table);
    silent.judge(least, 1, least, table);
    AlarmMonitor slope({}, {}, rule(AlarmCondition::Rate, 0, 1.0));
    slope.judge(least, 0, least, table);
    slope.judge(most, 1e300, most, table);
    slope.judge(least, 0, least, table);
    EXPECT_EQ(table.counts().raised, 2);
}

TEST(AlarmMonitorTest, RaisesAnewWhatTheTableNoLongerKeeps) {
    AlarmTable table(1);
    AlarmMonitor hot({}, QStringLiteral("a"), above(10));
    AlarmMonitor cold({}, QStringLiteral("b"), above(10));
    judgeAll(hot, {{0, 11}}, table);
    judgeAll(cold, {{1, 11}}, table);
    EXPECT_EQ(hot.state(table), AlarmState::Normal);
    judgeAll(hot, {{2, 12}, {3, 9}}, table);
    EXPECT_EQ(describe(table), "2..2 worst=12");
    EXPECT_EQ(table.counts(), (AlarmCounts{3, 0, 1}));
}

} // namespace
} // namespace rillscope
