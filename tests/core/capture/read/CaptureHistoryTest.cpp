// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureHistory.h"

#include "tests/core/history/HistoryReference.h"
#include "tests/support/CaptureMaker.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

namespace rillscope {
namespace {

using test::CaptureToMake;
using test::StreamKind;

/// Two channels of any kind of stream, in turn, with marks and breaks; the second comes more seldom.
CaptureToMake captureOf(StreamKind kind, int size, std::mt19937_64& random) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("fast")},
                        {QStringLiteral("slow"), Unit::None, ChannelKind::DerivedOnChange}};
    const auto fast = test::makeStream(kind, size, random);
    const auto slow = test::makeStream(kind, size / 3 + 1, random);
    for (int i = 0; i < size; ++i) {
        for (const ChannelIndex channel : {ChannelIndex{0}, ChannelIndex{1}}) {
            if (channel == 1 && i % 3 != 0)
                continue;
            const auto& sample =
                channel == 0 ? fast[static_cast<std::size_t>(i)] : slow[static_cast<std::size_t>(i / 3)];
            const Quality quality = random() % 40 == 0
                                        ? Quality::fromInt(static_cast<int>(random() & MarkIndex::allKinds))
                                        : Quality();
            capture.samples.push_back({0, channel, sample.time, sample.value, quality, random() % 500 == 0});
        }
    }
    return capture;
}

/// As the session had it that was captured.
using Channels = std::vector<std::unique_ptr<ChannelHistory>>;
Channels channelsOf(const CaptureToMake& capture) {
    Channels channels;
    for (qsizetype i = 0; i < capture.channels.size(); ++i)
        channels.push_back(std::make_unique<ChannelHistory>());
    for (const StoredSample& sample : capture.samples) {
        const RecordedSample recorded{sample.eventTime, sample.value, sample.quality, sample.breakBefore};
        channels[sample.channel]->append(recorded);
    }
    return channels;
}

Channels evictedAsFarAsCanBe(Channels channels) {
    for (const auto& channel : channels) {
        while (channel->evictOldest())
            continue;
    }
    return channels;
}

auto keyOf(const SampleMark& mark) {
    return std::tuple(mark.time, std::bit_cast<std::uint64_t>(mark.value), mark.kind);
}

/// NaN has no bits of its own in a file.
auto marksOf(const ChannelHistory& channel, const ColumnGrid& cells) {
    std::vector<SampleMark> marks;
    channel.marks(cells, marks);
    for (SampleMark& mark : marks)
        mark.value = std::isnan(mark.value) ? 0.0 : mark.value;
    std::sort(marks.begin(), marks.end(),
              [](const SampleMark& a, const SampleMark& b) { return keyOf(a) < keyOf(b); });
    return marks;
}

class CaptureHistoryTest : public testing::TestWithParam<StreamKind> {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("a.rill")); }

    Result<OpenedCapture> open(qint64 mostInMemory = 0) const {
        return openCaptureHistory(path(), {}, {}, mostInMemory);
    }

    void expectSame(const SampleHistory& actual, const Channels& expected) {
        ASSERT_EQ(actual.channelCount(), static_cast<int>(expected.size()));
        for (int index = 0; index < actual.channelCount(); ++index) {
            const ChannelHistory& channel = actual.channel(index);
            const ChannelHistory& other = *expected[static_cast<std::size_t>(index)];
            ASSERT_EQ(channel.size(), other.size());
            ASSERT_EQ(channel.timeRange(), other.timeRange());
            ASSERT_EQ(channel.statistics().count(), other.statistics().count());
            for (int i = 0; i < 30; ++i) {
                const ColumnGrid grid = someGrid(other);
                test::expectSame(channel.query(grid), other.query(grid));
                ASSERT_EQ(marksOf(channel, grid), marksOf(other, grid));
                ASSERT_FALSE(HasFailure());
            }
        }
    }

    ColumnGrid someGrid(const ChannelHistory& channel) {
        const auto magnitude = static_cast<double>(m_random() % 13'000) / 1'000.0;
        ColumnGrid grid{Duration(static_cast<std::int64_t>(std::pow(10.0, magnitude)) + 1), 0, 300};
        const auto index = static_cast<std::int64_t>(m_random() % static_cast<unsigned>(channel.size()));
        grid.first = grid.columnOf(channel.eventTime(index));
        if (grid.first > std::numeric_limits<std::int64_t>::min() + grid.count)
            grid.first -= grid.count / 2;
        return grid;
    }

    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    QTemporaryDir m_folder;
};

TEST_P(CaptureHistoryTest, IsAsTheSessionWasAfterAllHadGoneThatCan) {
    const CaptureToMake capture = captureOf(GetParam(), 26'000, m_random);
    test::makeCapture(path(), capture);
    const auto opened = open();
    ASSERT_TRUE(opened) << qPrintable(opened.error().message());
    EXPECT_EQ(opened->history->info(1), capture.channels.at(1));
    EXPECT_EQ(opened->history->channel(0).evictedCount(), 6 * ChannelHistory::chunkSize);
    EXPECT_EQ(opened->history->channel(1).evictedCount(), 2 * ChannelHistory::chunkSize);
    EXPECT_EQ(opened->history->evictedCount(), 8 * ChannelHistory::chunkSize);
    expectSame(*opened->history, evictedAsFarAsCanBe(channelsOf(capture)));
}

TEST_P(CaptureHistoryTest, IsInMemoryAsAWholeWhenItIsSmall) {
    const CaptureToMake capture = captureOf(GetParam(), 9'000, m_random);
    test::makeCapture(path(), capture);
    const auto opened = open(mostSamplesInMemory);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->history->evictedCount(), 0);
    EXPECT_EQ(opened->info.sampleCount, 12'000);
    expectSame(*opened->history, channelsOf(capture));
}

INSTANTIATE_TEST_SUITE_P(Streams, CaptureHistoryTest, testing::ValuesIn(test::allStreamKinds));

class DamagedCaptureHistoryTest : public CaptureHistoryTest {};

INSTANTIATE_TEST_SUITE_P(Regular, DamagedCaptureHistoryTest, testing::Values(StreamKind::Regular));

/// All from the damage on is read sample by sample: more than eviction would have left, and all of it true.
TEST_P(DamagedCaptureHistoryTest, ReadsSamplesFromWhereSummariesAreMissingOrCannotBe) {
    for (const char* damage : {"DELETE FROM rollups", "DELETE FROM rollups WHERE channel = 0 AND number = 40",
                               "UPDATE rollups SET minimum = 1e300 WHERE channel = 0 AND number = 37",
                               "UPDATE rollups SET earliest = latest + 1 WHERE channel = 0 AND number = 37",
                               "UPDATE rollups SET first_time = 0 WHERE channel = 0 AND number = 37",
                               "UPDATE rollups SET mean = 'x' WHERE channel = 0 AND number = 37",
                               "UPDATE rollups SET last_sample = 1000000 WHERE channel = 0 AND number = 37",
                               "DELETE FROM rollups WHERE number % 2 = 1"}) {
        SCOPED_TRACE(damage);
        m_folder = QTemporaryDir();
        const CaptureToMake capture = captureOf(GetParam(), 20'000, m_random);
        test::makeCapture(path(), capture);
        test::changeCapture(path(), damage);
        const auto opened = open();
        ASSERT_TRUE(opened) << qPrintable(opened.error().message());
        const Channels whole = channelsOf(capture);
        const ChannelHistory& channel = opened->history->channel(0);
        ASSERT_EQ(channel.size(), 20'000);
        EXPECT_LE(channel.evictedCount(), 2 * ChannelHistory::chunkSize);
        for (std::int64_t i = channel.evictedCount(); i < channel.size(); ++i)
            ASSERT_EQ(channel.sample(i), whole[0]->sample(i));
    }
}

TEST_P(DamagedCaptureHistoryTest, SaysWhyItCannotBeOpened) {
    EXPECT_EQ(open().error().code, ErrorCode::FileNotFound);
    test::makeCapture(path(), captureOf(GetParam(), 9'000, m_random));
    const auto stopped = openCaptureHistory(
        path(), [] { return true; }, {}, 0);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    test::changeCapture(path(), "DELETE FROM samples WHERE id = 11990");
    EXPECT_EQ(open().error().code, ErrorCode::DamagedFile);
}

TEST_P(DamagedCaptureHistoryTest, TellsHowFarItIsAndOpensInTheBackground) {
    test::makeCapture(path(), captureOf(GetParam(), 30'000, m_random));
    qint64 told = 0;
    const auto opened = openCaptureHistory(
        path(), {},
        [&told](qint64 done, qint64 all) {
            EXPECT_LE(done, all);
            told = done;
        },
        0);
    ASSERT_TRUE(opened);
    EXPECT_EQ(told, 40'000);
    const auto index = indexOf(path(), *opened->history);
    EXPECT_EQ(index->segments(1), (QList<CaptureSegment>{{0, 10'000, path(), 0}}));
    EXPECT_TRUE(index->segments(2).isEmpty());
}

} // namespace
} // namespace rillscope
