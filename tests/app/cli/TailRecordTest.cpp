// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/WaitFor.h"

#include <QDir>
#include <QFile>

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
        EXPECT_EQ(rows.at(i).temperature, 20.0 + static_cast<double>(i));
    }
    expectBalance(parseSummary(readFile(path("account.json"))), 5);
}

TEST_F(TailRecordTest, SaysThatThereIsNoSuchFileAndHowToWaitForIt) {
    const QString uri = QStringLiteral("tail:") + path("missing.csv");
    const ProgramResult result = runCli({QStringLiteral("record"), uri, QStringLiteral("--no-capture")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.errors.contains("wait=yes")) << result.errors.toStdString();
}

TEST_F(TailRecordTest, SaysThatTheFileIsGoneAndThatItReceivesAgain) {
    const QString log = writeFile("log.csv", "1\n");
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), QStringLiteral("tail:") + log, QStringLiteral("--count=2"),
                    QStringLiteral("--no-capture")});
    ASSERT_TRUE(run.start());
    const auto says = [&, said = QByteArray()](const char* text) mutable {
        return waitFor([&] {
            said += run.readErrors();
            return said.contains(text);
        });
    };
    ASSERT_TRUE(QFile::remove(log));
    ASSERT_TRUE(says("the source is connecting: the file is not there\n"));
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
