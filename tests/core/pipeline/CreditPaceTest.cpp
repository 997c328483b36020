// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CreditPace.h"

#include "core/capture/write/CaptureQueue.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

CreditPace owing(int blocks) {
    CreditPace pace;
    for (int i = 0; i < blocks; ++i)
        pace.add();
    return pace;
}

TEST(CreditPaceTest, GivesAllBackAtOnceWhereThereIsNoPause) {
    CreditPace pace = owing(2);
    EXPECT_EQ(pace.take(0ms, 5ms), 2);
    EXPECT_EQ(pace.take(0ms, 5ms), 0) << "each once";
    EXPECT_FALSE(pace.isOwed());
}

TEST(CreditPaceTest, SpreadsTheCreditOfBlocksThatCameTogether) {
    CreditPace pace = owing(1);
    EXPECT_EQ(pace.take(8ms, 100ms), 1);
    for (int i = 0; i < 3; ++i)
        pace.add();
    EXPECT_EQ(pace.take(8ms, 107ms), 0);
    EXPECT_EQ(pace.wait(8ms, 107ms), 1ms);
    EXPECT_EQ(pace.take(8ms, 110ms), 1);
    EXPECT_EQ(pace.take(8ms, 115ms), 0);
    EXPECT_EQ(pace.take(8ms, 116ms), 1) << "a timer that was late costs nothing";
    EXPECT_EQ(pace.take(0ms, 117ms), 1) << "the disk has caught up";
}

TEST(CreditPaceTest, DoesNotMakeUpForATimeInWhichNothingWasOwed) {
    CreditPace pace = owing(1);
    EXPECT_EQ(pace.take(8ms, 8s), 1);
    for (int i = 0; i < 3; ++i)
        pace.add();
    EXPECT_EQ(pace.take(8ms, 8s + 7ms), 0);
    EXPECT_EQ(pace.take(8ms, 8s + 8ms), 1);
    pace.clear();
    EXPECT_EQ(pace.take(8ms, 9s), 0);
}

/// A live source that asks for three times of what the disk takes, and a disk that commits each 200 ms.
TEST(CreditPaceTest, LetsAStreamThatTheDiskCannotFollowComeEvenly) {
    constexpr int block = 125;
    constexpr qint64 blocksInCommit = 50;
    ManualClock clock;
    CaptureQueue queue(clock, qint64{16} << 20);
    BlockMaker maker(1);
    CreditPace pace;
    int credit = 16;
    qint64 bytes = 0;
    qint64 sent = 0;
    Duration lastSent{};
    Duration longestSilence{};
    std::vector<qint64> sentInCommit{0};
    for (int ms = 1; ms <= 20'000; ++ms) {
        clock.advance(1ms);
        for (; credit > 0 && sent < qint64{94} * ms; --credit) {
            CaptureBlock made = maker.plain(block);
            made.arrival = clock.now();
            bytes = made.byteCount();
            queue.offer(std::move(made));
            pace.add();
            sent += block;
            ++sentInCommit.back();
            if (ms > 10'000)
                longestSilence = std::max(longestSilence, clock.monotonic() - lastSent);
            lastSent = clock.monotonic();
        }
        if (queue.hasRoom(SourceTime::Live))
            credit += pace.take(queue.pause(SourceTime::Live, bytes), clock.monotonic());
        if (ms % 200 != 0)
            continue;
        std::vector<CaptureBlock> taken;
        for (qint64 i = 0; i < blocksInCommit; ++i) {
            queue.take(taken, 1, std::chrono::steady_clock::now());
            queue.commit(taken);
        }
        sentInCommit.push_back(0);
    }
    sentInCommit.pop_back();
    for (std::size_t i = sentInCommit.size() / 2; i < sentInCommit.size(); ++i)
        EXPECT_NEAR(static_cast<double>(sentInCommit[i]), blocksInCommit, blocksInCommit / 10.0) << i;
    EXPECT_LE(longestSilence, 16ms) << "no frame of 60 a second is without a sample";
}

} // namespace
} // namespace rillscope::test
