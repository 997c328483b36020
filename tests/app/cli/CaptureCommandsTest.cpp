// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/WaitFor.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace rillscope::test {
namespace {

/// rillscope-cli export, verify and recover.
class CaptureCommandsTest : public RecordFixture {
protected:
    QString capture() const { return path("a.rill"); }
    QString csv() const { return path("out.csv"); }

    /// Records into capture() and returns what --csv wrote.
    QByteArray recordBoth(const QString& uri, const QStringList& options) const {
        const Recording recording =
            record(uri, options + QStringList{QStringLiteral("--capture"), capture()});
        EXPECT_FALSE(recording.rows.isEmpty());
        return readFile(path("record.csv"));
    }

    ProgramResult exportCapture(const QStringList& options = {}) const {
        return runCli(QStringList{QStringLiteral("export"), capture(), QStringLiteral("--csv"), csv()} +
                      options);
    }

    ProgramResult verify() const { return runCli({QStringLiteral("verify"), capture()}); }
    ProgramResult recover() const { return runCli({QStringLiteral("recover"), capture()}); }
};

QStringList count(const char* samples) {
    return {QStringLiteral("--count"), QLatin1String(samples)};
}

TEST_F(CaptureCommandsTest, ExportsToTheByteWhatWasRecordedOfOneChannel) {
    const QByteArray recorded = recordBoth(
        QStringLiteral("sim:walk?seed=3&interval=0.5ms..9ms&late=0.02&nan=0.01&speed=max"), count("20000"));
    EXPECT_EQ(exportCapture().exitCode, 0);
    EXPECT_TRUE(readFile(csv()) == recorded);
    const ProgramResult verified = verify();
    EXPECT_EQ(verified.exitCode, 0) << verified.output.toStdString();
    EXPECT_TRUE(verified.output.contains("20,000 of 20,000")) << verified.output.toStdString();
}

/// Channels that are not in step are merged by time in one file and stand as they came in the other.
TEST_F(CaptureCommandsTest, ExportsTheSameRowsOfManyChannels) {
    const QString pipeline =
        writeFile("p.toml", "format = 1\n[[step]]\nkind = 'moving_average'\nname = 'smooth'\nover = '1s'\n");
    QList<QByteArray> recorded =
        recordBoth(QStringLiteral("sim:walk?seed=3&channels=3&interval=0.5ms..9ms&speed=max"),
                   count("9000") + QStringList{QStringLiteral("--pipeline"), pipeline})
            .split('\n');
    EXPECT_EQ(exportCapture().exitCode, 0);
    QList<QByteArray> exported = readFile(csv()).split('\n');
    EXPECT_EQ(exported.first(), recorded.first());
    EXPECT_EQ(exported.size(), 2 * 9'000 + 2);
    std::sort(exported.begin(), exported.end());
    std::sort(recorded.begin(), recorded.end());
    EXPECT_TRUE(exported == recorded);
}

TEST_F(CaptureCommandsTest, ReplaysACaptureLikeTheRecording) {
    const QByteArray recorded =
        recordBoth(QStringLiteral("sim:walk?seed=5&interval=0.5ms..9ms&late=0.02&speed=max"), count("5000"));
    record(QStringLiteral("replay:%1?speed=max").arg(capture()), {QStringLiteral("--no-capture")});
    EXPECT_TRUE(readFile(path("record.csv")) == recorded);
}

TEST_F(CaptureCommandsTest, ExportsAPart) {
    CaptureToMake made;
    made.channels = {{QStringLiteral("a")}, {QStringLiteral("b b")}};
    made.samples = countingSamples(100, 2);
    makeCapture(capture(), made);
    const ProgramResult result = exportCapture({QStringLiteral("--channel"), QStringLiteral("b b"),
                                                QStringLiteral("--from=2026-01-01T00:00:10Z"),
                                                QStringLiteral("--to=2026-01-01T00:00:13Z")});
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    EXPECT_EQ(readFile(csv()),
              QByteArrayLiteral("timestamp,temperature,temperature_f,channel,quality,value,unit\n"
                                "2026-01-01T00:00:11Z,1.1,33.98,b b,good,1.1,°C\n"
                                "2026-01-01T00:00:13Z,1.3,34.34,b b,good,1.3,°C\n"));
}

TEST_F(CaptureCommandsTest, SaysByItsExitCodeWhatWentWrong) {
    EXPECT_EQ(verify().exitCode, 2) << "there is none";
    EXPECT_EQ(recover().exitCode, 2);
    EXPECT_EQ(exportCapture().exitCode, 2);
    CaptureToMake made;
    made.samples = countingSamples(5'000);
    makeCapture(capture(), made);
    EXPECT_EQ(verify().exitCode, 0);
    EXPECT_EQ(recover().exitCode, 0);
    EXPECT_EQ(exportCapture({QStringLiteral("--channel=x")}).exitCode, 1);
    EXPECT_EQ(exportCapture({QStringLiteral("--from=noon")}).exitCode, 1);
    EXPECT_EQ(
        exportCapture({QStringLiteral("--from=2026-01-02"), QStringLiteral("--to=2026-01-01")}).exitCode, 1);
    EXPECT_EQ(runCli({QStringLiteral("export"), capture()}).exitCode, 1);
    EXPECT_EQ(runCli({QStringLiteral("verify")}).exitCode, 1);
    EXPECT_EQ(runCli({QStringLiteral("recover"), capture(), capture()}).exitCode, 1);
    EXPECT_EQ(runCli({QStringLiteral("export"), capture(), QStringLiteral("--csv"), capture()}).exitCode, 3);
    changeCapture(capture(), "UPDATE samples SET value = 7 WHERE id = 1000");
    const ProgramResult verified = verify();
    EXPECT_EQ(verified.exitCode, 3);
    EXPECT_TRUE(verified.output.contains("BAD   samples: the 256 samples from 769 on"))
        << verified.output.toStdString();
    changeCapture(capture(), "DELETE FROM samples WHERE id = 4990");
    EXPECT_EQ(exportCapture().exitCode, 3);
    EXPECT_FALSE(QFileInfo::exists(csv()));
    const ProgramResult recovered = recover();
    EXPECT_EQ(recovered.exitCode, 3);
    EXPECT_TRUE(recovered.output.contains("4,999 samples in")) << recovered.output.toStdString();
    EXPECT_TRUE(QFileInfo::exists(capture() + QStringLiteral(".damaged")));
    EXPECT_EQ(runCli({QStringLiteral("verify"), path("a-salvaged.rill")}).exitCode, 0);
    EXPECT_EQ(runCli({QStringLiteral("verify"), writeFile("text", "hello")}).exitCode, 2);
}

/// What verify finds damaged is no "complete" to recover, wherever it is.
TEST_F(CaptureCommandsTest, SalvagesWhatVerifyFindsDamaged) {
    recordBoth(QStringLiteral("sim:normal?speed=max&seed=1"),
               {QStringLiteral("--count"), QStringLiteral("5000")});
    EXPECT_EQ(recover().exitCode, 0);
    changeCapture(capture(), "UPDATE samples SET value = value * (1 + 2e-16) WHERE id = 2000");
    EXPECT_EQ(verify().exitCode, 3);
    const ProgramResult recovered = recover();
    EXPECT_EQ(recovered.exitCode, 3);
    EXPECT_TRUE(recovered.output.contains("checksum")) << recovered.output.toStdString();
    EXPECT_TRUE(recovered.output.contains("5,000 samples in")) << recovered.output.toStdString();
    EXPECT_EQ(runCli({QStringLiteral("verify"), path("a-salvaged.rill")}).exitCode, 0);
}

TEST_F(CaptureCommandsTest, RecoversWhatAKillLeft) {
    ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                   {QStringLiteral("record"), QStringLiteral("sim:normal?rate=20000&seed=1"),
                    QStringLiteral("--capture"), capture()});
    ASSERT_TRUE(run.startAndWaitForSignalHandler());
    ASSERT_TRUE(waitFor([&] { return QFileInfo(capture() + QStringLiteral("-wal")).size() > 1'000'000; }));
    EXPECT_EQ(recover().exitCode, 2) << "it is being written";
    run.interrupt(SIGKILL);
    run.waitForEnd();
    const ProgramResult recovered = recover();
    EXPECT_EQ(recovered.exitCode, 0) << recovered.errors.toStdString();
    EXPECT_TRUE(recovered.output.contains("at most 250 ms before the crash are missing"))
        << recovered.output.toStdString();
    EXPECT_EQ(verify().exitCode, 0);
}

} // namespace
} // namespace rillscope::test
