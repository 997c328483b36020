// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/Database.h"
#include "core/capture/keep/CapturePlace.h"
#include "tests/app/cli/RecordFixture.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/WaitFor.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <csignal>
#include <unistd.h>

namespace rillscope::test {
namespace {

/// rillscope-cli record, and the captures it leaves.
class CaptureRecordTest : public RecordFixture {
protected:
    QString folder() const { return path("data/rillscope/captures"); }

    QStringList capturesIn(const QString& folder) const {
        QStringList paths;
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.rill")}, QDir::Files))
            paths.append(QDir(folder).filePath(name));
        return paths;
    }

    ProgramResult recordInto(const QString& dataFolder, const QStringList& options) const {
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                       QStringList{QStringLiteral("record")} + options);
        run.setDataFolder(dataFolder);
        run.setVariable("TMPDIR", path("."));
        EXPECT_TRUE(run.start());
        return run.waitForEnd();
    }

    static std::vector<double> valuesIn(const QString& path) {
        auto database = Database::openToRead(path);
        if (!database) {
            ADD_FAILURE() << database.error().message().toStdString();
            return {};
        }
        auto statement = database->prepare("SELECT id, value FROM samples ORDER BY id");
        std::vector<double> values;
        while (statement->step().value_or(false)) {
            EXPECT_EQ(statement->integer(0), static_cast<qint64>(values.size()) + 1);
            values.push_back(statement->real(1));
        }
        return values;
    }

    static QString fact(const QString& path, const char* key) {
        auto database = Database::openToRead(path);
        if (!database)
            return {};
        auto statement = database->prepare("SELECT value FROM capture WHERE key = ?");
        statement->bind(1, std::string_view(key));
        return statement->step().value_or(false) ? statement->text(0) : QString();
    }

    static QJsonObject captureOf(const ProgramResult& result) {
        return parseSummary(result.output).value(QStringLiteral("capture")).toObject();
    }

    const QStringList aThousand{QStringLiteral("sim:normal?seed=1&speed=max&channels=3"),
                                QStringLiteral("--count"), QStringLiteral("1000"),
                                QStringLiteral("--summary"), QStringLiteral("-")};
};

TEST_F(CaptureRecordTest, CapturesIntoTheDataFolderUnlessToldOtherwise) {
    const ProgramResult result = recordInto(path("data"), aThousand);
    ASSERT_EQ(result.exitCode, 0) << result.errors.toStdString();
    const QStringList captures = capturesIn(folder());
    ASSERT_EQ(captures.size(), 1);
    EXPECT_EQ(QDir(folder()).entryList(QDir::Files).size(), 1) << "one plain file, and nothing beside it";
    EXPECT_EQ(result.errors.count("recording to " + captures.constFirst().toUtf8() + '\n'), 1)
        << result.errors.toStdString();
    EXPECT_EQ(valuesIn(captures.constFirst()).size(), 1000U);
    const QJsonObject capture = captureOf(result);
    EXPECT_EQ(capture.value(QStringLiteral("durable")).toInteger(), 1000);
    EXPECT_EQ(capture.value(QStringLiteral("missed")).toInteger(-1), 0);
    EXPECT_EQ(capture.value(QStringLiteral("lagSeconds")).toDouble(-1.0), 0.0);
    EXPECT_GT(capture.value(QStringLiteral("longestLagSeconds")).toDouble(), 0.0);
    EXPECT_EQ(capture.value(QStringLiteral("state")).toString(), QStringLiteral("closed"));
    EXPECT_EQ(capture.value(QStringLiteral("files")).toArray().at(0).toString(), captures.constFirst());
    EXPECT_TRUE(fact(captures.constFirst(), "program").startsWith(QStringLiteral("rillscope-cli ")));
    EXPECT_EQ(fact(captures.constFirst(), "closed"), QStringLiteral("stopped"));
    EXPECT_EQ(parseSummary(fact(captures.constFirst(), "account").toUtf8())
                  .value(QStringLiteral("recorded"))
                  .toInteger(),
              1000);
    const ProgramResult none =
        recordInto(path("data"), aThousand + QStringList{QStringLiteral("--no-capture")});
    EXPECT_EQ(none.exitCode, 0);
    EXPECT_EQ(captureOf(none).value(QStringLiteral("state")).toString(), QStringLiteral("off"));
    EXPECT_EQ(capturesIn(folder()).size(), 1);
}

TEST_F(CaptureRecordTest, RefusesAFileItCannotMakeBeforeItRecords) {
    const QString taken = writeFile("taken.rill", "precious");
    ASSERT_TRUE(QFile::link(path("nowhere"), path("link.rill")));
    const QString tooLong = path(".") + u'/' + QString(300, u'x') + QStringLiteral(".rill");
    for (const QString& target : {taken, path("link.rill"), path("no/such/folder.rill"), tooLong}) {
        const ProgramResult result =
            recordInto(path("data"), {QStringLiteral("sim:normal"), QStringLiteral("--capture"), target});
        EXPECT_EQ(result.exitCode, 3) << target.toStdString();
        EXPECT_TRUE(result.errors.startsWith("rillscope-cli: ") && result.errors.count('\n') == 1)
            << result.errors.toStdString();
    }
    EXPECT_EQ(readFile(taken), "precious");
    EXPECT_FALSE(QFile::exists(path("data")));
    for (const char* option : {"--ack", "--capture=x.rill"}) {
        const ProgramResult result =
            recordInto(path("data"),
                       {QStringLiteral("sim:normal"), QStringLiteral("--no-capture"), QLatin1String(option)});
        EXPECT_EQ(result.exitCode, 1) << option;
    }
}

TEST_F(CaptureRecordTest, RefusesAFullDiskBeforeItRecords) {
    const SmallDisk disk(path("disk"));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    disk.fill(QStringLiteral("filler"));
    const ProgramResult result =
        recordInto(path("data"), aThousand + QStringList{QStringLiteral("--capture"), path("disk/a.rill")});
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_TRUE(result.errors.contains("space")) << result.errors.toStdString();
    EXPECT_TRUE(result.output.isEmpty()) << "nothing was recorded";
    EXPECT_EQ(QDir(path("disk")).entryList(QDir::Files), QStringList(QStringLiteral("filler")));
}

TEST_F(CaptureRecordTest, SaysHowManySamplesAreInNoFileWhenTheDiskIsFull) {
    const SmallDisk disk(path("disk"), 16);
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    const ProgramResult result = recordInto(
        path("data"), {QStringLiteral("sim:normal?seed=1&rate=100000&channels=4&speed=max"),
                       QStringLiteral("--count"), QStringLiteral("1000000"), QStringLiteral("--summary"),
                       QStringLiteral("-"), QStringLiteral("--capture"), path("disk/a.rill")});
    EXPECT_EQ(result.exitCode, 3);
    const QJsonObject capture = captureOf(result);
    const qint64 durable = capture.value(QStringLiteral("durable")).toInteger();
    const qint64 missed = capture.value(QStringLiteral("missed")).toInteger();
    EXPECT_GT(durable, 0);
    EXPECT_GT(missed, 0);
    EXPECT_EQ(durable + missed, 1'000'000);
    EXPECT_EQ(capture.value(QStringLiteral("waiting")).toInteger(-1), 0);
    EXPECT_TRUE(result.errors.contains(QByteArray::number(missed) + " samples"))
        << result.errors.toStdString();
    EXPECT_EQ(static_cast<qint64>(valuesIn(path("disk/a.rill")).size()), durable);
    EXPECT_TRUE(capturesIn(path("data/rillscope/captures")).isEmpty());
}

TEST_F(CaptureRecordTest, FallsBackAndSaysSoWhenTheFolderCannotBeUsed) {
    if (!isPersistent(path(".")))
        GTEST_SKIP() << "the folder of temporary files is in memory here";
    const QString blocked = writeFile("data", "a file where a folder should be");
    const ProgramResult result = recordInto(blocked, aThousand);
    EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
    EXPECT_TRUE(result.errors.contains("because of " + blocked.toUtf8())) << result.errors.toStdString();
    const QJsonObject capture = captureOf(result);
    EXPECT_EQ(capture.value(QStringLiteral("durable")).toInteger(), 1000);
    EXPECT_FALSE(capture.value(QStringLiteral("error")).toString().isEmpty());
    const QString file = capture.value(QStringLiteral("files")).toArray().at(0).toString();
    EXPECT_EQ(valuesIn(file).size(), 1000U);
    EXPECT_EQ(QFileInfo(file).absoluteDir().canonicalPath(),
              QFileInfo(path(qPrintable(QStringLiteral("rillscope-captures-%1").arg(getuid()))))
                  .canonicalFilePath());
}

TEST_F(CaptureRecordTest, AcknowledgesAllThatItCommitted) {
    const ProgramResult result = recordInto(path("data"), aThousand + QStringList{QStringLiteral("--ack")});
    ASSERT_EQ(result.exitCode, 0) << result.errors.toStdString();
    EXPECT_TRUE(result.output.startsWith('{')) << "standard output belongs to the summary";
    qint64 before = 0;
    for (const QByteArray& line : result.errors.split('\n')) {
        if (!line.startsWith("durable "))
            continue;
        const qint64 durable = line.mid(8).toLongLong();
        EXPECT_GT(durable, before);
        before = durable;
    }
    EXPECT_EQ(before, 1000);
}

/// The value of each sample is its number.
TEST_F(CaptureRecordTest, HasWhatItAcknowledgedAfterBeingKilled) {
    for (int attempt = 0; attempt < 5; ++attempt) {
        SCOPED_TRACE(attempt);
        const QString capture = path(qPrintable(QStringLiteral("killed-%1.rill").arg(attempt)));
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                       {QStringLiteral("record"), QStringLiteral("stdin:"), QStringLiteral("--ack"),
                        QStringLiteral("--capture"), capture});
        ASSERT_TRUE(run.start());
        qint64 fed = 0;
        QByteArray output;
        const auto acknowledged = [&output] {
            const qsizetype end = output.lastIndexOf('\n');
            const qsizetype begin = output.lastIndexOf("durable ", end);
            return begin < 0 ? 0 : output.mid(begin + 8, end - begin - 8).toLongLong();
        };
        while (acknowledged() < 20'000 * (attempt + 1)) {
            QByteArray lines;
            for (int i = 0; i < 1'000; ++i)
                lines += QByteArray::number(++fed) + '\n';
            ASSERT_TRUE(run.feed(lines));
            output += run.readOutput();
        }
        run.interrupt(SIGKILL);
        const ProgramResult result = run.waitForEnd();
        EXPECT_EQ(result.signal, SIGKILL);
        output += result.output;
        const std::vector<double> values = valuesIn(capture);
        EXPECT_GE(static_cast<qint64>(values.size()), acknowledged());
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_EQ(values[i], static_cast<double>(i + 1));
        EXPECT_TRUE(fact(capture, "ended").isEmpty());
    }
}

TEST_F(CaptureRecordTest, EndsItsFileWhenItIsTold) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        SCOPED_TRACE(signal);
        const QString capture = path(qPrintable(QStringLiteral("told-%1.rill").arg(signal)));
        ProgramRun run(QStringLiteral(RILLSCOPE_CLI_PROGRAM),
                       {QStringLiteral("record"), QStringLiteral("sim:normal?rate=50000&seed=1"),
                        QStringLiteral("--ack"), QStringLiteral("--capture"), capture,
                        QStringLiteral("--summary"), path("account.json")});
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        QByteArray output;
        ASSERT_TRUE(waitFor([&] { return !(output += run.readOutput()).isEmpty(); }));
        run.interrupt(signal);
        EXPECT_EQ(run.waitForEnd().exitCode, 0);
        const QJsonObject summary = parseSummary(readFile(path("account.json")));
        EXPECT_EQ(static_cast<qint64>(valuesIn(capture).size()),
                  summary.value(QStringLiteral("recorded")).toInteger());
        EXPECT_EQ(fact(capture, "closed"), QStringLiteral("stopped"));
    }
}

/// As a quota would.
TEST_F(CaptureRecordTest, GoesOnInNewFilesWhenTheyMayNotGrow) {
    ProgramRun run(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral("ulimit -f 2048; exec \"$0\" record 'sim:normal?rate=50000&seed=1' --count "
                        "100000 --summary -"),
         QStringLiteral(RILLSCOPE_CLI_PROGRAM)});
    run.setDataFolder(path("data"));
    run.setVariable("TMPDIR", path("."));
    ASSERT_TRUE(run.start());
    const ProgramResult result = run.waitForEnd();
    const QJsonObject capture = captureOf(result);
    const QJsonArray files = capture.value(QStringLiteral("files")).toArray();
    EXPECT_GT(files.size(), 1) << result.errors.toStdString();
    qint64 stored = 0;
    for (const QJsonValue& file : files)
        stored += static_cast<qint64>(valuesIn(file.toString()).size());
    EXPECT_EQ(stored, capture.value(QStringLiteral("durable")).toInteger());
    const qint64 missed = capture.value(QStringLiteral("missed")).toInteger();
    EXPECT_EQ(stored + missed, 100'000);
    EXPECT_EQ(result.exitCode, missed > 0 ? 3 : 0) << result.errors.toStdString();
    EXPECT_TRUE(result.errors.contains("the recording failed")) << result.errors.toStdString();
}

} // namespace
} // namespace rillscope::test
