// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceStateBoard.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using Kind = SourceCondition::Kind;

SourceState stateOf(SourceState::Kind kind, Duration since) {
    return {.kind = kind, .since = since};
}

TEST(SourceStateTest, SaysHowLongAStateLastsAndWhenTheNextTryIs) {
    SourceState state = stateOf(SourceState::Kind::Connecting, 10s);
    state.reason = Message::verbatim(QStringLiteral("no route"));
    state.attempt = 3;
    state.nextTry = 30s;
    EXPECT_EQ(describe(state, 22s, {}, {}),
              (SourceCondition{.kind = Kind::Connecting,
                               .lasted = 12s,
                               .attempt = 3,
                               .nextTryIn = 8s,
                               .reason = Message::verbatim(QStringLiteral("no route"))}));
    EXPECT_EQ(describe(state, 31s, {}, {}).nextTryIn, Duration{0}) << "at any moment now";
    EXPECT_EQ(describe(stateOf(SourceState::Kind::Waiting, 10s), 22s, {}, 1s),
              (SourceCondition{.kind = Kind::Waiting, .lasted = 12s}))
        << "what never began has not fallen silent";
    EXPECT_EQ(describe(stateOf(SourceState::Kind::Refused, 10s), 11s, {}, 1ms).kind, Kind::Refused);
}

TEST(SourceStateTest, IsSilentOnceThePauseIsMuchLongerThanUsual) {
    const SourceState state = stateOf(SourceState::Kind::Receiving, 10s);
    EXPECT_EQ(describe(state, 104s, 100s, 1s), (SourceCondition{.kind = Kind::Receiving, .lasted = 4s}));
    EXPECT_EQ(describe(state, 105s, 100s, 1s),
              (SourceCondition{.kind = Kind::Silent, .lasted = 5s, .usual = 1s}));
    EXPECT_EQ(describe(state, 102s, 100s, 1ms).kind, Kind::Receiving) << "a pause that nobody notices";
    EXPECT_EQ(describe(state, 103s, 100s, 1ms).kind, Kind::Silent);
    EXPECT_EQ(describe(state, 3'600s, 100s, {}).kind, Kind::Receiving) << "one arrival has no interval";
    EXPECT_EQ(describe(state, 11s, 5s, 1s).lasted, 1s) << "an arrival before the state began is none of it";
    EXPECT_EQ(describe(state, 5s, {}, 1s).lasted, Duration{0}) << "never negative";
}

TEST(SourceStateTest, HoldsAtTheEndsOfTime) {
    const SourceState state = stateOf(SourceState::Kind::Receiving, Duration::min());
    const SourceCondition condition = describe(state, Duration::max(), Duration::min(), Duration::max());
    EXPECT_EQ(condition.lasted, Duration::max());
    EXPECT_EQ(condition.kind, Kind::Receiving);
}

TEST(SourceStateTest, LearnsTheUsualIntervalFromTheArrivals) {
    SourceStateBoard board;
    board.noteArrival(1s);
    EXPECT_FALSE(board.condition(2s)) << "a source that says nothing has no state";
    board.set({.kind = SourceState::Kind::Waiting}, 10s);
    EXPECT_EQ(board.condition(12s)->kind, Kind::Waiting);
    EXPECT_EQ(board.condition(12s)->lasted, 2s);
    for (int second = 60; second <= 80; ++second)
        board.noteArrival(std::chrono::seconds(second));
    EXPECT_EQ(board.condition(81s)->kind, Kind::Receiving);
    EXPECT_EQ(board.condition(81s)->lasted, 1s);
    const auto silent = board.condition(90s);
    EXPECT_EQ(silent->kind, Kind::Silent);
    EXPECT_EQ(silent->usual, Duration{1s}) << "the 50 s before the first arrival are no interval";
    for (int minute = 2; minute <= 40; ++minute)
        board.noteArrival(std::chrono::minutes(minute));
    EXPECT_EQ(board.condition(41min + 30s)->kind, Kind::Receiving) << "it has become slower for good";
}

TEST(SourceStateTest, CountsTheTimeOfAStateFromItsFirstReport) {
    SourceStateBoard board;
    board.set({.kind = SourceState::Kind::Connecting, .reason = Message::verbatim(QStringLiteral("a"))}, 10s);
    board.set({.kind = SourceState::Kind::Connecting, .reason = Message::verbatim(QStringLiteral("b"))}, 15s);
    EXPECT_EQ(board.condition(20s)->lasted, 10s);
    EXPECT_EQ(board.condition(20s)->reason.english(), QStringLiteral("b"));
    board.noteArrival(21s);
    EXPECT_EQ(board.condition(22s), (SourceCondition{.kind = Kind::Receiving, .lasted = 1s}));
    board.set({.kind = SourceState::Kind::Connecting}, 30s);
    EXPECT_EQ(board.condition(31s)->lasted, 1s);
}

} // namespace
} // namespace rillscope
