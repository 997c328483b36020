// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureReader.h"
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/WaitFor.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace rillscope::test {
namespace {

using TailRecordTest = RecordFixture;

void append(const QString& path, const QByteArray& text) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Append));
    ASSERT_EQ(file.write(text), text.size());
}

TEST_F(TailRecordTest, RecordsAFileThatIsRotatedWhileItIsRead) {
    const QString log = writeFile("log.csv", "time,oven\n1700000000,20\n1700000001,21\n");
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), QStringLiteral("tail:") + log, QStringLiteral("--count=5"),
                    QStringLiteral("--csv"), path("record.csv"), QStringLiteral("--summary"),
                    path("account.json"), QStringLiteral("--ack")});
    ASSERT_TRUE(run.start());
    QByteArray said;
    ASSERT_TRUE(waitFor([&] {
        said += run.readOutput();
        return said.contains("durable 2");
    }));
    append(log, "1700000002,22\n");
    ASSERT_TRUE(QDir().rename(log, path("log.1.csv")));
    append(log, "time,oven\n1700000003,23\n1700000004,24\n");
    const ProgramResult result = run.waitForEnd();
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    const QList<CsvRow> rows = readCsvTable(readFile(path("record.csv")));
    ASSERT_EQ(rows.size(), 5);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows.at(i).channel, "oven");
        EXPECT_EQ(rows.at(i).value, 20.0 + static_cast<double>(i));
    }
    expectBalance(parseSummary(readFile(path("account.json"))), 5);
}

TEST_F(TailRecordTest, SaysThatThereIsNoSuchFileAndHowToWaitForIt) {
    const QString uri = QStringLiteral("tail:") + path("missing.csv");
    const ProgramResult result = runCli({QStringLiteral("record"), uri, QStringLiteral("--no-capture")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.errors.contains("wait=yes")) << result.errors.toStdString();
}

/// The values that a capture holds, be it ended or not, in their order.
QList<double> valuesIn(const QString& path) {
    QList<double> values;
    auto reader = CaptureReader::open(path);
    if (!reader)
        return values; // it was killed before the file had its tables
    std::vector<StoredSample> samples;
    for (qint64 next = 1; reader->readSamples(next, *reader->lastId(), samples) && !samples.empty();
         next = samples.back().id + 1) {
        for (const StoredSample& sample : samples)
            values.append(sample.value);
    }
    return values;
}

/// Of the acknowledgements in what the program has said; 0 before the first.
qint64 lastDurable(const QByteArray& said) {
    const QByteArray word = "durable ";
    const qsizetype end = said.lastIndexOf('\n');
    const qsizetype begin = said.lastIndexOf(word, end);
    return end < 0 || begin < 0 ? 0 : said.mid(begin + word.size(), end - begin - word.size()).toLongLong();
}

TEST_F(TailRecordTest, RecordsEachLineOnceThoughItIsKilledAgainAndAgain) {
    const QString log = writeFile("log.csv", "time,oven\n");
    const QString uri = QStringLiteral("tail:") + log + QStringLiteral("?from=resume");
    QList<double> recorded;
    int written = 0;
    int rotatedAt = 0; ///< lines written before the last rotation
    const auto write = [&](int lines) {
        QByteArray text;
        for (; lines > 0; --lines, ++written)
            text += QByteArray::number(1'700'000'000 + written) + ',' + QByteArray::number(written) + '\n';
        append(log, text);
    };
    for (int life = 0; life < 6; ++life) {
        SCOPED_TRACE(life);
        const QString capture = path(qPrintable(QStringLiteral("life-%1.rill").arg(life)));
        ProgramRun run(
            QStringLiteral(RILLSCOPE_CLI_PROGRAM),
            {QStringLiteral("record"), uri, QStringLiteral("--ack"), QStringLiteral("--capture"), capture});
        ASSERT_TRUE(run.start());
        const qint64 before = recorded.size();
        QByteArray said;
        // What lies between two rotations is lost when the source has not seen it: it must have read so far.
        ASSERT_TRUE(waitFor([&] {
            said += run.readOutput();
            const qint64 safe = before + lastDurable(said);
            if (written - safe < 20'000)
                write(37);
            return said.count("durable ") > life % 3 && safe >= rotatedAt;
        }));
        if (life % 2 == 0) {
            rotatedAt = written;
            ASSERT_TRUE(QDir().rename(log, path(qPrintable(QStringLiteral("log.%1.csv").arg(life)))));
        }
        write(1'000);
        run.interrupt(SIGKILL);
        EXPECT_EQ(run.waitForEnd().signal, SIGKILL);
        recorded += valuesIn(capture);
    }
    const QString capture = path("last.rill");
    const ProgramResult result =
        runCli({QStringLiteral("record"), uri, QStringLiteral("--capture"), capture,
                QStringLiteral("--count"), QString::number(written - recorded.size())});
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    recorded += valuesIn(capture);
    QList<double> expected;
    for (int i = 0; i < written; ++i)
        expected.append(i);
    const auto [is, should] = std::ranges::mismatch(recorded, expected);
    EXPECT_EQ(recorded, expected) << "from the line " << should - expected.begin() << " on, of "
                                  << expected.size();
}

TEST_F(TailRecordTest, SaysThatNoCaptureIsKnownAndReadsFromTheStart) {
    const QString log = writeFile("log.csv", "1\n2\n");
    const ProgramResult result =
        runCli({QStringLiteral("record"), QStringLiteral("tail:") + log + QStringLiteral("?from=resume"),
                QStringLiteral("--count=2"), QStringLiteral("--capture"), path("first.rill")});
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    EXPECT_TRUE(result.errors.contains("no recording of it is known, so it is read from the start"))
        << result.errors.toStdString();
    EXPECT_EQ(valuesIn(path("first.rill")), (QList<double>{1, 2}));
}

TEST_F(TailRecordTest, SaysThatTheFileIsGoneAndThatItReceivesAgain) {
    const QString log = path("log.csv");
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), QStringLiteral("tail:") + log + QStringLiteral("?wait=yes"),
                    QStringLiteral("--count=2"), QStringLiteral("--no-capture")});
    ASSERT_TRUE(run.start());
    auto says = [&, said = QByteArray()](const char* text) mutable {
        return waitFor([&] {
            said += run.readErrors();
            return said.contains(text);
        });
    };
    ASSERT_TRUE(says("the source is connecting: the file is not there\n"));
    append(log, "1\n");
    ASSERT_TRUE(says("the source is receiving\n"));
    ASSERT_TRUE(QFile::remove(log));
    ASSERT_TRUE(says("receiving\nrillscope-cli: the source is connecting: the file is not there\n"));
    append(log, "2\n");
    const ProgramResult result = run.waitForEnd();
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
}

TEST_F(TailRecordTest, WaitsForAFileAndEndsAfterItsDuration) {
    const QString uri = QStringLiteral("tail:") + path("later.csv") + QStringLiteral("?wait=yes");
    const ProgramResult result =
        runCli({QStringLiteral("record"), uri, QStringLiteral("--duration=200ms"),
                QStringLiteral("--summary"), QStringLiteral("-"), QStringLiteral("--no-capture")});
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    expectBalance(parseSummary(result.output), 0);
}

} // namespace
} // namespace rillscope::test
