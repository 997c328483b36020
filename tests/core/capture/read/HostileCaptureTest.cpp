// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureRecovery.h"
#include "core/capture/check/CaptureVerifier.h"
#include "core/capture/read/CaptureReader.h"
#include "tests/support/CaptureMaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <random>

namespace rillscope::test {
namespace {

/// Files that someone, or a disk, has damaged: whatever is done with them ends, says so, and harms nothing.
class HostileCaptureTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("a.rill")); }

    static QByteArray contentsOf(const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString& name, const QByteArray& bytes) {
        QFile file(name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void clear() const {
        QDir folder(m_folder.path());
        for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System))
            folder.remove(name);
    }

    /// Everything that can be asked of it; errors are welcome.
    static void readEverything(const QString& name) {
        auto reader = CaptureReader::open(name);
        if (!reader)
            return;
        std::vector<StoredSample> samples;
        for (qint64 next = 1; reader->readSamples(next, 1'000'000, samples) && !samples.empty();)
            next = samples.back().id + 1;
        (void)reader->readTails();
        (void)reader->readExtents();
        (void)reader->readStreams();
        (void)reader->readWindows(1'000);
        (void)reader->readAlarms(1'000);
        (void)reader->readEvents(1'000);
        (void)reader->readArrivals(1, 1'000'000);
        for (int channel = 0; channel < reader->channels().size(); ++channel) {
            (void)reader->readRollups(channel, 0, 1'000);
            (void)reader->readMarked(channel, 1'000);
            (void)reader->readChannel(channel, 300, 700);
        }
    }

    /// A sound capture comes of it, or none; and it is still there, under whichever name.
    void recoverAndCheck(const QByteArray& bytes) const {
        const auto report = recoverCapture(path());
        if (!report) {
            EXPECT_EQ(report.error().code, ErrorCode::UnreadableInput)
                << qPrintable(report.error().message());
            EXPECT_EQ(contentsOf(path()), bytes);
            return;
        }
        if (!report->damagedPath.isEmpty()) {
            EXPECT_EQ(contentsOf(report->damagedPath), bytes);
        }
        if (report->outcome == RecoveryReport::Outcome::Salvaged) {
            const auto verdict = verifyCapture(report->path, VerifyDepth::Whole);
            ASSERT_TRUE(verdict);
            EXPECT_EQ(verdict->fault().english(), QString());
            EXPECT_EQ(verdict->samples, report->samples);
        }
    }

    void check(const QByteArray& bytes) const {
        readEverything(path());
        const auto verdict = verifyCapture(path(), VerifyDepth::Whole);
        EXPECT_TRUE(verdict || verdict.error().code == ErrorCode::UnreadableInput)
            << qPrintable(verdict.error().message());
        recoverAndCheck(bytes);
    }

private:
    QTemporaryDir m_folder;
};

CaptureToMake victim() {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("a")}, {QStringLiteral("b")}};
    capture.samples = countingSamples(3'000, 2);
    for (std::size_t i = 0; i < capture.samples.size(); i += 5)
        capture.samples[i].quality = QualityFlag::Late;
    return capture;
}

QByteArray damagedAtRandom(QByteArray bytes, std::mt19937& random) {
    const auto place = [&] { return static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())); };
    switch (random() % 5) {
    case 0:
        for (auto flips = 1 + random() % 5; flips > 0; --flips) {
            const qsizetype at = place();
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random() % 8));
        }
        break;
    case 1:
        bytes.truncate(place());
        break;
    case 2: { // a stretch of noise
        const qsizetype begin = place();
        const qsizetype end = std::min(bytes.size(), begin + static_cast<qsizetype>(random() % 10'000));
        for (qsizetype at = begin; at < end; ++at)
            bytes[at] = static_cast<char>(random());
        break;
    }
    case 3: { // pages in each other's place
        constexpr qsizetype page = 4'096;
        const qsizetype from = place() / page * page;
        const qsizetype to = place() / page * page;
        bytes.replace(to, page, bytes.mid(from, page));
        break;
    }
    default: { // where it hurts: the header, the root of each tree
        const qsizetype at = place() / 4'096 * 4'096 + static_cast<qsizetype>(random() % 12);
        if (at < bytes.size())
            bytes[at] = static_cast<char>(random());
        bytes[static_cast<qsizetype>(random() % 100)] ^= static_cast<char>(random() % 4 == 0 ? random() : 0);
    }
    }
    return bytes;
}

TEST_F(HostileCaptureTest, WithstandsDamageOfEveryKind) {
    makeCapture(path(), victim());
    const QByteArray sound = contentsOf(path());
    const unsigned first = std::random_device()();
    for (unsigned seed = first; seed < first + 100; ++seed) {
        SCOPED_TRACE(seed);
        clear();
        std::mt19937 random(seed);
        const QByteArray bytes = damagedAtRandom(sound, random);
        write(path(), bytes);
        check(bytes);
        if (HasFailure())
            return;
    }
}

TEST_F(HostileCaptureTest, WithstandsADamagedLog) {
    CaptureToMake capture = victim();
    capture.isEnded = false;
    makeCapture(path(), capture);
    const QString logPath = path() + QStringLiteral("-wal");
    const QByteArray file = contentsOf(path());
    const QByteArray log = contentsOf(logPath);
    ASSERT_FALSE(log.isEmpty());
    const unsigned first = std::random_device()();
    for (unsigned seed = first; seed < first + 40; ++seed) {
        SCOPED_TRACE(seed);
        clear();
        std::mt19937 random(seed);
        write(path(), random() % 2 == 0 ? file : damagedAtRandom(file, random));
        write(logPath, damagedAtRandom(log, random));
        readEverything(path());
        const auto report = recoverCapture(path());
        if (!report) {
            EXPECT_EQ(report.error().code, ErrorCode::UnreadableInput)
                << qPrintable(report.error().message());
        } else if (!report->path.isEmpty()) {
            EXPECT_TRUE(verifyCapture(report->path, VerifyDepth::Quick)->isGood());
        }
        if (HasFailure())
            return;
    }
}

TEST_F(HostileCaptureTest, AHugeEmptyFileIsNoTrouble) {
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    constexpr qint64 tenGigabytes = 10'000'000'000;
    if (!file.resize(tenGigabytes))
        GTEST_SKIP() << "no place for a sparse file";
    file.close();
    readEverything(path());
    const auto report = recoverCapture(path());
    ASSERT_TRUE(report) << qPrintable(report.error().message());
    EXPECT_EQ(report->outcome, RecoveryReport::Outcome::Lost);
    EXPECT_EQ(QFile(report->damagedPath).size(), tenGigabytes);
}

TEST_F(HostileCaptureTest, ACaptureThatIsSaidToBeHugeIsNoTrouble) {
    makeCapture(path(), victim());
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    constexpr qint64 tenGigabytes = 10'000'000'000 / 4'096 * 4'096;
    if (!file.resize(tenGigabytes))
        GTEST_SKIP() << "no place for a sparse file";
    file.seek(28); // the number of pages
    file.write(QByteArray::fromHex("00254000"));
    file.close();
    readEverything(path());
    const auto report = recoverCapture(path());
    ASSERT_TRUE(report) << qPrintable(report.error().message());
    EXPECT_EQ(report->outcome, RecoveryReport::Outcome::Salvaged);
    EXPECT_EQ(report->samples, 3'000);
}

TEST_F(HostileCaptureTest, EndsWithWhateverTheSchemaSays) {
    const char* schemas[] = {
        "CREATE TRIGGER t AFTER INSERT ON capture BEGIN DELETE FROM samples; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
        "CREATE VIRTUAL TABLE f USING fts4(text)",
        "CREATE INDEX i ON samples(value * 2)",
        "CREATE INDEX i ON samples(abs(value)) WHERE value IN (1, 2, 3)",
        "CREATE TABLE 'x''; DROP TABLE samples; --'(a)",
        "INSERT INTO streams VALUES(1, 0, 'a', hex(zeroblob(2000000)))",
        "INSERT INTO events VALUES(1, 0, 'a', 'notice', 'b', hex(zeroblob(9000000)), 0, 0)",
        "INSERT INTO samples VALUES(9223372036854775807, 0, 0, 0.0, 0)",
        "INSERT INTO samples VALUES(-9223372036854775808, 0, 0, 0.0, 0)",
        "UPDATE samples SET value = zeroblob(100000) WHERE id % 100 = 0",
        "UPDATE rollups SET first_sample = -1, last_sample = 9223372036854775807",
        "UPDATE rollups SET number = number + 9000000000000000000",
        "UPDATE arrivals SET first_sample = first_sample - 1000",
        "DELETE FROM channels",
        "UPDATE channels SET channel = channel + 300",
        "UPDATE capture SET value = zeroblob(5000000)",
        "DROP TABLE samples; CREATE VIEW samples AS WITH RECURSIVE n(id, channel, time, value, quality) AS "
        "(SELECT 1, 0, 0, 0.5, 0 UNION ALL SELECT id + 1, 0, 0, 0.5, 0 FROM n) SELECT * FROM n",
    };
    for (const char* sql : schemas) {
        SCOPED_TRACE(sql);
        clear();
        makeCapture(path(), victim());
        changeCapture(path(), sql);
        check(contentsOf(path()));
        clear();
        CaptureToMake cutShort = victim();
        cutShort.isEnded = false;
        makeCapture(path(), cutShort);
        changeCapture(path(), sql);
        const auto report = recoverCapture(path());
        ASSERT_TRUE(report) << qPrintable(report.error().message());
        if (!report->path.isEmpty() && !QByteArray(sql).contains("samples VALUES")) {
            EXPECT_TRUE(verifyCapture(report->path, VerifyDepth::Whole)->isGood());
        }
    }
}

} // namespace
} // namespace rillscope::test
