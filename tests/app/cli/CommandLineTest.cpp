// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QFileInfo>

namespace rillscope::test {
namespace {

using CommandLineTest = RecordFixture;

const QString quickSimulation = QStringLiteral("sim:normal?seed=1&speed=max");

TEST_F(CommandLineTest, ExplainsItselfWhenAsked) {
    const ProgramResult help = runCli({QStringLiteral("--help")});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* word : {"record", "sources", "--version"})
        EXPECT_TRUE(help.output.contains(word)) << word;
    const ProgramResult options = runCli({QStringLiteral("record"), QStringLiteral("--help")});
    EXPECT_EQ(options.exitCode, 0);
    for (const char* word : {"--count", "--duration", "--csv", "--summary"})
        EXPECT_TRUE(options.output.contains(word)) << word;
    const ProgramResult version = runCli({QStringLiteral("--version")});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(version.output.contains("0.1.0")) << version.output.toStdString();
}

TEST_F(CommandLineTest, ListsTheKindsOfSources) {
    const ProgramResult sources = runCli({QStringLiteral("sources")});
    EXPECT_EQ(sources.exitCode, 0);
    for (const char* scheme : {"sim:", "replay:", "stdin:", "tail:FILE", "seed=", "unit=celsius|fahrenheit"})
        EXPECT_TRUE(sources.output.contains(scheme)) << scheme;
}

TEST_F(CommandLineTest, RefusesWhatItDoesNotKnow) {
    const QList<QStringList> misuses{
        {},
        {QStringLiteral("recrod")},
        {QStringLiteral("record")},
        {QStringLiteral("record"), QStringLiteral("sim:normal?seed=1"), QStringLiteral("replay:a.csv"),
         QStringLiteral("--no-capture")},
        {QStringLiteral("record"), QStringLiteral("stdin:"), QStringLiteral("stdin:")},
        {QStringLiteral("record"), QStringLiteral("tail:a?name=x"), QStringLiteral("tail:b?name=x")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--cuont=1")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--count=0")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--count=-5")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--count=many")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--duration=soon")},
        {QStringLiteral("record"), quickSimulation, QStringLiteral("--duration=0s")},
        {QStringLiteral("sources"), QStringLiteral("all")},
    };
    for (const QStringList& misuse : misuses) {
        const ProgramResult result = runCli(misuse);
        EXPECT_EQ(result.exitCode, 1) << misuse.join(u' ').toStdString();
        EXPECT_TRUE(result.errors.contains("rillscope-cli")) << misuse.join(u' ').toStdString();
    }
}

TEST_F(CommandLineTest, NamesThePartOfAUriThatIsWrong) {
    const std::pair<const char*, const char*> cases[] = {
        {"ftp://host/x", "ftp"},
        {"sim:gaussian", "gaussian"},
        {"sim:normal?maen=20", "maen"},
        {"sim:normal?mean=warm", "mean"},
        {"sim:normal?sd=-1", "sd"},
        {"sim:normal?interval=5ms..1ms", "interval"},
        {"sim:normal?rate=0", "rate"},
        {"sim:normal?rate=1e9", "rate"},
        {"sim:normal?channels=17", "channels"},
        {"sim:normal?seed=-1", "seed"},
        {"sim:normal?start=yesterday", "start"},
        {"sim:normal?speed=fast", "speed"},
        {"replay:a.csv?spead=1", "spead"},
        {"stdin:?speed=1", "speed"},
        {"tial:a.csv", "did you mean “tail:”"},
        {"tail:a.csv?form=end", "did you mean “from”"},
    };
    for (const auto& [uri, part] : cases) {
        const ProgramResult result =
            runCli({QStringLiteral("record"), QLatin1String(uri), QStringLiteral("--count=1")});
        EXPECT_EQ(result.exitCode, 1) << uri;
        EXPECT_TRUE(result.errors.contains(part)) << uri << ": " << result.errors.toStdString();
    }
}

TEST_F(CommandLineTest, SaysWhenAFileCannotBeWritten) {
    const QString nowhere = path("no/such/folder/a.csv");
    const QString folder = QFileInfo(path("a")).absolutePath();
    for (const char* option : {"--csv", "--summary"}) {
        for (const QString& target : {nowhere, folder}) {
            const ProgramResult result =
                runCli({QStringLiteral("record"), quickSimulation, QStringLiteral("--count=10"),
                        QLatin1String(option), target});
            EXPECT_EQ(result.exitCode, 3) << option << ' ' << target.toStdString();
            EXPECT_TRUE(result.errors.contains(target.toUtf8())) << result.errors.toStdString();
        }
    }
}

TEST_F(CommandLineTest, WritesTheSameAccountToAFile) {
    const ProgramResult result =
        runCli({QStringLiteral("record"), quickSimulation, QStringLiteral("--count=10"),
                QStringLiteral("--summary"), path("account.json")});
    EXPECT_EQ(result.exitCode, 0);
    expectBalance(parseSummary(readFile(path("account.json"))), 10);
}

} // namespace
} // namespace rillscope::test
