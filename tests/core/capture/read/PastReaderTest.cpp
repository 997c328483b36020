// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/PastReader.h"

#include "tests/core/history/HistoryReference.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/WaitFor.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using test::CaptureToMake;
using test::waitFor;

constexpr std::int64_t chunkSize = ChannelHistory::chunkSize;

/// A session of three channels whose memory holds next to nothing, and the files it was captured to.
class PastReaderTest : public testing::Test {
protected:
    PastReaderTest() {
        for (int channel = 0; channel < 3; ++channel) {
            m_history->addChannel({QString::number(channel)});
            m_whole.addChannel({QString::number(channel)});
        }
    }

    QString path(int file) const { return m_folder.filePath(QStringLiteral("%1.rill").arg(file)); }

    /// `kept`: whether it is written to a file; `file` below 0 writes none.
    void record(qint64 count, int file) {
        CaptureToMake capture;
        capture.channels = {{QStringLiteral("0")}, {QStringLiteral("1")}, {QStringLiteral("2")}};
        std::array<std::int64_t, 3> begin{};
        for (std::size_t channel = 0; channel < 3; ++channel)
            begin[channel] = m_whole.channel(static_cast<int>(channel)).size();
        for (qint64 i = 0; i < count; ++i) {
            const auto channel = static_cast<ChannelIndex>(m_random() % 5 == 0 ? 1 + m_random() % 2 : 0);
            const Quality quality = i % 97 == 0 ? Quality(QualityFlag::Duplicate) : Quality();
            m_time += std::chrono::milliseconds(1 + m_random() % 3);
            const RecordedSample sample{m_time, static_cast<double>(m_random() % 1'000) / 8.0, quality,
                                        m_random() % 300 == 0};
            m_history->append(channel, sample);
            m_whole.append(channel, sample);
            capture.samples.push_back(
                {0, channel, sample.eventTime, sample.value, quality, sample.breakBefore});
        }
        if (file < 0)
            return;
        test::makeCapture(path(file), capture);
        for (std::size_t channel = 0; channel < 3; ++channel)
            m_index->add(static_cast<int>(channel),
                         {begin[channel], m_whole.channel(static_cast<int>(channel)).size(), path(file), 0});
    }

    PastReader makeReader() {
        m_history->setMemoryLimit(SampleHistory::defaultMemoryLimit); // room for what comes back
        return PastReader({m_history, m_index, [this](std::vector<SampleHistory::Restorable> chunks) {
                               EXPECT_LE(chunks.size(), PastReader::chunksAtOnce);
                               for (auto& chunk : chunks)
                                   m_history->restore(std::move(chunk));
                           }});
    }

    PastWish wishForAll() const {
        return {{0, 1, 2}, Timestamp::min(), Timestamp::max(), std::chrono::milliseconds(2)};
    }

    /// Asks, and waits for the answer.
    void askAndWait(PastReader& reader, const PastWish& wish) {
        reader.ask(wish);
        EXPECT_TRUE(waitFor([&] { return !reader.isReading(); }));
    }

    bool isThere(int channel, std::int64_t chunk) const {
        return m_history->channel(channel).sample(chunk * chunkSize).has_value();
    }

    void expectWhatIsThereIsRight() {
        for (int channel = 0; channel < 3; ++channel) {
            const ChannelHistory& actual = m_history->channel(channel);
            for (std::int64_t i = 0; i < actual.size(); ++i) {
                const auto sample = actual.sample(i);
                ASSERT_TRUE(!sample || sample == m_whole.channel(channel).sample(i)) << channel << ' ' << i;
            }
        }
    }

    std::mt19937_64 m_random{20'261'122};
    QTemporaryDir m_folder;
    Timestamp m_time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    std::shared_ptr<SampleHistory> m_history = std::make_shared<SampleHistory>(0);
    SampleHistory m_whole;
    std::shared_ptr<CaptureIndex> m_index = std::make_shared<CaptureIndex>();
};

TEST_F(PastReaderTest, ReadsBackWhatIsInViewSoThatTheChartIsAsIfNothingHadGone) {
    record(100'000, 1);
    PastReader reader = makeReader();
    int restored = 0;
    QObject::connect(&reader, &PastReader::restored, &reader, [&](int chunks) { restored += chunks; });
    const Timestamp begin = m_whole.channel(0).eventTime(3 * chunkSize + 100);
    const Timestamp end = m_whole.channel(0).eventTime(5 * chunkSize + 100);
    const Duration width = (end - begin) / 1'000;
    askAndWait(reader, {{0, 1, 2}, begin, end, width});
    EXPECT_FALSE(m_history->fullResolutionFrom(begin, end));
    for (std::int64_t chunk = 0; chunk < 18; ++chunk)
        EXPECT_EQ(isThere(0, chunk), chunk >= 3 && chunk <= 5) << chunk;
    EXPECT_EQ(restored, 5);
    for (int channel = 0; channel < 3; ++channel) {
        ColumnGrid grid{width, 0, 900};
        grid.first = grid.columnOf(begin) + 1;
        test::expectSame(m_history->channel(channel).query(grid), m_whole.channel(channel).query(grid));
    }
    expectWhatIsThereIsRight();
}

TEST_F(PastReaderTest, FindsSamplesThatAFailureLeftInSeveralFilesAndLeavesOutThoseInNone) {
    for (int file = 1; file <= 5; ++file)
        record(17'000 + static_cast<qint64>(m_random() % 1'000), file);
    record(6'000, -1);
    record(17'000, 6);
    record(30'000, -1); // on its way to the disk
    PastReader reader = makeReader();
    askAndWait(reader, wishForAll());
    for (int channel = 0; channel < 3; ++channel) {
        const ChannelHistory& history = m_history->channel(channel);
        for (std::int64_t chunk = 0; chunk < history.evictedCount() / chunkSize; ++chunk) {
            const auto segments = m_index->segments(channel);
            std::int64_t inFiles = 0;
            for (const CaptureSegment& segment : segments)
                inFiles += std::max<std::int64_t>(0, std::min(segment.historyEnd, (chunk + 1) * chunkSize) -
                                                         std::max(segment.historyBegin, chunk * chunkSize));
            EXPECT_EQ(isThere(channel, chunk), inFiles == chunkSize) << channel << ' ' << chunk;
        }
    }
    expectWhatIsThereIsRight();
}

TEST_F(PastReaderTest, ReadsNothingWhereASummaryIsNoLongerThanAColumn) {
    record(50'000, 1);
    PastReader reader = makeReader();
    PastWish wish = wishForAll();
    wish.columnWidth = std::chrono::minutes(10);
    askAndWait(reader, wish);
    EXPECT_EQ(m_history->restoredBytes(), 0);
}

TEST_F(PastReaderTest, TellsOnceOfAFileThatIsGoneOrDamagedAndLeavesTheEnvelope) {
    record(60'000, 1);
    record(60'000, 2);
    record(60'000, 3);
    ASSERT_TRUE(QFile::remove(path(1)));
    test::changeCapture(path(2), "UPDATE samples SET value = value + 1 WHERE id = 30000");
    PastReader reader = makeReader();
    QList<Error> errors;
    QObject::connect(&reader, &PastReader::failed, &reader, [&](const Error& error) { errors += error; });
    for (int i = 0; i < 3; ++i)
        askAndWait(reader, wishForAll());
    ASSERT_EQ(errors.size(), 1);
    EXPECT_EQ(errors.first().code, ErrorCode::FileNotFound);
    EXPECT_EQ(errors.first().subject, path(1));
    EXPECT_FALSE(isThere(0, 0));
    EXPECT_TRUE(isThere(0, m_history->channel(0).evictedCount() / chunkSize - 1));
    expectWhatIsThereIsRight();
}

TEST_F(PastReaderTest, TakesNoSamplesThatWereChanged) {
    record(60'000, 1);
    test::changeCapture(path(1), "UPDATE samples SET value = value + 1 WHERE id = 3000");
    PastReader reader = makeReader();
    std::optional<Error> told;
    QObject::connect(&reader, &PastReader::failed, &reader, [&](const Error& error) { told = error; });
    askAndWait(reader, wishForAll());
    ASSERT_TRUE(told);
    EXPECT_EQ(told->code, ErrorCode::DamagedFile);
    EXPECT_FALSE(isThere(0, 0));
    EXPECT_TRUE(isThere(0, 1));
}

TEST_F(PastReaderTest, MeetsTheLatestWishWhileAnotherIsBeingRead) {
    record(200'000, 1);
    PastReader reader = makeReader();
    const Timestamp end = m_whole.channel(0).eventTime(chunkSize);
    for (int i = 0; i < 50; ++i) {
        const auto place = static_cast<std::int64_t>(m_random() % 150'000);
        const Timestamp begin = m_whole.channel(0).eventTime(place);
        reader.ask({{0}, begin, begin + std::chrono::seconds(5), std::chrono::milliseconds(5)});
        if (i % 3 == 0)
            waitFor([] { return true; });
    }
    askAndWait(reader, {{0}, Timestamp::min(), end, std::chrono::milliseconds(2)});
    EXPECT_TRUE(isThere(0, 0));
    expectWhatIsThereIsRight();
}

TEST_F(PastReaderTest, CanGoWhileItReads) {
    record(200'000, 1);
    for (int i = 0; i < 5; ++i) {
        PastReader reader = makeReader();
        reader.ask(wishForAll());
    }
    expectWhatIsThereIsRight();
}

} // namespace
} // namespace rillscope
