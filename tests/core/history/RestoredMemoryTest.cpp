// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/RestoreReference.h"

#include "core/history/ColumnCache.h"
#include "core/history/SampleHistory.h"

#include <gtest/gtest.h>

#include <thread>

namespace rillscope {
namespace {

using test::ChunkColumns;
using test::Recording;

RecordedSample sampleAt(std::int64_t index) {
    return {fromNanoseconds(index * 1'000 + index * 7'919 % 5'000),
            static_cast<double>(index * 104'729 % 10'007),
            {},
            false};
}

class RestoredMemoryTest : public testing::Test {
protected:
    void fill(SampleHistory& history, std::int64_t chunks) {
        history.addChannel({QStringLiteral("live"), Unit::Celsius});
        for (std::int64_t i = 0; i < chunks * ChannelHistory::chunkSize; ++i) {
            m_recording.push_back(sampleAt(i));
            history.append(0, m_recording.back());
        }
    }

    SampleHistory::Restorable chunkOf(const SampleHistory& history, std::int64_t chunk) const {
        return {0, chunk, ChunkColumns(m_recording, chunk).packFor(history.channel(0), chunk)};
    }

    Recording m_recording;
};

TEST_F(RestoredMemoryTest, KeepsWhatWasWishedForMostRecentlyWithinABoundOfItsOwn) {
    constexpr std::int64_t limit = 300'000; // an eighth of it is one chunk: 64 may stay
    SampleHistory history(limit);
    fill(history, 100);
    const std::int64_t evicted = history.evictedCount();
    const std::int64_t before = history.memoryUsage();
    for (std::int64_t chunk = 0; chunk < 64; ++chunk)
        history.restore(chunkOf(history, chunk));
    history.restore({0, 0, nullptr}); // wished for again
    for (std::int64_t chunk = 64; chunk < 74; ++chunk)
        history.restore(chunkOf(history, chunk));
    const ChannelHistory& channel = history.channel(0);
    const auto isThere = [&channel](std::int64_t chunk) { return channel.sample(chunk * 4'096).has_value(); };
    EXPECT_TRUE(isThere(0));
    for (std::int64_t chunk = 1; chunk <= 10; ++chunk)
        EXPECT_FALSE(isThere(chunk)) << chunk;
    for (std::int64_t chunk = 11; chunk < 74; ++chunk)
        EXPECT_TRUE(isThere(chunk)) << chunk;
    EXPECT_EQ(history.evictedCount(), evicted) << "nothing else had to go for them";
    EXPECT_EQ(history.memoryUsage(), before + history.restoredBytes());

    history.restore({0, 5, nullptr}); // gone meanwhile
    EXPECT_FALSE(isThere(5));
    history.restore(chunkOf(history, 73)); // twice
    EXPECT_EQ(history.memoryUsage(), before + history.restoredBytes());
    SampleHistory other(limit);
    m_recording.clear();
    fill(other, 103);
    for (std::int64_t i = 100 * 4'096; i < 103 * 4'096; ++i)
        history.append(0, sampleAt(i));
    EXPECT_EQ(history.evictedCount(), other.evictedCount()) << "as without them";
}

TEST_F(RestoredMemoryTest, MayTakeAnEighthOfTheLimit) {
    constexpr std::int64_t limit = 40'000'000;
    SampleHistory history(limit);
    fill(history, 1'200);
    for (std::int64_t chunk = 0; chunk < 200; ++chunk)
        history.restore(chunkOf(history, chunk));
    EXPECT_LE(history.restoredBytes(), limit / 8);
    EXPECT_GT(history.restoredBytes(), limit / 8 - 80'000);
}

/// All that a reader finds is what was written, while chunks come and go.
void readUntil(const SampleHistory& history, const std::atomic<bool>& isDone) {
    const ChannelHistory& channel = history.channel(0);
    const std::int64_t size = channel.size();
    std::vector<RecordedSample> part;
    ColumnCache cache;
    ColumnQueryResult result;
    std::int64_t place = 0;
    while (!isDone) {
        for (std::int64_t i = place++ % 256; i < size; i += 1'021) {
            const auto sample = channel.sample(i);
            ASSERT_TRUE(!sample || *sample == sampleAt(i));
            channel.read(i, size, part);
            ASSERT_TRUE(part.empty() || part.front() == sampleAt(i));
        }
        channel.query({Duration(10'000), place % 1'000, 500}, cache, result);
        for (const ColumnGroup& group : result.columns)
            ASSERT_TRUE(group.minimum.value >= 0.0 && group.maximum.value <= 10'006.0);
        channel.query({Duration(size * 1'100), 0, 1}, result);
        ASSERT_EQ(result.columns.front().count, size);
        const auto nearest = channel.nearest(fromNanoseconds(size * 1'000));
        ASSERT_TRUE(nearest && *nearest + 8 > size);
        ASSERT_EQ(channel.statistics().count(), size);
        channel.pastChunks(Timestamp::min(), Timestamp::max(), Duration(0), 10);
        ASSERT_TRUE(history.fullResolutionFrom(Timestamp::min(), Timestamp::max()));
    }
    channel.query({Duration(10'000), place % 1'000, 500}, cache, result);
    test::expectSame(result, channel.query({Duration(10'000), place % 1'000, 500}));
}

TEST_F(RestoredMemoryTest, IsReadSafelyWhileChunksComeBackAndGo) {
    SampleHistory history(300'000);
    fill(history, 90);
    std::atomic<bool> isDone{false};
    std::thread first([&] { readUntil(history, isDone); });
    std::thread second([&] { readUntil(history, isDone); });
    std::mt19937_64 random(42);
    for (int i = 0; i < 1'000; ++i)
        history.restore(chunkOf(history, static_cast<std::int64_t>(random() % 80)));
    isDone = true;
    first.join();
    second.join();
    EXPECT_GT(history.restoredBytes(), 0);
}

} // namespace
} // namespace rillscope
