// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"
#include "core/history/ColumnCache.h"
#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <thread>

namespace rillscope {
namespace {

TEST(SampleHistoryTest, KeepsChannelsApart) {
    SampleHistory history;
    EXPECT_FALSE(history.timeRange());
    EXPECT_EQ(history.addChannel({QStringLiteral("inlet"), Unit::Celsius}), 0);
    EXPECT_EQ(history.addChannel({QStringLiteral("rpm"), Unit::None}), 1);
    history.append({1, fromNanoseconds(50), 1'500.0, {}});
    history.append({0, fromNanoseconds(20), 21.5, QualityFlag::OutOfOrder});
    history.append({0, fromNanoseconds(70), 22.5, {}});

    EXPECT_EQ(history.channelCount(), 2);
    EXPECT_EQ(history.info(1).name, QStringLiteral("rpm"));
    EXPECT_EQ(history.size(), 3);
    EXPECT_EQ(history.channel(0).value(1), 22.5);
    EXPECT_EQ(history.channel(0).quality(0), Quality(QualityFlag::OutOfOrder));
    EXPECT_EQ(history.channel(1).value(0), 1'500.0);
    EXPECT_EQ(history.timeRange(), std::pair(fromNanoseconds(20), fromNanoseconds(70)));
}

TEST(SampleHistoryTest, TakesAsManyChannelsAsAStreamMayHave) {
    SampleHistory history;
    for (int i = 0; i < maxChannels; ++i)
        EXPECT_EQ(history.addChannel({QString::number(i), Unit::Celsius}), i);
    EXPECT_EQ(history.channelCount(), maxChannels);
}

TEST(SampleHistoryTest, StaysWithinItsMemoryAndEvictsWhatWasRecordedFirst) {
    constexpr std::int64_t limit = 1'500'000;
    SampleHistory history(limit);
    history.addChannel({QStringLiteral("slow"), Unit::Celsius});
    history.addChannel({QStringLiteral("fast"), Unit::Celsius});
    for (std::int64_t i = 0; i < 400'000; ++i) {
        history.append({1, fromNanoseconds(i), 1.0, {}});
        if (i % 50 == 0)
            history.append({0, fromNanoseconds(i), 1.0, {}});
        ASSERT_LE(history.memoryUsage(), limit + 160'000)
            << "each channel opens a chunk before another one goes";
    }
    EXPECT_EQ(history.size(), 408'000);
    const std::int64_t evicted = history.evictedCount();
    EXPECT_GT(evicted, 250'000);
    EXPECT_EQ(history.channel(0).evictedCount() + history.channel(1).evictedCount(), evicted);
    EXPECT_EQ(history.channel(0).evictedCount(), 0) << "its only full chunk is its newest";
    EXPECT_EQ(history.channel(1).fullResolutionFrom(), fromNanoseconds(evicted));
    EXPECT_EQ(history.channel(1).statistics().count(), 400'000);

    history.setMemoryLimit(0);
    for (std::int64_t i = 0; i < 4'096; ++i)
        history.append({1, fromNanoseconds(400'000 + i), 1.0, {}});
    EXPECT_LT(history.memoryUsage(), 500'000);
    EXPECT_EQ(history.channel(1).value(404'095), 1.0) << "the newest chunk stays";
}

TEST(SampleHistoryTest, TakesAnotherGapFactorForSamplesToComeInEveryChannel) {
    SampleHistory history;
    history.addChannel({QStringLiteral("before"), Unit::Celsius});
    history.setGapFactor(100.0);
    history.addChannel({QStringLiteral("after"), Unit::Celsius});
    for (const ChannelIndex channel : {ChannelIndex{0}, ChannelIndex{1}}) {
        for (int i = 0; i < 20; ++i)
            history.append({channel, fromNanoseconds(i * 10), 1.0, {}});
        history.append({channel, fromNanoseconds(690), 1.0, {}});
        EXPECT_FALSE(history.channel(channel).breaksBefore(20)) << "50 times the usual interval";
    }
    history.setGapFactor(2.0);
    EXPECT_EQ(history.gapFactor(), 2.0);
    for (const ChannelIndex channel : {ChannelIndex{0}, ChannelIndex{1}}) {
        for (int i = 0; i < 200; ++i)
            history.append({channel, fromNanoseconds(700 + i * 10), 1.0, {}});
        history.append({channel, fromNanoseconds(2'750), 1.0, {}});
        EXPECT_TRUE(history.channel(channel).breaksBefore(221));
    }
}

TEST(SampleHistoryTest, SeesNoGapWhereSamplesComeOnChangeAlone) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a/band"), Unit::Celsius, ChannelKind::DerivedOnChange});
    history.setGapFactor(2.0);
    for (int i = 0; i < 100; ++i)
        history.append({0, fromNanoseconds(i * 10), 1.0, {}});
    history.append({0, fromNanoseconds(1'000'000), 2.0, {}});
    EXPECT_FALSE(history.channel(0).breaksBefore(100));
    EXPECT_EQ(history.gapFactor(), 2.0);
}

// What the writer of the test below appends: all readers know it.
Timestamp writtenTime(std::int64_t index) {
    const std::int64_t jitter = index * 7'919 % 5'000;
    return fromNanoseconds(index * 1'000 + jitter);
}

double writtenValue(std::int64_t index) {
    return static_cast<double>(index * 104'729 % 10'007);
}

/// A query asks for the size itself; the number of samples in it tells which prefix it saw.
void expectAPrefix(const ChannelHistory& history, const ColumnGrid& grid, ColumnCache& cache) {
    const std::int64_t sizeBefore = history.size();
    ColumnQueryResult result;
    history.query(grid, cache, result);
    const std::int64_t sizeAfter = history.size();
    std::int64_t seen = 0;
    for (const ColumnGroup& group : result.columns)
        seen += group.count;
    ASSERT_GE(seen, sizeBefore);
    ASSERT_LE(seen, sizeAfter);
    test::expectSame(result, test::queryByBruteForce(history, seen, grid));
}

void readUntil(const SampleHistory& history, std::int64_t count) {
    std::int64_t size = 0;
    ColumnCache cache;
    while (size < count) {
        if (history.channelCount() == 0)
            continue;
        const ChannelHistory& channel = history.channel(0);
        size = channel.size();
        for (std::int64_t i = size - 1; i >= 0; i -= 1 + i / 3) {
            ASSERT_EQ(channel.eventTime(i), writtenTime(i));
            ASSERT_EQ(channel.value(i), writtenValue(i));
        }
        ASSERT_NO_FATAL_FAILURE(expectAPrefix(channel, {Duration(count * 10), 0, 101}, cache));
        const std::int64_t atLeast = channel.size();
        ASSERT_GE(channel.statistics().count(), atLeast);
        ASSERT_EQ(channel.nearest(Timestamp::min()).has_value(), channel.size() > 0);
    }
}

TEST(SampleHistoryTest, ShowsEveryReaderAPrefixOfWhatIsBeingWritten) {
    constexpr std::int64_t count = 150'000;
    SampleHistory history;
    std::thread first([&history] { readUntil(history, count); });
    std::thread second([&history] { readUntil(history, count); });
    history.addChannel({QStringLiteral("live"), Unit::Celsius});
    for (std::int64_t i = 0; i < count; ++i)
        history.append({0, writtenTime(i), writtenValue(i), {}});
    first.join();
    second.join();
    EXPECT_EQ(history.size(), count);
}

/// Samples that are there are right, and those that are not were the oldest.
void readWhileEvicted(const SampleHistory& history, std::int64_t count) {
    const ChannelHistory& channel = history.channel(0);
    std::vector<RecordedSample> part;
    ColumnCache all;
    ColumnCache whole;
    ColumnQueryResult result;
    std::int64_t size = 0;
    while (size < count) {
        size = channel.size();
        if (size == 0)
            continue;
        for (std::int64_t i = size - 1; i >= 0; i -= 1 + i / 9) {
            const auto sample = channel.sample(i);
            ASSERT_TRUE(sample || i < channel.evictedCount());
            ASSERT_TRUE(!sample || sample->eventTime == writtenTime(i));
            ASSERT_TRUE(!sample || sample->value == writtenValue(i));
            const auto read = channel.read(i, size, part);
            ASSERT_EQ(read.isEvicted, part.empty());
            ASSERT_TRUE(part.empty() || part.front().value == writtenValue(i));
        }
        channel.query({Duration(count * 1'100), 0, 1}, whole, result);
        const std::int64_t seen = result.columns.empty() ? 0 : result.columns.front().count;
        ASSERT_GE(seen, size);
        ASSERT_LE(seen, channel.size());
        const auto nearest = channel.nearest(writtenTime(size - 1));
        ASSERT_TRUE(nearest);
        ASSERT_GE(*nearest + 4, size - 1);
        ASSERT_GE(channel.statistics().count(), seen);
        ASSERT_TRUE(channel.timeRange());
        channel.query({Duration(3'000'000), 0, 100}, all, result);
        for (const ColumnGroup& group : result.columns) {
            ASSERT_GE(group.minimum.value, 0.0);
            ASSERT_LE(group.maximum.value, 10'006.0);
        }
    }
}

TEST(SampleHistoryTest, IsReadSafelyWhileItsOldestSamplesGo) {
    constexpr std::int64_t count = 200'000;
    SampleHistory history(300'000);
    history.addChannel({QStringLiteral("live"), Unit::Celsius});
    std::thread first([&history] { readWhileEvicted(history, count); });
    std::thread second([&history] { readWhileEvicted(history, count); });
    for (std::int64_t i = 0; i < count; ++i)
        history.append({0, writtenTime(i), writtenValue(i), {}});
    first.join();
    second.join();
    EXPECT_GT(history.evictedCount(), 150'000);
}

} // namespace
} // namespace rillscope
