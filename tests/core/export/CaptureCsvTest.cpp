// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CaptureCsv.h"

#include "core/export/CsvWriter.h"
#include "tests/support/CaptureMaker.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <bit>
#include <random>

namespace rillscope::test {
namespace {

class CaptureCsvTest : public testing::Test {
protected:
    QString path(const char* name = "a.rill") const { return m_folder.filePath(QLatin1String(name)); }
    QString csvPath() const { return path("out.csv"); }

    QByteArray csv() const {
        QFile file(csvPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray saved(const CaptureSelection& selection = {}) const {
        const auto rows = saveCaptureCsv(path(), csvPath(), selection);
        EXPECT_TRUE(rows) << qPrintable(rows.error().message());
        const QByteArray text = csv();
        EXPECT_EQ(rows.value_or(-1), text.count('\n') - 1);
        return text;
    }

    std::optional<ErrorCode> errorOf(const QString& target, const CaptureSelection& selection = {}) const {
        const auto rows = saveCaptureCsv(path(), target, selection);
        return rows ? std::nullopt : std::optional(rows.error().code);
    }

    QTemporaryDir m_folder;
};

/// Channels in step, with all that is odd about values, times and marks.
CaptureToMake oddCapture(qint64 count, int channels) {
    std::mt19937_64 random(7);
    CaptureToMake capture;
    capture.channels.clear();
    for (int channel = 0; channel < channels; ++channel)
        capture.channels.append({QStringLiteral("=c%1, \"x\"").arg(channel),
                                 channel % 2 ? Unit::None : Unit::Celsius, ChannelKind::Raw});
    if (channels > 1)
        capture.channels[1].unitText = QStringLiteral("=m, s");
    capture.samples = countingSamples(count, channels);
    for (StoredSample& sample : capture.samples) {
        sample.eventTime = fromNanoseconds((sample.id - 1) / channels * 1'234'567);
        sample.value = random() % 50 == 0   ? -std::numeric_limits<double>::infinity()
                       : random() % 50 == 0 ? std::nan("")
                                            : static_cast<double>(static_cast<std::int64_t>(random())) / 1e17;
        sample.quality = random() % 5 == 0 ? Quality::fromInt(static_cast<int>(random() % 1'024)) : Quality();
    }
    return capture;
}

TEST_F(CaptureCsvTest, WritesWhatAHistoryOfTheSameSamplesWrites) {
    for (const int channels : {1, 3}) {
        QFile::remove(path());
        const CaptureToMake capture = oddCapture(30'000, channels);
        makeCapture(path(), capture);
        SampleHistory history;
        for (const ChannelInfo& channel : capture.channels)
            history.addChannel(channel);
        for (const StoredSample& sample : capture.samples)
            history.append({sample.channel, sample.eventTime, sample.value, sample.quality});
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        ASSERT_TRUE(writeCsv(buffer, history, {}, {}, {}));
        EXPECT_TRUE(saved() == buffer.data()) << channels << " channels";
    }
}

TEST_F(CaptureCsvTest, WritesRowsInTheOrderOfArrival) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("a"), Unit::Celsius, ChannelKind::Raw},
                        {QStringLiteral("b"), Unit::None, ChannelKind::Derived}};
    capture.samples = countingSamples(4, 2);
    std::swap(capture.samples[0].eventTime, capture.samples[3].eventTime);
    makeCapture(path(), capture);
    EXPECT_EQ(saved(), QByteArrayLiteral("timestamp,temperature,temperature_f,channel,quality,value,unit\n"
                                         "2026-01-01T00:00:03Z,0,32,a,good,0,°C\n"
                                         "2026-01-01T00:00:01Z,,,b,good,0.1,\n"
                                         "2026-01-01T00:00:02Z,0.2,32.36,a,good,0.2,°C\n"
                                         "2026-01-01T00:00:00Z,,,b,good,0.30000000000000004,\n"));
}

TEST_F(CaptureCsvTest, ChoosesChannelsAndTimesLikeAFilter) {
    CaptureToMake capture = oddCapture(9'000, 3);
    std::mt19937 random(3);
    for (StoredSample& sample : capture.samples) // out of order, and the newest have no rollup
        sample.eventTime += std::chrono::milliseconds(random() % 500);
    makeCapture(path(), capture);
    const QList<QByteArray> all = saved().split('\n');
    for (int turn = 0; turn < 30; ++turn) {
        const Timestamp begin = fromNanoseconds(static_cast<std::int64_t>(random() % 4'500) * 1'000'000);
        const Timestamp end = begin + std::chrono::milliseconds(random() % 600);
        const auto chosen = static_cast<int>(random() % 3);
        CaptureSelection selection{{}, {begin, end}};
        if (turn % 2 == 0)
            selection.channels = {capture.channels.at(chosen).name};
        QByteArray expected = all.first() + '\n';
        for (qsizetype i = 0; i < 9'000; ++i) {
            const StoredSample& sample = capture.samples[static_cast<std::size_t>(i)];
            if (sample.eventTime >= begin && sample.eventTime <= end &&
                (turn % 2 != 0 || sample.channel == chosen))
                expected += all.at(i + 1) + '\n';
        }
        ASSERT_TRUE(saved(selection) == expected) << turn;
    }
}

TEST_F(CaptureCsvTest, SaysWhyItCannotWrite) {
    EXPECT_EQ(errorOf(csvPath()), ErrorCode::FileNotFound);
    makeCapture(path(), oddCapture(2'000, 2));
    EXPECT_EQ(errorOf(csvPath(), {{QStringLiteral("c9")}, {}}), ErrorCode::InvalidUri);
    EXPECT_EQ(errorOf(path("nowhere/out.csv")), ErrorCode::WriteFailed);
    changeCapture(path(), "DELETE FROM samples WHERE id = 1500");
    EXPECT_EQ(errorOf(csvPath()), ErrorCode::DamagedFile);
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.rill")})
        << "no half file";
}

TEST_F(CaptureCsvTest, NeverWritesOverTheCapture) {
    makeCapture(path(), oddCapture(2'000, 2));
    ASSERT_TRUE(QFile::link(path(), path("link.csv")));
    EXPECT_EQ(errorOf(path()), ErrorCode::WriteFailed);
    EXPECT_EQ(errorOf(path("link.csv")), ErrorCode::WriteFailed);
    EXPECT_EQ(saved().count('\n'), 2'001);
}

TEST_F(CaptureCsvTest, ACancelledExportLeavesTheOldFile) {
    makeCapture(path(), oddCapture(50'000, 2));
    QFile old(csvPath());
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    int questions = 0;
    const auto rows = saveCaptureCsv(path(), csvPath(), {}, {.isCancelled = [&] { return ++questions > 5; }});
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(csv(), QByteArrayLiteral("mine"));
}

} // namespace
} // namespace rillscope::test
