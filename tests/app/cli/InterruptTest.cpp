// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/WaitFor.h"

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rillscope::test {
namespace {

/// Takes what lies in the pipe; false when that is nothing.
bool readSome(int pipe, QByteArray& text) {
    std::array<char, 65'536> bytes;
    const ssize_t count = read(pipe, bytes.data(), bytes.size());
    if (count > 0)
        text.append(bytes.data(), count);
    return count > 0;
}

class InterruptTest : public RecordFixture {
protected:
    QStringList arguments(const char* uri) const {
        return {QStringLiteral("record"), QLatin1String(uri),          QStringLiteral("--csv"),
                path("out.csv"),          QStringLiteral("--summary"), path("account.json")};
    }

    void expectCompleteFiles(const ProgramResult& result) {
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        const QJsonObject summary = parseSummary(readFile(path("account.json")));
        expectBalance(summary, readCsvTable(readFile(path("out.csv"))).size());
        EXPECT_EQ(summary.value(QStringLiteral("dropped")).toInteger(-1), 0);
    }
};

TEST_F(InterruptTest, KeepsWhatTheSimulatorSentUntilThen) {
    for (const int signal : {SIGINT, SIGTERM}) {
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("sim:normal?rate=50000"));
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        run.interrupt(signal);
        expectCompleteFiles(run.waitForEnd());
    }
}

TEST_F(InterruptTest, KeepsWhatHadArrivedOnStandardInput) {
    // A pipe holds 64 KiB, so that once all is written the program has read all but that.
    QByteArray input;
    qint64 linesBeforeThePipe = 0;
    while (input.size() < 1'000'000) {
        if (input.size() < 900'000)
            ++linesBeforeThePipe;
        input += "20.125\n";
    }
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("stdin:"));
    ASSERT_TRUE(run.startAndWaitForSignalHandler());
    ASSERT_TRUE(run.feed(input));
    run.interrupt(SIGINT);
    expectCompleteFiles(run.waitForEnd());
    EXPECT_GE(readCsvTable(readFile(path("out.csv"))).size(), linesBeforeThePipe);
}

TEST_F(InterruptTest, FinishesTheFileItIsWriting) {
    const QByteArray pipePath = path("out.csv").toUtf8();
    ASSERT_EQ(mkfifo(pipePath.constData(), 0600), 0);
    const int pipe = open(pipePath.constData(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(pipe, 0);
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   arguments("sim:normal?speed=max") + QStringList{QStringLiteral("--count=50000")});
    ASSERT_TRUE(run.start());
    QByteArray text;
    ASSERT_TRUE(waitFor([&] { return readSome(pipe, text); }));
    run.interrupt(SIGINT);
    ASSERT_TRUE(run.waitForPlainSignals());
    ASSERT_TRUE(waitFor([&] { return !readSome(pipe, text) && !run.isRunning(); }));
    while (readSome(pipe, text)) {
    }
    close(pipe);
    EXPECT_EQ(run.waitForEnd().exitCode, 0);
    EXPECT_EQ(readCsvTable(text).size(), 50'000);
}

TEST_F(InterruptTest, EndsAtOnceWhenInterruptedAgain) {
    // A pipe that nobody reads holds up the writing of the file for ever.
    ASSERT_EQ(mkfifo(path("out.csv").toUtf8().constData(), 0600), 0);
    for (const int signal : {SIGINT, SIGTERM}) {
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("sim:normal?rate=1000"));
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        run.interrupt(SIGINT);
        ASSERT_TRUE(run.waitForPlainSignals());
        run.interrupt(signal);
        EXPECT_EQ(run.waitForEnd().signal, signal);
    }
}

} // namespace
} // namespace rillscope::test
