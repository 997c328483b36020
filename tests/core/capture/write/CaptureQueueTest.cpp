// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureQueue.h"

#include "tests/core/capture/CaptureReference.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

constexpr qint64 capacity = 1 << 20;

class CaptureQueueTest : public testing::Test {
protected:
    /// About so many bytes in blocks of a hundred samples. Returns the samples.
    qint64 offer(qint64 bytes) {
        qint64 samples = 0;
        while (bytes > 0) {
            CaptureBlock block = m_maker.plain(100);
            bytes -= block.byteCount();
            samples += 100;
            m_queue.offer(std::move(block));
        }
        return samples;
    }

    std::vector<CaptureBlock> takeAll() {
        std::vector<CaptureBlock> blocks;
        m_queue.take(blocks, 2 * capacity, std::chrono::steady_clock::now());
        return blocks;
    }

    ManualClock m_clock;
    CaptureQueue m_queue{m_clock, capacity};
    BlockMaker m_maker{1};
};

TEST_F(CaptureQueueTest, GivesBlocksBackInTheirOrder) {
    for (int i = 1; i <= 5; ++i)
        m_queue.offer(m_maker.plain(i));
    const auto blocks = takeAll();
    ASSERT_EQ(blocks.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(blocks[i].samples.size(), i + 1);
    EXPECT_EQ(m_queue.state().account.waiting.allSamples(), 15) << "until they are released";
    m_queue.commit(blocks);
    EXPECT_EQ(m_queue.state().account.waiting.allSamples(), 0);
}

TEST_F(CaptureQueueTest, KnowsHowLongAgoTheOldestSampleArrivedThatIsNotOnDisk) {
    using namespace std::chrono_literals;
    const auto offerOne = [this] {
        CaptureBlock block = m_maker.plain(10);
        block.arrival = m_clock.now() - 2ms; // it was on its way through the processing
        m_queue.offer(std::move(block));
    };
    CaptureBlock eventsAlone;
    eventsAlone.events.push_back({});
    EXPECT_EQ(m_queue.state().lag, 0ms);
    offerOne();
    m_queue.offer(std::move(eventsAlone));
    const auto first = takeAll();
    m_clock.advance(30ms);
    offerOne();
    EXPECT_EQ(m_queue.state().lag, 32ms) << "what was taken is not on disk yet";
    const auto second = takeAll();
    m_clock.advance(10ms);
    m_queue.commit(first);
    EXPECT_EQ(m_queue.state().lag, 12ms);
    m_queue.commit(second);
    EXPECT_EQ(m_queue.state().lag, 0ms);
    EXPECT_EQ(m_queue.state().longestLag, 42ms);
}

TEST_F(CaptureQueueTest, KnowsTheAgeOfASampleThoughTheWallClockIsSet) {
    using namespace std::chrono_literals;
    CaptureBlock block = m_maker.plain(10);
    block.arrival = m_clock.now() + 1h; // before the clock was set back
    m_queue.offer(std::move(block));
    m_clock.advance(5ms);
    EXPECT_EQ(m_queue.state().lag, 5ms);
}

TEST_F(CaptureQueueTest, AsksToPauseUntilWhatWasTakenIsSafe) {
    offer(capacity / 10);
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live));
    offer(capacity / 10);
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live));
    const auto blocks = takeAll();
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live)) << "they are in memory all the same";
    m_queue.commit(blocks);
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live));
}

TEST_F(CaptureQueueTest, HoldsASourceThatCanGoOnLaterThoughWaitingDoesNotHelp) {
    offer(capacity / 5);
    m_queue.setFailing(true);
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live)) << "its samples are missed, and counted";
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live, WhileFailing::Hold));
    m_queue.setFailing(false);
    m_queue.commit(takeAll());
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live, WhileFailing::Hold));
}

TEST_F(CaptureQueueTest, TakesNoPositionBehindSamplesThatAreMissed) {
    const auto offerAt = [this](const char* position) {
        CaptureBlock block = m_maker.plain(1'000);
        block.position = StreamPosition{1, {}, position};
        m_queue.offer(std::move(block));
    };
    offerAt("first");
    offer(capacity);
    offerAt("missed");
    QList<QByteArray> positions;
    for (const CaptureBlock& block : takeAll()) {
        if (block.position)
            positions.append(block.position->position);
    }
    EXPECT_EQ(positions, QList<QByteArray>{"first"});
}

TEST_F(CaptureQueueTest, AsksASourceThatCanWaitToPauseBeforeTheDiskIsBehind) {
    CaptureQueue large(m_clock, 16 * CaptureQueue::promptBytes);
    for (qint64 bytes = 0; bytes < CaptureQueue::promptBytes;) {
        EXPECT_TRUE(large.hasRoom(SourceTime::Replayed));
        CaptureBlock block = m_maker.plain(10'000);
        bytes += block.byteCount();
        large.offer(std::move(block));
    }
    EXPECT_FALSE(large.hasRoom(SourceTime::Replayed));
    EXPECT_TRUE(large.hasRoom(SourceTime::Live)) << "it would be late on the screen";
    m_clock.advance(CaptureQueue::patience + std::chrono::milliseconds{1});
    EXPECT_TRUE(large.hasRoom(SourceTime::Replayed)) << "the disk is stalled";
}

TEST_F(CaptureQueueTest, SlowsALiveSourceDownTheMoreTheFullerItIs) {
    constexpr qint64 bytes = 1'000;
    offer(capacity / 8 * 4 / 10);
    EXPECT_EQ(m_queue.pause(SourceTime::Live, bytes), Duration{0}) << "there is room enough";
    offer(capacity / 8 * 3 / 10);
    const Duration early = m_queue.pause(SourceTime::Live, bytes);
    EXPECT_GT(early, Duration{0});
    EXPECT_EQ(m_queue.pause(SourceTime::Replayed, bytes), Duration{0}) << "it has a bound of its own";
    offer(capacity / 8 * 2 / 10);
    const Duration late = m_queue.pause(SourceTime::Live, bytes);
    EXPECT_GT(late, 2 * early);
    EXPECT_GE(m_queue.pause(SourceTime::Live, 4 * bytes), 3 * late) << "by the bytes";
    offer(capacity);
    EXPECT_EQ(m_queue.pause(SourceTime::Live, bytes), CaptureQueue::fillingTime) << "never longer";
    m_queue.setFailing(true);
    EXPECT_EQ(m_queue.pause(SourceTime::Live, bytes), Duration{0}) << "there is no use in waiting";
}

TEST_F(CaptureQueueTest, StopsWaitingForADiskThatDoesNotKeepUp) {
    offer(capacity / 4);
    m_clock.advance(CaptureQueue::patience);
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live));
    m_clock.advance(std::chrono::milliseconds{1});
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live));
    EXPECT_TRUE(m_queue.state().isStalled);
    std::vector<CaptureBlock> one;
    m_queue.take(one, 1, std::nullopt);
    m_queue.commit(one);
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live)) << "progress: it is worth waiting again";
    EXPECT_FALSE(m_queue.state().isStalled);
}

TEST_F(CaptureQueueTest, IsStalledByAFewSamplesThatNobodyTakes) {
    CaptureBlock told;
    told.account = "{}";
    m_queue.offer(std::move(told));
    m_clock.advance(std::chrono::hours{1});
    EXPECT_FALSE(m_queue.state().isStalled) << "no sample waits";
    m_queue.offer(m_maker.plain(1));
    EXPECT_FALSE(m_queue.state().isStalled) << "it has only just come";
    m_clock.advance(CaptureQueue::patience + std::chrono::milliseconds{1});
    EXPECT_TRUE(m_queue.state().isStalled);
    m_queue.setFailing(true);
    EXPECT_FALSE(m_queue.state().isStalled) << "that is told otherwise";
}

TEST_F(CaptureQueueTest, IsNotStalledByHavingBeenEmptyForLong) {
    m_clock.advance(std::chrono::hours{1});
    offer(capacity / 4);
    EXPECT_FALSE(m_queue.state().isStalled);
}

TEST_F(CaptureQueueTest, DoesNotAskToWaitWhenNothingCanBeWritten) {
    m_queue.setFailing(true);
    offer(capacity / 2);
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live));
    m_queue.setFailing(false);
    EXPECT_FALSE(m_queue.hasRoom(SourceTime::Live));
}

TEST_F(CaptureQueueTest, CountsWhatFindsNoRoomAndKeepsWhatAFileCannotDoWithout) {
    const qint64 kept = offer(capacity);
    CaptureBlock late = m_maker.next(50);
    late.streams = {StreamRecord{{}, ShownUri::fromText(QStringLiteral("sim:normal")), {}}};
    late.newChannels = {{QStringLiteral("late"), Unit::Celsius}};
    late.events.push_back({});
    m_queue.offer(late);
    EXPECT_EQ(m_queue.state().account.missed.allSamples(), 50);
    EXPECT_EQ(m_queue.state().account.waiting.allSamples(), kept);
    const auto blocks = takeAll();
    EXPECT_TRUE(blocks.back().samples.empty() && blocks.back().places.empty() &&
                blocks.back().events.empty());
    EXPECT_EQ(blocks.back().newChannels.size(), 1U);
    EXPECT_EQ(blocks.back().streams.size(), 1U);
}

TEST_F(CaptureQueueTest, StaysWithinItsBoundsForEver) {
    m_queue.setFailing(true);
    const qint64 offered = offer(4 * capacity);
    const CaptureAccount account = m_queue.state().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.waiting.allSamples() + account.missed.allSamples(), offered);
    qint64 bytes = 0;
    for (const CaptureBlock& block : takeAll())
        bytes += block.byteCount();
    EXPECT_LE(bytes, capacity + 10'000);
    EXPECT_GE(bytes, capacity);
}

TEST_F(CaptureQueueTest, CountsWindowsAndEventsThatFindNoRoom) {
    offer(capacity);
    CaptureBlock late;
    late.windows.resize(3);
    late.events.resize(2);
    m_queue.offer(late);
    const CaptureAccount account = m_queue.state().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.missed, (CaptureCounts{.windows = 3, .events = 2}));
}

TEST_F(CaptureQueueTest, CountsWhatWasGoneBeforeItCouldBeOffered) {
    CaptureBlock block = m_maker.plain(10);
    block.leftOut.windows = 4;
    block.alarmsLeftOut = 5;
    m_queue.offer(block);
    const CaptureAccount account = m_queue.state().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.missed, (CaptureCounts{.windows = 4}));
    EXPECT_EQ(account.missedAlarms, 5);
}

AlarmOccurrence alarm(quint64 id, bool isActive) {
    AlarmOccurrence occurrence;
    occurrence.id = id;
    occurrence.isActive = isActive;
    return occurrence;
}

/// An alarm that is raised and over while the disk takes nothing.
TEST_F(CaptureQueueTest, KeepsTheLatestStateOfEachAlarmWhenThereIsNoRoom) {
    offer(capacity);
    for (const bool isActive : {true, false}) {
        CaptureBlock block;
        block.alarms = {alarm(7, isActive), alarm(8, true)};
        m_queue.offer(block);
    }
    const auto blocks = takeAll();
    ASSERT_EQ(blocks.back().alarms.size(), 2U);
    EXPECT_EQ(blocks.back().alarms.front(), alarm(7, false));
    EXPECT_EQ(m_queue.state().account.missedAlarms, 0);
    m_queue.commit(blocks);
    EXPECT_TRUE(m_queue.state().isEmpty);
    EXPECT_TRUE(m_queue.hasRoom(SourceTime::Live)) << "what they took of the bound is free again";
}

TEST_F(CaptureQueueTest, CountsAnAlarmOnceHoweverManyOfItsStatesAreMissed) {
    for (const bool isActive : {true, false}) {
        CaptureBlock block;
        block.alarms = {alarm(7, isActive)};
        m_queue.offer(block);
        m_queue.miss(takeAll());
    }
    EXPECT_EQ(m_queue.state().account.missedAlarms, 1);
}

TEST_F(CaptureQueueTest, CountsAsMissedWhatComesAfterItWasClosed) {
    const qint64 kept = offer(1);
    m_queue.close();
    CaptureBlock late = m_maker.plain(30);
    late.events.resize(1);
    late.alarms = {alarm(1, true)};
    m_queue.offer(late);
    const auto blocks = takeAll();
    EXPECT_EQ(blocks.size(), 1U);
    m_queue.commit(blocks);
    const CaptureAccount account = m_queue.state().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.durable.allSamples(), kept);
    EXPECT_EQ(account.missed.allSamples(), 30);
    EXPECT_EQ(account.missed.events, 1);
    EXPECT_EQ(account.missedAlarms, 1);
}

} // namespace
} // namespace rillscope::test
