// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"
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

// What the writer of the test below appends: all readers know it.
Timestamp writtenTime(std::int64_t index) {
    const std::int64_t jitter = index * 7'919 % 5'000;
    return fromNanoseconds(index * 1'000 + jitter);
}

double writtenValue(std::int64_t index) {
    return static_cast<double>(index * 104'729 % 10'007);
}

/// A query asks for the size itself; the number of samples in it tells which prefix it saw.
void expectAPrefix(const ChannelHistory& history, const ColumnGrid& grid) {
    const std::int64_t sizeBefore = history.size();
    const ColumnQueryResult result = history.query(grid);
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
    while (size < count) {
        if (history.channelCount() == 0)
            continue;
        const ChannelHistory& channel = history.channel(0);
        size = channel.size();
        for (std::int64_t i = size - 1; i >= 0; i -= 1 + i / 3) {
            ASSERT_EQ(channel.eventTime(i), writtenTime(i));
            ASSERT_EQ(channel.value(i), writtenValue(i));
        }
        ASSERT_NO_FATAL_FAILURE(expectAPrefix(channel, {Duration(count * 10), 0, 101}));
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

} // namespace
} // namespace rillscope
