// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureRecovery.h"

#include "core/capture/check/CaptureVerifier.h"
#include "core/capture/keep/CaptureLock.h"
#include "core/capture/read/CaptureReader.h"
#include "tests/support/CaptureMaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>

namespace rillscope::test {
namespace {

using Outcome = RecoveryReport::Outcome;

class CaptureRecoveryTest : public testing::Test {
protected:
    QString path(const char* name = "a.rill") const { return m_folder.filePath(QLatin1String(name)); }
    QString folder() const { return m_folder.path(); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    RecoveryReport recover(const QString& file) const {
        const auto report = recoverCapture(file);
        EXPECT_TRUE(report) << qPrintable(report.error().message());
        return report.value_or(RecoveryReport{});
    }

    /// A capture of 9,000 samples in three channels.
    CaptureToMake cutShort() const {
        CaptureToMake capture;
        capture.channels = {{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")}};
        capture.samples = countingSamples(9'000, 3);
        capture.isEnded = false;
        return capture;
    }

    void overwrite(const QString& file, qint64 at, const QByteArray& bytes) const {
        QFile device(file);
        ASSERT_TRUE(device.open(QIODevice::ReadWrite));
        device.seek(at);
        device.write(bytes);
    }

private:
    QTemporaryDir m_folder;
};

std::vector<StoredSample> samplesOf(const QString& path) {
    std::vector<StoredSample> all;
    auto reader = CaptureReader::open(path);
    EXPECT_TRUE(reader) << qPrintable(reader.error().message());
    std::vector<StoredSample> samples;
    while (reader && reader->readSamples(static_cast<qint64>(all.size()) + 1, 1'000'000, samples) &&
           !samples.empty())
        all.insert(all.end(), samples.begin(), samples.end());
    return all;
}

TEST_F(CaptureRecoveryTest, ClosesACaptureThatWasCutShort) {
    const CaptureToMake capture = cutShort();
    makeCapture(path(), capture);
    EXPECT_EQ(capturesToRecover(folder()), QStringList{path()});
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.outcome, Outcome::Recovered);
    EXPECT_EQ(report.path, path());
    EXPECT_EQ(report.samples, 9'000);
    EXPECT_EQ(report.arrivals, std::pair(capture.started, capture.started + std::chrono::seconds(89)));
    EXPECT_EQ(report.duration(), std::chrono::seconds(89));
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.rill")}) << "one plain file, and no lock";
    EXPECT_EQ(capturesToRecover(folder()), QStringList());
    auto reader = CaptureReader::open(path());
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->info().ended, capture.started + std::chrono::seconds(89));
    EXPECT_EQ(reader->info().closed, QStringLiteral("recovered"));
    EXPECT_EQ(toText(samplesOf(path())), toText(capture.samples));
    EXPECT_TRUE(verifyCapture(path(), VerifyDepth::Whole)->isGood());
    EXPECT_EQ(recover(path()).outcome, Outcome::Sound);
}

TEST_F(CaptureRecoveryTest, MakesOneFileOfACaptureThatWasReadWhenItWasClosed) {
    makeCapture(path(), cutShort());
    {
        const auto reader = CaptureReader::open(path());
        ASSERT_TRUE(reader);
        changeCapture(path(), "INSERT INTO capture VALUES('ended', 1700000000000000000);"
                              "INSERT INTO capture VALUES('closed', 'stopped')");
    }
    EXPECT_TRUE(files().contains(QStringLiteral("a.rill-wal"))) << "or else this proves nothing";
    EXPECT_EQ(capturesToRecover(folder()), QStringList{path()});
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.outcome, Outcome::Sound) << "nothing to report";
    EXPECT_EQ(files(), QStringList{QStringLiteral("a.rill")});
    EXPECT_EQ(samplesOf(path()).size(), 9'000U);
    EXPECT_EQ(capturesToRecover(folder()), QStringList());
}

TEST_F(CaptureRecoveryTest, LeavesTheFilesOfOthersAlone) {
    makeCapture(path("b.rill"), {});
    makeCapture(path(), cutShort());
    auto lock = CaptureLock::acquire(path());
    ASSERT_TRUE(lock);
    EXPECT_EQ(capturesToRecover(folder()), QStringList());
    const auto report = recoverCapture(path());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::FileInUse);
    lock->releaseAndRemove();
    EXPECT_EQ(capturesToRecover(folder()), QStringList{path()});
    EXPECT_EQ(recover(path("b.rill")).outcome, Outcome::Sound);
}

TEST_F(CaptureRecoveryTest, ACaptureWithoutSamplesIsClosedAsWell) {
    CaptureToMake capture;
    capture.isEnded = false;
    makeCapture(path(), capture);
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.outcome, Outcome::Recovered);
    EXPECT_EQ(report.samples, 0);
    EXPECT_FALSE(report.arrivals);
    EXPECT_EQ(CaptureReader::open(path())->info().ended, capture.started);
}

TEST_F(CaptureRecoveryTest, SalvagesAllButWhatIsBroken) {
    CaptureToMake capture = cutShort();
    capture.channels[2].unit = Unit::None;
    capture.channels[2].unitText = QStringLiteral("hPa");
    capture.isEnded = true;
    capture.samples[100].quality = QualityFlag::Late;
    capture.samples[100].breakBefore = true;
    makeCapture(path(), capture);
    changeCapture(path(),
                  "INSERT INTO streams VALUES(5000, 8, 'stdin:', 'x = 1');"
                  "INSERT INTO windows VALUES('w', 'c', -1, 2, 3, 4.5, 5, 6, NULL, 7, 8, 9, 10, 11, 12);"
                  "INSERT INTO alarms VALUES(3, 's', 'c', 'alarm', 1, 2, 3, 4.5, 0, 1, 1);"
                  "INSERT INTO events VALUES(1, 5, 'gap', 'notice', 'c', 'why', 6, 7);"
                  "UPDATE samples SET time = 'noon' WHERE id = 8000;"
                  "DELETE FROM samples WHERE id BETWEEN 8500 AND 8600; UPDATE channels SET unit = 'parsec' "
                  "WHERE channel = 1; UPDATE rollups SET count = 0");
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.outcome, Outcome::Salvaged);
    EXPECT_EQ(report.path, path("a-salvaged.rill"));
    EXPECT_EQ(report.damagedPath, path("a.rill.damaged"));
    EXPECT_FALSE(report.fault.isEmpty());
    EXPECT_EQ(report.samples, 9'000 - 101 - 1);
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(files(), (QStringList{QStringLiteral("a-salvaged.rill"), QStringLiteral("a.rill.damaged")}));
    const auto verdict = verifyCapture(report.path, VerifyDepth::Whole);
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->fault().english(), QString());
    std::vector<StoredSample> expected = capture.samples;
    expected.erase(expected.begin() + 8'499, expected.begin() + 8'600);
    expected.erase(expected.begin() + 7'999);
    qint64 id = 0;
    for (StoredSample& sample : expected)
        sample.id = ++id;
    EXPECT_EQ(toText(samplesOf(report.path)), toText(expected));
    auto reader = CaptureReader::open(report.path);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->info().closed, QStringLiteral("salvaged"));
    EXPECT_EQ(reader->info().program, QStringLiteral("a test"));
    EXPECT_EQ(reader->info().started, capture.started);
    EXPECT_EQ(reader->channels().at(0).name, QStringLiteral("a"));
    EXPECT_EQ(reader->channels().at(1).name, QStringLiteral("channel-2"));
    EXPECT_EQ(reader->channels().at(2), capture.channels.at(2)) << "with its unit";
    EXPECT_EQ(reader->readStreams()->at(1).firstId, 5'000);
    EXPECT_EQ(reader->readArrivals(1, 9'000)->size(), 89U) << "one had no samples left";
    EXPECT_EQ(reader->readArrivals(150, 150)->front().time, capture.started + std::chrono::seconds(1));
    EXPECT_EQ(reader->readWindows(9)->at(0).p99, 11);
    EXPECT_EQ(reader->readAlarms(9)->at(0).worst, 4.5);
    EXPECT_EQ(reader->readEvents(9)->at(0).detail, QStringLiteral("why"));
}

TEST_F(CaptureRecoveryTest, LeavesOutAnAccountThatCannotBe) {
    const std::pair<const char*, bool> accounts[] = {{R"({"recorded": 9000, "derived": 0})", true},
                                                     {R"({"recorded": 8998})", false},
                                                     {R"({"recorded": 9)", false},
                                                     {"7", false}};
    for (const auto& [account, isPossible] : accounts) {
        SCOPED_TRACE(account);
        CaptureToMake capture = cutShort();
        capture.isEnded = true;
        capture.account = QString::fromUtf8(account);
        makeCapture(path(), capture);
        changeCapture(path(), "DELETE FROM samples WHERE id = 8500");
        const RecoveryReport report = recover(path());
        ASSERT_EQ(report.samples, 8'999);
        EXPECT_EQ(verifyCapture(report.path, VerifyDepth::Whole)->fault().english(), QString());
        EXPECT_EQ(CaptureReader::open(report.path)->info().account, isPossible ? capture.account : QString());
        QFile::remove(report.path);
        QFile::remove(report.damagedPath);
    }
}

TEST_F(CaptureRecoveryTest, SalvagesWhatLiesAroundABrokenPage) {
    CaptureToMake capture = cutShort();
    capture.isEnded = true;
    makeCapture(path(), capture);
    const qint64 size = QFile(path()).size();
    overwrite(path(), size / 4, QByteArray(8'192, '\x7f'));
    overwrite(path(), size / 2, QByteArray(100, '\0'));
    const RecoveryReport report = recover(path());
    ASSERT_EQ(report.outcome, Outcome::Salvaged);
    EXPECT_GT(report.unreadablePlaces, 0);
    EXPECT_GT(report.samples, 7'000);
    EXPECT_LT(report.samples, 9'000);
    EXPECT_TRUE(verifyCapture(report.path, VerifyDepth::Whole)->isGood());
}

TEST_F(CaptureRecoveryTest, SalvagesTheBeginningOfATruncatedCapture) {
    CaptureToMake capture = cutShort();
    capture.isEnded = true;
    makeCapture(path(), capture);
    ASSERT_TRUE(QFile::resize(path(), QFile(path()).size() * 3 / 4));
    const RecoveryReport report = recover(path());
    ASSERT_EQ(report.outcome, Outcome::Salvaged);
    EXPECT_GT(report.samples, 4'000);
    EXPECT_TRUE(verifyCapture(report.path, VerifyDepth::Whole)->isGood());
}

TEST_F(CaptureRecoveryTest, SalvagesWhatIsInTheLog) {
    makeCapture(path(), cutShort());
    changeCapture(path(), "PRAGMA wal_checkpoint; PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL");
    changeCapture(path(), "UPDATE samples SET quality = 16384 WHERE id = 8990");
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.outcome, Outcome::Salvaged);
    EXPECT_EQ(report.samples, 8'999);
}

TEST_F(CaptureRecoveryTest, OverwritesNothing) {
    for (const char* name : {"a.rill.damaged", "a.rill.damaged-2-wal", "a-salvaged.rill"}) {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("mine");
    }
    makeCapture(path(), cutShort());
    changeCapture(path(), "DELETE FROM samples WHERE id = 8990");
    const RecoveryReport report = recover(path());
    EXPECT_EQ(report.damagedPath, path("a.rill.damaged-3"));
    EXPECT_EQ(report.path, path("a-salvaged-2.rill"));
    QFile file(path("a.rill.damaged"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("mine"));
    const RecoveryReport again = recover(report.damagedPath);
    EXPECT_EQ(again.damagedPath, report.damagedPath) << "it is set aside already";
    EXPECT_EQ(again.path, path("a-salvaged-3.rill"));
    EXPECT_EQ(again.samples, report.samples);
}

TEST_F(CaptureRecoveryTest, SetsAsideWhatCannotBeReadAtAll) {
    const std::pair<const char*, QByteArray> contents[] = {
        {"empty.rill", ""}, {"text.rill", "hello, world\n"}, {"zeros.rill", QByteArray(100'000, '\0')}};
    for (const auto& [name, bytes] : contents) {
        SCOPED_TRACE(name);
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        EXPECT_EQ(capturesToRecover(folder()), QStringList{path(name)});
        const RecoveryReport report = recover(path(name));
        EXPECT_EQ(report.outcome, Outcome::Lost);
        EXPECT_EQ(report.damagedPath, path(name) + QStringLiteral(".damaged"));
        EXPECT_EQ(QFile(report.damagedPath).size(), bytes.size());
        EXPECT_TRUE(report.path.isEmpty());
        EXPECT_FALSE(report.fault.isEmpty());
        EXPECT_EQ(capturesToRecover(folder()), QStringList());
    }
}

TEST_F(CaptureRecoveryTest, LeavesWhatIsNoCaptureWhereItIs) {
    const auto codeOf = [](const QString& file) {
        const auto report = recoverCapture(file);
        return report ? std::nullopt : std::optional(report.error().code);
    };
    QFile file(path("notes.txt"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("hello");
    file.close();
    EXPECT_EQ(codeOf(path("notes.txt")), ErrorCode::UnreadableInput);
    makeCapture(path("other.rill"), {});
    changeCapture(path("other.rill"), "PRAGMA application_id = 7");
    EXPECT_EQ(codeOf(path("other.rill")), ErrorCode::UnreadableInput);
    EXPECT_EQ(codeOf(path("nothing.rill")), ErrorCode::FileNotFound);
    EXPECT_EQ(codeOf(folder()), ErrorCode::FileUnreadable);
    ASSERT_TRUE(QFile::link(path("loop.rill"), path("loop.rill")));
    EXPECT_EQ(codeOf(path("loop.rill")), ErrorCode::FileUnreadable);
    EXPECT_EQ(capturesToRecover(folder()), QStringList());
    EXPECT_EQ(files(), (QStringList{QStringLiteral("notes.txt"), QStringLiteral("other.rill")}));
}

TEST_F(CaptureRecoveryTest, ACancelledRescueLeavesTheDamagedFileOnly) {
    makeCapture(path(), cutShort());
    changeCapture(path(), "DELETE FROM samples WHERE id = 8990");
    std::atomic<int> questions{0};
    bool wasCancelled = false;
    for (int limit = 0; limit < 40 && !wasCancelled; ++limit) {
        questions = 0;
        const auto report = recoverCapture(path(), {.isCancelled = [&] { return ++questions > limit; }});
        ASSERT_FALSE(report && report->outcome == Outcome::Sound);
        if (!report) {
            EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
        }
        wasCancelled = !report && !QFile::exists(path());
        if (report)
            break;
    }
    EXPECT_TRUE(wasCancelled);
    EXPECT_EQ(QDir(folder()).entryList({QStringLiteral("*salvaged*")}, QDir::Files), QStringList());
}

} // namespace
} // namespace rillscope::test
