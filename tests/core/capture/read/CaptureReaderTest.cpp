// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureReader.h"

#include "core/capture/CaptureSchema.h"
#include "core/parse/ChannelTable.h"
#include "core/process/definition/DefinitionText.h"
#include "tests/support/CaptureMaker.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <random>

namespace rillscope::test {
namespace {

class CaptureReaderTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("a.rill")); }

    CaptureReader open() const {
        auto reader = CaptureReader::open(path());
        EXPECT_TRUE(reader) << qPrintable(reader.error().message());
        return std::move(*reader);
    }

    /// Why it cannot be opened, or else why `use` fails.
    template <typename Use>
    std::optional<ErrorCode> errorOf(const Use& use) const {
        auto reader = CaptureReader::open(path());
        if (!reader)
            return reader.error().code;
        const auto used = use(*reader);
        return used ? std::nullopt : std::optional(used.error().code);
    }

private:
    QTemporaryDir m_folder;
};

/// Anything that a capture may hold.
CaptureToMake randomCapture(unsigned seed, qint64 count) {
    std::mt19937_64 random(seed);
    CaptureToMake capture;
    const int channels = 1 + static_cast<int>(random() % 5);
    capture.channels.clear();
    for (int channel = 0; channel < channels; ++channel)
        capture.channels.append({QStringLiteral("c%1").arg(channel), channel % 2 ? Unit::None : Unit::Celsius,
                                 static_cast<ChannelKind>(channel % 4)});
    const double limit = std::numeric_limits<double>::infinity();
    const double odd[] = {-0.0, limit, -limit, std::numeric_limits<double>::quiet_NaN(), 1e308, 5e-324};
    for (qint64 i = 0; i < count; ++i) {
        StoredSample sample;
        sample.id = i + 1;
        sample.channel =
            static_cast<ChannelIndex>(random() % 3 == 0 ? random() % static_cast<unsigned>(channels) : 0);
        sample.eventTime = fromNanoseconds(static_cast<std::int64_t>(random() >> 1) - (random() % 2));
        sample.value = random() % 20 == 0 ? odd[random() % 6] : std::bit_cast<double>(random() >> 2);
        sample.quality =
            random() % 5 == 0 ? Quality::fromInt(static_cast<quint16>(random() & knownMarks)) : Quality();
        sample.breakBefore = random() % 30 == 0;
        capture.samples.push_back(sample);
    }
    return capture;
}

bool isSame(const StoredSample& a, const StoredSample& b) {
    return a.id == b.id && a.channel == b.channel && a.eventTime == b.eventTime &&
           (std::bit_cast<std::uint64_t>(a.value) == std::bit_cast<std::uint64_t>(b.value) ||
            (std::isnan(a.value) && std::isnan(b.value))) &&
           a.quality == b.quality && a.breakBefore == b.breakBefore;
}

TEST_F(CaptureReaderTest, TellsWhatACaptureIs) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("Ofen °"), Unit::Celsius, ChannelKind::Raw},
                        {QStringLiteral("Ofen smooth"), Unit::None, ChannelKind::DerivedOnChange},
                        {QStringLiteral("Druck"), Unit::None, ChannelKind::Raw, QStringLiteral("mbar")}};
    capture.samples = countingSamples(1'000, 2);
    capture.source = QStringLiteral("replay:a.csv");
    capture.definition = QStringLiteral("[[alarm]]");
    capture.account = QStringLiteral("{}");
    makeCapture(path(), capture);
    CaptureReader reader = open();
    const CaptureInfo& info = reader.info();
    EXPECT_EQ(info.path, path());
    EXPECT_EQ(info.program, QStringLiteral("a test"));
    EXPECT_EQ(info.started, capture.started);
    EXPECT_EQ(info.ended, capture.started + std::chrono::seconds(10));
    EXPECT_EQ(info.closed, QStringLiteral("stopped"));
    EXPECT_EQ(info.account, QStringLiteral("{}"));
    EXPECT_EQ(joined(info.sources, QStringLiteral(" ")), QStringLiteral("replay:a.csv"));
    EXPECT_EQ(info.definition, QStringLiteral("[[alarm]]"));
    EXPECT_EQ(info.sampleCount, 1'000);
    EXPECT_EQ(info.firstArrival, capture.started);
    EXPECT_EQ(info.lastArrival, capture.started + std::chrono::seconds(9));
    EXPECT_EQ(info.bytes, QFileInfo(path()).size());
    EXPECT_EQ(reader.channels(), capture.channels);
}

TEST_F(CaptureReaderTest, ACaptureWithoutSamplesIsOne) {
    makeCapture(path(), {});
    CaptureReader reader = open();
    EXPECT_EQ(reader.info().sampleCount, 0);
    EXPECT_FALSE(reader.info().firstArrival);
    std::vector<StoredSample> samples(3);
    ASSERT_TRUE(reader.readSamples(1, 100, samples));
    EXPECT_TRUE(samples.empty());
    ASSERT_TRUE(reader.readTails());
    EXPECT_EQ(reader.readExtents()->front().count, 0);
    EXPECT_FALSE(reader.readExtents()->front().times);
    EXPECT_TRUE(reader.readChannel(0, 0, 1'000)->empty());
    EXPECT_TRUE(reader.readRollups(0, 0, 1'000)->empty());
}

TEST_F(CaptureReaderTest, ReadsWhatIsOnlyInTheLog) {
    CaptureToMake capture;
    capture.samples = countingSamples(500);
    capture.isEnded = false;
    makeCapture(path(), capture);
    ASSERT_GT(QFileInfo(path() + QStringLiteral("-wal")).size(), 0);
    CaptureReader reader = open();
    EXPECT_FALSE(reader.info().isComplete());
    EXPECT_EQ(reader.info().sampleCount, 500);
}

TEST_F(CaptureReaderTest, KnowsTheLongestNamesThatAStreamMayHave) {
    CaptureToMake capture;
    const QString outside(maxChannelNameBytes, u'x');
    const QString step(maxStepNameLength,
                       u'\u6e29'); // a name from outside and a step's, as a derived channel has
    capture.channels = {{outside}, {outside + u'/' + step, Unit::None, ChannelKind::Derived}};
    capture.samples = countingSamples(2);
    makeCapture(path(), capture);
    CaptureReader reader = open();
    ASSERT_EQ(reader.channels().size(), 2);
    EXPECT_EQ(reader.channels().at(0).name, capture.channels.at(0).name);
    EXPECT_EQ(reader.channels().at(1).name, capture.channels.at(1).name);
}

TEST_F(CaptureReaderTest, ReadsAllSamplesInBatches) {
    const CaptureToMake capture = randomCapture(1, 40'000);
    makeCapture(path(), capture);
    CaptureReader reader = open();
    std::vector<StoredSample> samples;
    qint64 id = 0;
    while (true) {
        const auto read = reader.readSamples(id + 1, 39'999, samples);
        ASSERT_TRUE(read) << qPrintable(read.error().message());
        if (samples.empty())
            break;
        EXPECT_LE(samples.size(), std::size_t{CaptureReader::batchSize});
        for (const StoredSample& sample : samples)
            ASSERT_TRUE(isSame(sample, capture.samples[static_cast<std::size_t>(id++)])) << toText(sample);
    }
    EXPECT_EQ(id, 39'999);
}

TEST_F(CaptureReaderTest, ReadsPartsOfAChannelLikeAFilter) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        SCOPED_TRACE(seed);
        QFile::remove(path());
        const CaptureToMake capture = randomCapture(seed, 9'000);
        makeCapture(path(), capture);
        CaptureReader reader = open();
        std::vector<std::vector<StoredSample>> channels(static_cast<std::size_t>(capture.channels.size()));
        for (const StoredSample& sample : capture.samples)
            channels[sample.channel].push_back(sample);
        std::mt19937 random(seed);
        for (int turn = 0; turn < 100; ++turn) {
            const auto channel = random() % channels.size();
            const auto& all = channels[channel];
            const auto begin = static_cast<qint64>(random() % (all.size() + 300));
            const auto end = begin + static_cast<qint64>(random() % 2'000);
            const auto part = reader.readChannel(static_cast<int>(channel), begin, end);
            ASSERT_TRUE(part) << qPrintable(part.error().message());
            const auto size = static_cast<qint64>(all.size());
            const std::vector<StoredSample> expected(all.begin() + std::min(begin, size),
                                                     all.begin() + std::min(end, size));
            ASSERT_TRUE(std::equal(part->begin(), part->end(), expected.begin(), expected.end(), isSame))
                << channel << ": " << begin << " to " << end;
        }
    }
}

TEST_F(CaptureReaderTest, RollupsAreWhatTheirSamplesComeTo) {
    const CaptureToMake capture = randomCapture(5, 9'000);
    makeCapture(path(), capture);
    CaptureReader reader = open();
    const auto tails = reader.readTails();
    const auto extents = reader.readExtents();
    ASSERT_TRUE(tails && extents);
    for (int channel = 0; channel < capture.channels.size(); ++channel) {
        const auto samples = *reader.readChannel(channel, 0, 9'000);
        const auto rollups = reader.readRollups(channel, 0, 9'000);
        ASSERT_TRUE(rollups) << qPrintable(rollups.error().message());
        ASSERT_EQ(rollups->size(), samples.size() / rollupSamples);
        for (std::size_t number = 0; number < rollups->size(); ++number) {
            const StoredSample* leaf = &samples[number * rollupSamples];
            const StoredRollup& rollup = (*rollups)[number];
            EXPECT_EQ(rollup.firstId, leaf[0].id);
            EXPECT_EQ(rollup.lastId, leaf[rollupSamples - 1].id);
            const auto finite = std::count_if(leaf, leaf + rollupSamples,
                                              [](const auto& sample) { return std::isfinite(sample.value); });
            EXPECT_EQ(rollup.summary.m4.count, finite);
        }
        const StoredTail& tail = (*tails)[static_cast<std::size_t>(channel)];
        EXPECT_EQ(tail.end(), static_cast<qint64>(samples.size()));
        EXPECT_EQ(tail.begin, static_cast<qint64>(rollups->size()) * rollupSamples);
        EXPECT_EQ(toText(tail.samples),
                  toText(std::vector<StoredSample>(samples.begin() + tail.begin, samples.end())));
        const StoredExtent& extent = (*extents)[static_cast<std::size_t>(channel)];
        const auto [earliest, latest] = std::ranges::minmax(samples, {}, &StoredSample::eventTime);
        EXPECT_EQ(extent.count, static_cast<qint64>(samples.size()));
        EXPECT_EQ(extent.times, std::pair(earliest.eventTime, latest.eventTime));
    }
}

TEST_F(CaptureReaderTest, FindsMarkedSamplesByTheIndex) {
    const CaptureToMake capture = randomCapture(6, 5'000);
    makeCapture(path(), capture);
    CaptureReader reader = open();
    std::vector<StoredSample> expected;
    std::ranges::copy_if(capture.samples, std::back_inserter(expected), [](const auto& sample) {
        return sample.channel == 0 && (sample.quality.toInt() != 0 || sample.breakBefore);
    });
    const auto marked = reader.readMarked(0, 5'000);
    ASSERT_TRUE(marked) << qPrintable(marked.error().message());
    ASSERT_GT(marked->size(), 100U);
    EXPECT_EQ(toText(*marked), toText(expected));
    const auto rest = reader.readMarked(0, 10, expected[49].id);
    ASSERT_TRUE(rest);
    EXPECT_EQ(toText(*rest), toText({expected.begin() + 50, expected.begin() + 60}));
}

TEST_F(CaptureReaderTest, GivesArrivalsWithTheOneBefore) {
    CaptureToMake capture;
    capture.samples = countingSamples(1'000);
    makeCapture(path(), capture);
    CaptureReader reader = open();
    const auto idsOf = [&](qint64 first, qint64 last) {
        QList<qint64> ids;
        const auto arrivals = *reader.readArrivals(first, last);
        for (const StoredArrival& arrival : arrivals)
            ids.append(arrival.firstId);
        return ids;
    };
    EXPECT_EQ(idsOf(150, 350), (QList<qint64>{101, 201, 301}));
    EXPECT_EQ(idsOf(101, 200), (QList<qint64>{101}));
    EXPECT_EQ(idsOf(0, 1), (QList<qint64>{1}));
    EXPECT_EQ(reader.readArrivals(1, 1'000)->size(), 10U);
    EXPECT_EQ(reader.readArrivals(101, 101)->front().time, capture.started + std::chrono::seconds(1));
}

TEST_F(CaptureReaderTest, ReadsStreamsWindowsAlarmsAndEvents) {
    makeCapture(path(), {});
    changeCapture(path(),
                  "INSERT INTO streams VALUES(7, 8, 'stdin:', 'x = 1');"
                  "INSERT INTO windows VALUES('w', 'c', -1, 2, 3, 4.5, 5, 6, NULL, 7, 8, 9, 10, 11, 12);"
                  "INSERT INTO windows VALUES('w', 'd', 2, 5, 1, 1, 1, 1, NULL, 1, 1, 1, 1, 1, 0);"
                  "INSERT INTO alarms VALUES(3, 's', 'c', 'alarm', 1, 2, 3, 4.5, 0, 1, 1);"
                  "INSERT INTO events VALUES(1, 5, 'gap', 'notice', 'c', 'why', 6, 7)");
    CaptureReader reader = open();
    const auto streams = reader.readStreams();
    ASSERT_TRUE(streams) << qPrintable(streams.error().message());
    ASSERT_EQ(streams->size(), 2);
    EXPECT_EQ(streams->at(1).firstId, 7);
    EXPECT_EQ(streams->at(1).definition, QStringLiteral("x = 1"));
    EXPECT_EQ(joined(reader.info().sources, QStringLiteral(" ")), QStringLiteral("sim:normal stdin:"));
    EXPECT_EQ(reader.info().definition, QStringLiteral("x = 1"));
    const auto windows = reader.readWindows(10);
    ASSERT_TRUE(windows) << qPrintable(windows.error().message());
    ASSERT_EQ(windows->size(), 2);
    EXPECT_EQ(windows->at(0).channel, QStringLiteral("c"));
    EXPECT_EQ(toNanoseconds(windows->at(0).start), -1);
    EXPECT_EQ(windows->at(0).minimum, 4.5);
    EXPECT_TRUE(std::isnan(windows->at(0).standardDeviation));
    EXPECT_EQ(windows->at(0).p99, 11);
    EXPECT_EQ(windows->at(0).rankError, 12);
    EXPECT_EQ(reader.readWindows(1)->at(0).channel, QStringLiteral("d"));
    const auto alarms = reader.readAlarms(10);
    ASSERT_TRUE(alarms) << qPrintable(alarms.error().message());
    const AlarmOccurrence expected{.id = 3,
                                   .step = QStringLiteral("s"),
                                   .channel = QStringLiteral("c"),
                                   .severity = Severity::Alarm,
                                   .first = fromNanoseconds(1),
                                   .raisedAt = fromNanoseconds(2),
                                   .last = fromNanoseconds(3),
                                   .worst = 4.5,
                                   .isActive = false,
                                   .isLatching = true,
                                   .isAcknowledged = true};
    EXPECT_EQ(*alarms, QList<AlarmOccurrence>{expected});
    const auto events = reader.readEvents(10);
    ASSERT_TRUE(events) << qPrintable(events.error().message());
    EXPECT_EQ(events->at(0).kind, QStringLiteral("gap"));
    EXPECT_EQ(events->at(0).count, 7);
}

TEST_F(CaptureReaderTest, SeesWhatIsAddedMeanwhile) {
    CaptureToMake capture;
    capture.samples = countingSamples(10);
    capture.isEnded = false;
    makeCapture(path(), capture);
    CaptureReader reader = open();
    changeCapture(path(), "INSERT INTO channels VALUES(1, 'new', 'none', 'raw');"
                          "INSERT INTO samples VALUES(11, 1, 0, 1.5, 0)");
    EXPECT_EQ(*reader.lastId(), 11);
    ASSERT_TRUE(reader.refresh());
    EXPECT_EQ(reader.channels().size(), 2);
    EXPECT_EQ(reader.info().sampleCount, 11);
    EXPECT_EQ(reader.readChannel(1, 0, 5)->front().value, 1.5);
}

TEST_F(CaptureReaderTest, StopsWhenTold) {
    CaptureToMake capture;
    capture.samples = countingSamples(100'000);
    makeCapture(path(), capture);
    bool isCancelled = false;
    auto reader = CaptureReader::open(path(), [&] { return isCancelled; });
    ASSERT_TRUE(reader);
    ASSERT_TRUE(reader->readChannel(0, 0, 100'000));
    isCancelled = true;
    const auto read = reader->readChannel(0, 0, 100'000);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Cancelled);
}

TEST_F(CaptureReaderTest, RefusesValuesThatCannotBe) {
    const auto readAll = [](CaptureReader& reader) {
        std::vector<StoredSample> samples;
        return reader.readSamples(1, 1'000, samples);
    };
    const auto readRollups = [](CaptureReader& reader) { return reader.readRollups(0, 0, 10); };
    const auto open = [](CaptureReader&) { return Result<void>(); };
    const std::pair<const char*, std::function<std::optional<ErrorCode>()>> offences[] = {
        {"UPDATE samples SET time = 'noon' WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET value = 'warm' WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET value = x'00' WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET channel = 1 WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET channel = -1 WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET quality = 16384 WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET quality = -1 WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE samples SET quality = 1.5 WHERE id = 7", [&] { return errorOf(readAll); }},
        {"DELETE FROM samples WHERE id = 7", [&] { return errorOf(readAll); }},
        {"UPDATE rollups SET count = 257", [&] { return errorOf(readRollups); }},
        {"UPDATE rollups SET flags = 8", [&] { return errorOf(readRollups); }},
        {"UPDATE rollups SET mean = 'x'", [&] { return errorOf(readRollups); }},
        {"UPDATE rollups SET latest = earliest - 1", [&] { return errorOf(readRollups); }},
        {"UPDATE rollups SET last_sample = first_sample", [&] { return errorOf(readRollups); }},
        {"UPDATE rollups SET number = number + 1 WHERE number = 1", [&] { return errorOf(readRollups); }},
        {"UPDATE channels SET unit = 'parsec'", [&] { return errorOf(open); }},
        {"CREATE TABLE units AS SELECT 0 AS channel, 'bar' AS unit", [&] { return errorOf(open); }},
        {"CREATE TABLE units AS SELECT 1 AS channel, 'bar' AS unit", [&] { return errorOf(open); }},
        {"CREATE TABLE units AS SELECT -1 AS channel, 7 AS unit", [&] { return errorOf(open); }},
        {"CREATE VIEW units AS SELECT 5 AS channel, 'bar' AS unit", [&] { return errorOf(open); }},
        {"UPDATE channels SET kind = 'magic'", [&] { return errorOf(open); }},
        {"UPDATE channels SET channel = 5", [&] { return errorOf(open); }},
        {"UPDATE channels SET name = char(10)", [&] { return errorOf(open); }},
        {"UPDATE channels SET name = hex(zeroblob(1200))", [&] { return errorOf(open); }},
        {"UPDATE channels SET name = x'00'", [&] { return errorOf(open); }},
        {"UPDATE capture SET value = 'noon' WHERE key = 'started'", [&] { return errorOf(open); }},
        {"UPDATE capture SET value = 7 WHERE key = 'program'", [&] { return errorOf(open); }},
        {"UPDATE arrivals SET time = 'noon'", [&] { return errorOf(open); }},
        {"UPDATE streams SET source = hex(zeroblob(100000))", [&] { return errorOf(open); }},
        {"DROP TABLE events", [&] { return errorOf(open); }},
        {"DROP TABLE marks; CREATE VIEW marks AS SELECT 1 AS bit, 'a' AS mark",
         [&] { return errorOf(open); }},
        {"DROP TABLE events; CREATE VIRTUAL TABLE events USING fts4(id, time, kind, severity, subject, "
         "detail, "
         "line, count)",
         [&] { return errorOf(open); }},
        {"ALTER TABLE samples ADD COLUMN slow AS (hex(zeroblob(9)))", [&] { return errorOf(open); }},
        {"CREATE TABLE other AS SELECT * FROM samples; DROP TABLE samples; ALTER TABLE other RENAME TO "
         "samples",
         [&] { return errorOf(open); }},
        {"DROP TABLE samples; CREATE VIEW samples AS SELECT 1 AS id, 0 AS channel, 0 AS time, 0 AS value, "
         "0 AS quality",
         [&] { return errorOf(readAll); }},
    };
    for (const auto& [sql, errorCode] : offences) {
        SCOPED_TRACE(sql);
        QFile::remove(path());
        CaptureToMake capture;
        capture.samples = countingSamples(600);
        makeCapture(path(), capture);
        ASSERT_EQ(errorOf(readAll), std::nullopt);
        changeCapture(path(), sql);
        EXPECT_EQ(errorCode(), ErrorCode::DamagedFile);
    }
}

} // namespace
} // namespace rillscope::test
