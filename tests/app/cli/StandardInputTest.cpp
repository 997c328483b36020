// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QFile>

#include <sys/stat.h>

namespace rillscope::test {
namespace {

using StandardInputTest = RecordFixture;

const QString standardInput = QStringLiteral("stdin:");

TEST_F(StandardInputTest, RecordsLinesOfCsv) {
    const Recording recording = record(
        standardInput, {}, "timestamp,temperature\n2024-05-01T00:00:00Z,20.25\n2024-05-01T00:00:01Z,-3\n");
    ASSERT_EQ(recording.rows.size(), 2);
    EXPECT_EQ(recording.rows.at(0).value, 20.25);
    EXPECT_EQ(recording.rows.at(1).value, -3.0);
    EXPECT_EQ(recording.rows.at(1).time - recording.rows.at(0).time, std::chrono::seconds(1));
    EXPECT_EQ(recording.summary.value(QStringLiteral("malformed")).toInteger(-1), 0);
}

TEST_F(StandardInputTest, RecordsLinesOfJson) {
    const Recording recording = record(standardInput, {},
                                       R"({"ts":"2024-05-01T00:00:00Z","channel":"oven","value":180.5})"
                                       "\n"
                                       R"({"ts":"2024-05-01T00:00:01Z","channel":"fridge","value":4})"
                                       "\n");
    ASSERT_EQ(recording.rows.size(), 2);
    EXPECT_EQ(recording.rows.at(0).channel, "oven");
    EXPECT_EQ(recording.rows.at(0).value, 180.5);
    EXPECT_EQ(recording.rows.at(1).channel, "fridge");
}

TEST_F(StandardInputTest, RecordsBareNumbersAtTheirArrival) {
    const Recording recording = record(standardInput, {}, "20.5\n21\n-4e1\n");
    ASSERT_EQ(recording.rows.size(), 3);
    EXPECT_EQ(recording.rows.at(2).value, -40.0);
    EXPECT_LE(recording.rows.at(0).time, recording.rows.at(2).time);
}

TEST_F(StandardInputTest, CountsWhatHoldsNoSampleAndLosesNothingElse) {
    const QByteArray tooLong(70'000, 'x');
    const Recording recording = record(standardInput, {},
                                       "20.5\nhello\n21.5\n" + tooLong + "\n\xff\xfe\xfd\n22.5\n" +
                                           QByteArray("2\0003\n", 4) + "{\"ts\":12,\n23.5\n");
    ASSERT_EQ(recording.rows.size(), 4);
    EXPECT_EQ(recording.rows.at(3).value, 23.5);
    EXPECT_EQ(recording.summary.value(QStringLiteral("malformed")).toInteger(-1), 5);
    EXPECT_EQ(recording.summary.value(QStringLiteral("received")).toInteger(-1), 9);
}

TEST_F(StandardInputTest, KeepsALastLineWithoutAnEnd) {
    EXPECT_EQ(record(standardInput, {}, "1\n2\n3").rows.size(), 3);
}

TEST_F(StandardInputTest, LosesNothingOfALongStream) {
    QByteArray input;
    for (int i = 0; i < 200'000; ++i)
        input += QByteArray::number(i) + '\n';
    const QList<CsvRow> rows = record(standardInput, {}, input).rows;
    ASSERT_EQ(rows.size(), 200'000);
    for (qsizetype i = 0; i < rows.size(); ++i)
        ASSERT_EQ(rows.at(i).value, static_cast<double>(i));
}

TEST_F(StandardInputTest, StopsAfterItsDurationThoughNothingArrives) {
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), standardInput, QStringLiteral("--duration"),
                    QStringLiteral("0.2s"), QStringLiteral("--summary"), QStringLiteral("-")});
    ASSERT_TRUE(run.start());
    const ProgramResult result = run.waitForEnd();
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    expectBalance(parseSummary(result.output), 0);
}

TEST_F(StandardInputTest, SaysThatThereWasNothingToRead) {
    const QStringList arguments{QStringLiteral("record"), standardInput, QStringLiteral("--summary"),
                                path("account.json")};
    for (const char* input : {"", "/dev/null"}) {
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments);
        run.setInputFile(QLatin1String(input));
        ASSERT_TRUE(run.start());
        run.closeInput();
        const ProgramResult result = run.waitForEnd();
        EXPECT_EQ(result.exitCode, 2) << input;
        EXPECT_TRUE(result.errors.contains("standard input")) << result.errors.toStdString();
        expectBalance(parseSummary(readFile(path("account.json"))), 0);
    }
}

TEST_F(StandardInputTest, ReadsANamedPipeUntilItsWriterIsGone) {
    const QString pipe = path("pipe");
    ASSERT_EQ(mkfifo(pipe.toUtf8().constData(), 0600), 0);
    // Reading and writing, because opening for one of them alone waits for the other.
    QFile writer(pipe);
    ASSERT_TRUE(writer.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), standardInput, QStringLiteral("--csv"), path("record.csv")});
    run.setInputFile(pipe);
    ASSERT_TRUE(run.start());
    ASSERT_EQ(writer.write("1\n2\n3\n"), 6);
    writer.close();
    EXPECT_EQ(run.waitForEnd().exitCode, 0);
    EXPECT_EQ(readCsvTable(readFile(path("record.csv"))).size(), 3);
}

} // namespace
} // namespace rillscope::test
