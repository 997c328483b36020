// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/WaitFor.h"

#include <QElapsedTimer>

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

/// What holds up the writing of out.csv until it is read.
class HeldUpInterruptTest : public InterruptTest {
protected:
    void SetUp() override {
        const QByteArray name = path("out.csv").toUtf8();
        ASSERT_EQ(mkfifo(name.constData(), 0600), 0);
    }

    /// Opens it for reading, so that the program goes on.
    void release() {
        m_pipe = open(path("out.csv").toUtf8().constData(), O_RDONLY | O_NONBLOCK);
        ASSERT_GE(m_pipe, 0);
    }

    bool waitForText() {
        return waitFor([this] { return readSome(m_pipe, m_text); });
    }

    QByteArray readToTheEnd(const ProgramRun& run) {
        EXPECT_TRUE(waitFor([&] { return !readSome(m_pipe, m_text) && !run.isRunning(); }));
        while (readSome(m_pipe, m_text)) {
        }
        close(m_pipe);
        return std::exchange(m_text, {});
    }

private:
    int m_pipe = -1;
    QByteArray m_text;
};

TEST_F(HeldUpInterruptTest, FinishesTheFileItIsWriting) {
    release();
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   arguments("sim:normal?speed=max") + QStringList{QStringLiteral("--count=50000")});
    ASSERT_TRUE(run.start());
    ASSERT_TRUE(waitForText());
    ASSERT_TRUE(run.interruptAndWait(SIGINT));
    const QByteArray text = readToTheEnd(run);
    EXPECT_EQ(run.waitForEnd().exitCode, 0);
    EXPECT_EQ(readCsvTable(text).size(), 50'000);
}

/// A closed terminal sends SIGHUP twice, `timeout` its signal to the program and to its group, and a session
/// that ends both kinds.
TEST_F(HeldUpInterruptTest, KeepsAllWhenSeveralSignalsComeAtOnce) {
    using Signals = std::vector<int>;
    for (const Signals& signals :
         {Signals{SIGHUP, SIGHUP}, Signals{SIGTERM, SIGTERM}, Signals{SIGTERM, SIGHUP, SIGTERM, SIGHUP},
          Signals{SIGHUP, SIGTERM}, Signals{SIGINT, SIGTERM, SIGHUP}, Signals{SIGTERM, SIGINT}}) {
        SCOPED_TRACE(testing::PrintToString(signals));
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("sim:normal?rate=1000"));
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        for (const int signal : signals)
            ASSERT_TRUE(run.interruptAndWait(signal));
        release();
        const QByteArray csv = readToTheEnd(run);
        const ProgramResult result = run.waitForEnd();
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        expectBalance(parseSummary(readFile(path("account.json"))), readCsvTable(csv).size());
    }
}

TEST_F(HeldUpInterruptTest, EndsAtOnceWhenInterruptedAgain) {
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("sim:normal?rate=1000"));
    ASSERT_TRUE(run.startAndWaitForSignalHandler());
    ASSERT_TRUE(run.interruptAndWait(SIGINT));
    run.interrupt(SIGINT);
    EXPECT_EQ(run.waitForEnd().signal, SIGINT);
}

TEST_F(HeldUpInterruptTest, EndsAtOnceWhenToldAgainASecondLater) {
    for (const int signal : {SIGTERM, SIGHUP}) {
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments("sim:normal?rate=1000"));
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        QElapsedTimer sinceTheFirst;
        sinceTheFirst.start();
        EXPECT_TRUE(waitFor([&] {
            run.interrupt(signal);
            return !run.isRunning();
        }));
        EXPECT_GE(sinceTheFirst.elapsed(), 1'000);
        EXPECT_EQ(run.waitForEnd().signal, signal);
    }
}

/// It sends its signal to the program and to its group, and the program is in both.
TEST_F(InterruptTest, KeepsWhatTimeoutEnds) {
    for (int round = 0; round < 10; ++round) {
        ProgramRun run(QStringLiteral("timeout"),
                       QStringList{QStringLiteral("1h"), QStringLiteral(RILLSCOPE_CLI_PROGRAM)} +
                           arguments("sim:normal?rate=50000") + QStringList{QStringLiteral("--ack")});
        ASSERT_TRUE(run.start());
        ASSERT_TRUE(waitFor([&] { return run.readOutput().contains("durable"); }));
        run.interrupt(SIGTERM);
        expectCompleteFiles(run.waitForEnd());
    }
}

} // namespace
} // namespace rillscope::test
