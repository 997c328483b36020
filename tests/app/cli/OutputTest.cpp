// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command writes to: "-", devices, pipes, and what is the same as another of its outputs.
#include "tests/app/cli/RecordFixture.h"

#include <QFileInfo>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace rillscope::test {
namespace {

class OutputTest : public RecordFixture {
protected:
    QStringList arguments(const QStringList& options) const {
        return QStringList{QStringLiteral("record"), QStringLiteral("sim:normal?seed=1&speed=max"),
                           QStringLiteral("--count=5000"), QStringLiteral("--capture"), path("a.rill")} +
               options;
    }

    /// By a shell, with "$cli" for the program.
    ProgramResult shell(const char* script, const QStringList& options = {}) const {
        return ProgramRun::run(
            QStringLiteral("/bin/bash"),
            QStringList{QStringLiteral("-c"),
                        QStringLiteral("cd '%1' && cli=\"$0\"; %2").arg(path("."), QString::fromUtf8(script)),
                        QStringLiteral(RILLSCOPE_CLI_PROGRAM)} +
                arguments(options));
    }
};

TEST_F(OutputTest, WritesAnyOfItsFilesToStandardOutput) {
    const QString pipeline = writeFile(
        "p.toml",
        "format = 1\n[event_time]\nout_of_orderness = '5s'\n[[step]]\nkind = 'alarm'\nname = 'hot'\n"
        "when = 'above'\nhigh = 20\n[[step]]\nkind = 'tumble'\n"
        "name = 'w'\nsize = '1s'\n");
    const QStringList withPipeline{QStringLiteral("--pipeline"), pipeline};
    const auto firstLine = [&](const char* option) {
        QFile::remove(path("a.rill"));
        const ProgramResult result =
            runCli(arguments(withPipeline + QStringList{QLatin1String(option), QStringLiteral("-")}));
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        return result.output.left(result.output.indexOf('\n')).toStdString();
    };
    EXPECT_EQ(firstLine("--csv"), "timestamp,temperature,temperature_f,channel,quality,value,unit");
    EXPECT_TRUE(firstLine("--windows").starts_with("window_start,window_end"));
    EXPECT_TRUE(firstLine("--alarms").starts_with("id,step,channel"));
    EXPECT_EQ(firstLine("--summary"), "{");
    EXPECT_FALSE(QFileInfo::exists(QStringLiteral("-")));
    const ProgramResult exported =
        runCli({QStringLiteral("export"), path("a.rill"), QStringLiteral("--csv"), QStringLiteral("-")});
    EXPECT_EQ(exported.exitCode, 0) << exported.errors.toStdString();
    EXPECT_EQ(readCsvTable(exported.output).size(), 5'000);
}

TEST_F(OutputTest, GivesStandardOutputToOneOfThem) {
    for (const char* other : {"-", "/dev/stdout", "/proc/self/fd/1"}) {
        const ProgramResult result = runCli(arguments({QStringLiteral("--csv"), QStringLiteral("-"),
                                                       QStringLiteral("--summary"), QLatin1String(other)}));
        EXPECT_EQ(result.exitCode, 1) << other;
        EXPECT_TRUE(result.errors.contains("--summary: --csv goes to standard output"))
            << result.errors.toStdString();
        EXPECT_FALSE(QFileInfo::exists(path("a.rill"))) << "nothing is recorded";
    }
}

TEST_F(OutputTest, RefusesToWriteOneFileTwice) {
    const ProgramResult result =
        runCli(arguments({QStringLiteral("--csv"), path("same"), QStringLiteral("--summary"), path("same")}));
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(runCli(arguments({QStringLiteral("--csv"), path("a.rill")})).exitCode, 1)
        << "the file would replace the capture";
}

TEST_F(OutputTest, AcknowledgesOnStandardErrorWhenStandardOutputIsTaken) {
    const ProgramResult result =
        runCli(arguments({QStringLiteral("--csv"), QStringLiteral("-"), QStringLiteral("--ack")}));
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(readCsvTable(result.output).size(), 5'000);
    EXPECT_TRUE(result.errors.contains("durable 5000\n")) << result.errors.toStdString();
}

TEST_F(OutputTest, TakesOnlyAFileForACapture) {
    for (const char* target : {"-", "/dev/stdout"}) {
        const ProgramResult result =
            runCli({QStringLiteral("record"), QStringLiteral("sim:normal"), QStringLiteral("--count=1"),
                    QStringLiteral("--capture"), QLatin1String(target)});
        EXPECT_EQ(result.exitCode, 1) << target;
        EXPECT_FALSE(QFileInfo::exists(QStringLiteral("-")));
    }
    EXPECT_EQ(runCli({QStringLiteral("record"), QStringLiteral("sim:normal"), QStringLiteral("--count=1"),
                      QStringLiteral("--capture"), QStringLiteral("/dev/null")})
                  .exitCode,
              3);
}

TEST_F(OutputTest, LeavesADeviceADevice) {
    constexpr unsigned memory = 1;
    constexpr unsigned null = 3;
    const QByteArray device = path("null").toUtf8();
    if (geteuid() != 0 || mknod(device.constData(), S_IFCHR | 0666, makedev(memory, null)) != 0)
        GTEST_SKIP() << "only root makes devices";
    const QString target = path("null");
    const ProgramResult result = runCli(arguments(
        {QStringLiteral("--csv"), target, QStringLiteral("--summary"), target, QStringLiteral("--ack")}));
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    EXPECT_EQ(runCli({QStringLiteral("export"), path("a.rill"), QStringLiteral("--csv"), target}).exitCode,
              0);
    struct stat status {};
    ASSERT_EQ(lstat(device.constData(), &status), 0);
    EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST_F(OutputTest, WritesBetweenWhatOthersWriteToTheSameOutput) {
    const ProgramResult result = shell(
        "{ echo head; \"$cli\" \"$@\" --csv /dev/stdout; echo tail; } > out; wc -l < out; tail -n 1 out");
    EXPECT_EQ(result.output, "5003\ntail\n") << result.errors.toStdString();
}

TEST_F(OutputTest, WritesToAProcessOfTheShell) {
    const ProgramResult result = shell("\"$cli\" \"$@\" --csv >(wc -l > count; echo > done); "
                                       "until [ -e done ]; do :; done; cat count");
    EXPECT_EQ(result.output, "5001\n") << result.errors.toStdString();
}

/// SIGPIPE would end the program without a word, and with the capture unfinished.
TEST_F(OutputTest, SaysThatNobodyReadsItsOutput) {
    for (const char* option : {"--csv", "--summary"}) {
        QFile::remove(path("a.rill"));
        const ProgramResult result = shell("rm -f gone; { until [ -e gone ]; do :; done; \"$cli\" \"$@\"; "
                                           "echo $? > code; } 2> errors | { exec 0<&-; touch gone; }; "
                                           "cat code errors",
                                           {QLatin1String(option), QStringLiteral("-")});
        EXPECT_TRUE(result.output.startsWith("3\n")) << option << result.output.toStdString();
        EXPECT_TRUE(result.output.contains("standard output: Broken pipe")) << result.output.toStdString();
    }
    for (const char* command : {"verify a.rill", "sources", "--help", "record --help"}) {
        const ProgramResult result = ProgramRun::run(
            QStringLiteral("/bin/bash"),
            {QStringLiteral("-c"),
             QStringLiteral("cd '%1'; rm -f gone; { until [ -e gone ]; do :; done; \"$0\" %2; "
                            "echo $? > code; } 2> errors | { exec 0<&-; touch gone; }; cat code errors")
                 .arg(path("."), QLatin1String(command)),
             QStringLiteral(RILLSCOPE_CLI_PROGRAM)});
        EXPECT_TRUE(result.output.startsWith("3\n")) << command << ": " << result.output.toStdString();
        EXPECT_TRUE(result.output.contains("standard output could not be written"))
            << result.output.toStdString();
    }
}

} // namespace
} // namespace rillscope::test
