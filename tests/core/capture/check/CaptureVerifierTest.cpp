// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureVerifier.h"

#include "tests/support/CaptureMaker.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope::test {
namespace {

class CaptureVerifierTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("a.rill")); }

    void make(CaptureToMake capture) const {
        QFile::remove(path());
        makeCapture(path(), capture);
    }

    CaptureVerdict verify(VerifyDepth depth = VerifyDepth::Whole) const {
        const auto verdict = verifyCapture(path(), depth);
        EXPECT_TRUE(verdict) << qPrintable(verdict.error().message());
        return verdict ? *verdict : CaptureVerdict{};
    }

    QString faultOf(VerifyDepth depth = VerifyDepth::Whole) const { return verify(depth).fault().english(); }

private:
    QTemporaryDir m_folder;
};

CaptureToMake goodCapture() {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("a"), Unit::Celsius, ChannelKind::Raw},
                        {QStringLiteral("b"), Unit::None, ChannelKind::Raw},
                        {QStringLiteral("c"), Unit::None, ChannelKind::Derived},
                        {QStringLiteral("d, which has no samples")}};
    capture.samples = countingSamples(30'000, 3);
    const double limit = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < capture.samples.size(); i += 7) {
        capture.samples[i].quality = QualityFlag::Late;
        capture.samples[i].breakBefore = i % 3 == 0;
        capture.samples[i].eventTime -= std::chrono::seconds(i % 100);
    }
    for (std::size_t i = 2; i < 5'000; i += 3) // leaves without a finite sample
        capture.samples[i].value = i % 2 ? limit : std::numeric_limits<double>::quiet_NaN();
    capture.account = QStringLiteral(R"({"recorded": 20000, "derived": 10000})");
    return capture;
}

TEST_F(CaptureVerifierTest, FindsAGoodCaptureGood) {
    make(goodCapture());
    const CaptureVerdict verdict = verify();
    EXPECT_EQ(verdict.fault().english(), QString());
    EXPECT_TRUE(verdict.isGood());
    EXPECT_EQ(verdict.samples, 30'000);
    EXPECT_EQ(verdict.checks.size(), 9);
    EXPECT_EQ(verify(VerifyDepth::Quick).fault().english(), QString());
    EXPECT_EQ(verify(VerifyDepth::Quick).samples, 30'000);
}

TEST_F(CaptureVerifierTest, FindsACaptureThatWasCutShortGood) {
    CaptureToMake capture = goodCapture();
    capture.isEnded = false;
    make(capture);
    EXPECT_EQ(faultOf(), QString());
    EXPECT_EQ(faultOf(VerifyDepth::Quick), QString());
    QFile::remove(path() + QStringLiteral("-wal"));
    QFile::remove(path() + QStringLiteral("-shm"));
    make({});
    EXPECT_EQ(faultOf(), QString());
}

TEST_F(CaptureVerifierTest, MissesTheNewestRollupsOnlyWhenTheyAreMany) {
    make(goodCapture());
    changeCapture(path(), "DELETE FROM rollups WHERE number > 30");
    EXPECT_EQ(faultOf(), QString());
    EXPECT_EQ(faultOf(VerifyDepth::Quick), QString());
    CaptureToMake capture;
    capture.samples = countingSamples(70'000);
    capture.hasRollups = false;
    make(capture);
    EXPECT_NE(faultOf(), QString());
    EXPECT_NE(faultOf(VerifyDepth::Quick), QString());
}

TEST_F(CaptureVerifierTest, NamesWhatIsWrong) {
    const std::pair<const char*, const char*> offences[] = {
        {"UPDATE samples SET value = value + 1e-9 WHERE id = 7000", "rollup"},
        {"UPDATE samples SET time = time + 1 WHERE id > 7000", "rollup"},
        {"UPDATE samples SET quality = quality & 32767", "rollup"},
        {"UPDATE samples SET quality = 16384 WHERE id = 7000", "sample 7000"},
        {"UPDATE samples SET time = 'noon' WHERE id = 7000", "sample 7000"},
        {"DELETE FROM samples WHERE id BETWEEN 7000 AND 8000", "samples 7000 to 8000 are missing"},
        {"DELETE FROM samples WHERE id = 1", "samples 1 to 1 are missing"},
        {"INSERT INTO samples VALUES(-4, 0, 0, 0.5, 0)", "before the first"},
        {"UPDATE samples SET channel = 1 - channel WHERE id IN (7000, 7001)", "rollup"},
        {"UPDATE rollups SET mean = mean * (1 + 2e-16) + 1e-300 WHERE number = 3 AND channel = 0",
         "rollup 3"},
        {"UPDATE rollups SET squared_deviations = 0 WHERE number = 3", "rollup 3"},
        {"UPDATE rollups SET minimum_time = minimum_time - 1 WHERE number = 3", "rollup 3"},
        {"UPDATE rollups SET flags = flags | 1 WHERE number = 38", "rollup 38"},
        {"UPDATE rollups SET first_sample = first_sample - 1 WHERE number = 38", "rollup 38"},
        {"DELETE FROM rollups WHERE number = 3", "rollup"},
        {"INSERT INTO rollups SELECT 3, 0, first_sample, last_sample, earliest, latest, count, first_time, "
         "first_value, last_time, last_value, minimum_time, minimum, maximum_time, maximum, mean, "
         "squared_deviations, flags FROM rollups WHERE number = 0 AND channel = 0",
         "without samples"},
        {"UPDATE samples SET value = value * (1 + 2e-16) WHERE id = 7000", "checksum"},
        {"UPDATE samples SET time = time + 1 WHERE id = 29999", "checksum"},
        {"UPDATE samples SET quality = quality | 2 WHERE id = 29999", "checksum"},
        {"UPDATE checksums SET crc = crc + 1", "checksum"},
        {"UPDATE checksums SET last_sample = 29999", "samples 1 to 29999 are not those"},
        {"UPDATE checksums SET last_sample = 30001", "speaks of more"},
        {"DELETE FROM checksums", "the samples from 1 on have no checksum"},
        {"DELETE FROM arrivals WHERE first_sample = 1", "when the first sample came"},
        {"UPDATE arrivals SET time = 'noon' WHERE first_sample = 15001", "arrivals"},
        {"INSERT INTO windows VALUES('w', 'c', 'noon', 2, 3, 4.5, 5, 6, NULL, 7, 8, 9, 10, 11, 12)",
         "windows"},
        {"INSERT INTO alarms VALUES(3, 's', 'c', 'loud', 1, 2, 3, 4.5, 0, 1, 1)", "alarms"},
        {"UPDATE capture SET value = '{\"recorded\": 19999}' WHERE key = 'account'", "account"},
        {"UPDATE capture SET value = 'hello' WHERE key = 'account'", "account"},
        {"DROP TABLE arrivals", "format"},
    };
    for (const auto& [sql, word] : offences) {
        SCOPED_TRACE(sql);
        make(goodCapture());
        changeCapture(path(), sql);
        const QString fault = faultOf();
        EXPECT_TRUE(fault.contains(QLatin1String(word))) << qPrintable(fault);
    }
}

TEST_F(CaptureVerifierTest, FindsAnyBitThatHasChanged) {
    const auto seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const CaptureToMake capture = goodCapture();
    for (int i = 0; i < 40; ++i) {
        make(capture);
        const std::size_t index = random() % capture.samples.size();
        const StoredSample& sample = capture.samples[index];
        const quint64 bit = quint64{1} << random() % 52;
        QString change =
            QStringLiteral("time = %1").arg(toNanoseconds(sample.eventTime) ^ static_cast<qint64>(bit));
        if (i % 2 == 0 && std::isfinite(sample.value))
            change = QStringLiteral("value = %1")
                         .arg(std::bit_cast<double>(std::bit_cast<quint64>(sample.value) ^ bit), 0, 'e', 17);
        const QString sql = QStringLiteral("UPDATE samples SET %1 WHERE id = %2").arg(change).arg(index + 1);
        SCOPED_TRACE(sql.toStdString());
        changeCapture(path(), sql.toUtf8().constData());
        EXPECT_NE(faultOf(), QString());
    }
}

TEST_F(CaptureVerifierTest, ReadsACaptureThatWasMadeBeforeThereWereChecksums) {
    make(goodCapture());
    changeCapture(path(), "DROP TABLE checksums");
    const CaptureVerdict verdict = verify();
    EXPECT_EQ(verdict.fault().english(), QString());
    EXPECT_TRUE(std::ranges::any_of(verdict.checks, [](const CaptureCheck& check) {
        return check.found.english().contains(QStringLiteral("early version"));
    }));
    changeCapture(path(), "CREATE VIEW checksums AS SELECT 1 AS last_sample, 2 AS crc");
    EXPECT_TRUE(faultOf().contains(QStringLiteral("not those of a recording")));
    changeCapture(path(), "DROP VIEW checksums; CREATE TABLE checksums(last_sample, crc)");
    EXPECT_TRUE(faultOf().contains(QStringLiteral("not those of a recording"))) << "to be sorted for ever";
}

TEST_F(CaptureVerifierTest, FindsABrokenPage) {
    make(goodCapture());
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(file.size() / 2);
    file.write(QByteArray(9'000, '\xff'));
    file.close();
    EXPECT_TRUE(faultOf().contains(QStringLiteral("SQLite"))) << qPrintable(faultOf());
    EXPECT_TRUE(faultOf(VerifyDepth::Quick).contains(QStringLiteral("SQLite")));
}

TEST_F(CaptureVerifierTest, WhatIsNoCaptureIsAnError) {
    const auto codeOf = [this] {
        const auto verdict = verifyCapture(path(), VerifyDepth::Whole);
        return verdict ? std::nullopt : std::optional(verdict.error().code);
    };
    EXPECT_EQ(codeOf(), ErrorCode::FileNotFound);
    make({});
    changeCapture(path(), "PRAGMA application_id = 7");
    EXPECT_EQ(codeOf(), ErrorCode::UnreadableInput);
    make({});
    changeCapture(path(), "PRAGMA user_version = 2");
    EXPECT_EQ(codeOf(), ErrorCode::UnreadableInput);
}

TEST_F(CaptureVerifierTest, TellsHowFarItIs) {
    make(goodCapture());
    QList<qint64> done;
    const auto verdict =
        verifyCapture(path(), VerifyDepth::Whole, {.reportProgress = [&](qint64 now, qint64 all) {
                          EXPECT_EQ(all, 30'000);
                          done.append(now);
                      }});
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
    EXPECT_EQ(done.last(), 30'000);
    EXPECT_GT(done.size(), 2);
}

TEST_F(CaptureVerifierTest, StopsWhenToldWhateverItDoes) {
    make(goodCapture());
    std::atomic<int> left{0};
    for (int questions = 0; questions < 12; ++questions) {
        left = questions;
        const auto verdict =
            verifyCapture(path(), VerifyDepth::Whole, {.isCancelled = [&] { return --left < 0; }});
        if (verdict) // there was no reason to ask so often
            continue;
        EXPECT_EQ(verdict.error().code, ErrorCode::Cancelled) << qPrintable(verdict.error().message());
    }
    left = 0;
    EXPECT_FALSE(verifyCapture(path(), VerifyDepth::Whole, {.isCancelled = [&] { return --left < 0; }}));
}

} // namespace
} // namespace rillscope::test
