// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QJsonObject>

namespace rillscope::test {
namespace {

/// rillscope-cli with a pipeline file.
class PipelineRecordTest : public RecordFixture {
protected:
    static QString recordingUri() {
        return QStringLiteral("replay:" RILLSCOPE_TEST_DATA "/machine_temperature.csv?speed=max");
    }

    Recording recordWith(const QByteArray& pipeline, const QString& uri,
                         const QStringList& options = {}) const {
        return record(uri, QStringList{QStringLiteral("--pipeline"), writeFile("pipeline.toml", pipeline),
                                       QStringLiteral("--windows"), path("windows.csv"),
                                       QStringLiteral("--alarms"), path("alarms.csv")} +
                               options);
    }

    static qint64 figure(const Recording& recording, const char* group, const char* name) {
        return recording.summary.value(QLatin1String(group))
            .toObject()
            .value(QLatin1String(name))
            .toInteger(-1);
    }

    /// The rows of a file without its header.
    QList<QList<QByteArray>> rowsOf(const char* name) const {
        QList<QByteArray> lines = readFile(path(name)).trimmed().split('\n');
        lines.removeFirst();
        QList<QList<QByteArray>> rows;
        for (const QByteArray& line : lines)
            rows.append(line.split(','));
        return rows;
    }
};

constexpr int countColumn = 5;

TEST_F(PipelineRecordTest, TumblesTheRecordingAsFlinkDoes) {
    const Recording recording = recordWith("format = 1\n[event_time]\nout_of_orderness = '5min'\n"
                                           "[[step]]\nkind = 'tumble'\nname = 'w'\nsize = '10min'\n",
                                           recordingUri());
    EXPECT_EQ(figure(recording, "windows", "emitted"), 11'342);
    EXPECT_EQ(figure(recording, "windows", "lateDropped"), 10);
    EXPECT_EQ(recording.rows.size(), 22'695) << "late samples are recorded all the same";
    const auto rows = rowsOf("windows.csv");
    EXPECT_EQ(rows.size(), 11'342);
    qint64 samples = 0;
    for (const QList<QByteArray>& row : rows)
        samples += row.value(countColumn).toLongLong();
    EXPECT_EQ(samples, 22'685);
}

TEST_F(PipelineRecordTest, DropsNothingWhenItWaitsForAnHour) {
    const Recording recording = recordWith("format = 1\n[event_time]\nout_of_orderness = '60min'\n"
                                           "[[step]]\nkind = 'tumble'\nname = 'w'\nsize = '10min'\n",
                                           recordingUri());
    EXPECT_EQ(figure(recording, "windows", "emitted"), 11'342);
    EXPECT_EQ(figure(recording, "windows", "lateDropped"), 0);
}

TEST_F(PipelineRecordTest, HopsOverTheRecordingAsFlinkDoes) {
    const Recording recording =
        recordWith("format = 1\n[event_time]\nout_of_orderness = '5min'\n"
                   "[[step]]\nkind = 'hop'\nname = 'h'\nsize = '60min'\nslide = '15min'\n",
                   recordingUri());
    EXPECT_EQ(figure(recording, "windows", "emitted"), 7'564);
    qint64 memberships = 0;
    for (const QList<QByteArray>& row : rowsOf("windows.csv"))
        memberships += row.value(countColumn).toLongLong();
    EXPECT_EQ(memberships, 90'762);
}

TEST_F(PipelineRecordTest, TellsWhereTheMachineFailed) {
    const Recording recording =
        record(recordingUri(), {QStringLiteral("--pipeline"),
                                QStringLiteral(RILLSCOPE_SOURCE_DIR "/resources/pipelines/machine.toml"),
                                QStringLiteral("--alarms"), path("alarms.csv")});
    EXPECT_EQ(recording.summary.value(QStringLiteral("late")).toInteger(), 10);
    QList<QByteArray> days;
    for (const QList<QByteArray>& row : rowsOf("alarms.csv"))
        days.append(row.value(1) + ' ' + row.value(4).left(10));
    EXPECT_TRUE(days.contains("failed 2013-12-16"));
    EXPECT_TRUE(days.contains("failed 2014-02-07") || days.contains("failed 2014-02-08"));
    for (const QByteArray& day : days) {
        EXPECT_TRUE(day.endsWith("2013-12-16") || day.endsWith("2014-02-07") || day.endsWith("2014-02-08"))
            << day.toStdString() << ": the machine did not fail then";
    }
    EXPECT_EQ(figure(recording, "alarms", "raised"), days.size());
}

TEST_F(PipelineRecordTest, RecordsDerivedChannelsBesideTheRawOnes) {
    const QByteArray text = "timestamp,temperature,channel\n2024-05-01T00:00:00Z,10,a\n"
                            "2024-05-01T00:00:01Z,20,a\n2024-05-01T00:00:02Z,60,a\n";
    const QString uri = QStringLiteral("replay:%1?speed=max").arg(writeFile("in.csv", text));
    const QString pipeline = writeFile(
        "pipeline.toml", "format = 1\n[[step]]\nkind = 'moving_average'\nname = 'mean'\nover = '10s'\n");
    const ProgramResult result = runCli({QStringLiteral("record"), uri, QStringLiteral("--pipeline"),
                                         pipeline, QStringLiteral("--csv"), path("out.csv")});
    ASSERT_EQ(result.exitCode, 0) << result.errors.toStdString();
    const QByteArray csv = readFile(path("out.csv"));
    EXPECT_TRUE(csv.contains("2024-05-01T00:00:02Z,60,140,a,good,60,°C\n")) << csv.toStdString();
    EXPECT_TRUE(csv.contains("2024-05-01T00:00:02Z,30,86,a/mean,good,30,°C\n")) << csv.toStdString();
    EXPECT_EQ(csv.count('\n'), 7);
}

TEST_F(PipelineRecordTest, TakesTheUnitThatThePipelineNames) {
    const QString uri = QStringLiteral("replay:%1?speed=max")
                            .arg(writeFile("in.csv", "timestamp,value\n2024-05-01T00:00:00Z,212\n"));
    const Recording recording = recordWith("format = 1\n[[unit]]\nunit = 'fahrenheit'\n", uri);
    ASSERT_EQ(recording.rows.size(), 1);
    EXPECT_EQ(recording.rows.constFirst().value, 100.0);
}

TEST_F(PipelineRecordTest, SaysEveryMistakeWithFileLineAndKey) {
    const QString pipeline =
        writeFile("wrong.toml", "format = 1\n[[step]]\nkind = 'range'\nname = 'r'\nmaximun = 3\n"
                                "[[step]]\nkind = 'tumble'\nname = 'w'\nsize = 'long'\n");
    const ProgramResult result = runCli(
        {QStringLiteral("record"), QStringLiteral("sim:normal"), QStringLiteral("--pipeline"), pipeline});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_TRUE(result.errors.contains("wrong.toml:5: maximun")) << result.errors.toStdString();
    EXPECT_TRUE(result.errors.contains("wrong.toml:9: size")) << result.errors.toStdString();
    const ProgramResult missing = runCli({QStringLiteral("record"), QStringLiteral("sim:normal"),
                                          QStringLiteral("--pipeline"), path("missing.toml")});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_TRUE(missing.errors.contains("missing.toml")) << missing.errors.toStdString();
}

TEST_F(PipelineRecordTest, RefusesResultsWithoutAPipeline) {
    for (const char* option : {"--windows", "--alarms", "--on-alarm"}) {
        const ProgramResult result = runCli(
            {QStringLiteral("record"), QStringLiteral("sim:normal"), QLatin1String(option), path("x.csv")});
        EXPECT_EQ(result.exitCode, 1) << option;
        EXPECT_TRUE(result.errors.contains(option)) << result.errors.toStdString();
    }
}

/// A pipeline whose rule and channel hold all that a shell would fall for.
TEST_F(PipelineRecordTest, RunsAProgramForAnAlarmWithoutAShell) {
    const QString script =
        writeFile("hook.sh", "#!/bin/sh\nprintf '%s\\n' \"$@\" >> \"$(dirname \"$0\")/told.txt\"\n");
    ASSERT_TRUE(QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray text = "timestamp,temperature,channel\n2024-05-01T00:00:00Z,10,$(touch x);a\n"
                            "2024-05-01T00:00:01Z,120,$(touch x);a\n2024-05-01T00:00:02Z,10,$(touch x);a\n";
    const QString uri = QStringLiteral("replay:%1?speed=max").arg(writeFile("in.csv", text));
    recordWith("format = 1\n[[step]]\nkind = 'alarm'\nname = 'hot `id`'\nwhen = 'above'\nhigh = 100\n"
               "severity = 'alarm'\n",
               uri,
               {QStringLiteral("--on-alarm"), QStringLiteral("\"%1\" first \"second word\"").arg(script)});
    EXPECT_EQ(readFile(path("told.txt")).toStdString(),
              "first\nsecond word\nhot `id`\n$(touch x);a\nalarm\n2024-05-01T00:00:01Z\n120\n");
}

/// A name from outside must not become an option of the program.
TEST_F(PipelineRecordTest, HandsAnAlarmOverSoThatNothingInItIsAnOption) {
    const QString script =
        writeFile("hook.sh", "#!/bin/sh\nfolder=$(dirname \"$0\")\n"
                             "printf '%s\\n' \"$@\" > \"$folder/told.txt\"\n"
                             "env | grep ^RILLSCOPE_ALARM_ | sort > \"$folder/env.txt\"\n");
    ASSERT_TRUE(QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray text = "timestamp,temperature,channel\n2024-05-01T00:00:00Z,10,--output=x\n"
                            "2024-05-01T00:00:01Z,-20.5,--output=x\n";
    const QString uri = QStringLiteral("replay:%1?speed=max").arg(writeFile("in.csv", text));
    recordWith("format = 1\n[[step]]\nkind = 'alarm'\nname = '-cold'\nwhen = 'below'\nlow = -20\n"
               "severity = 'alarm'\n",
               uri, {QStringLiteral("--on-alarm"), QStringLiteral("\"%1\"").arg(script)});
    EXPECT_EQ(readFile(path("told.txt")).toStdString(),
              " -cold\n --output=x\nalarm\n2024-05-01T00:00:01Z\n -20.5\n");
    EXPECT_EQ(readFile(path("env.txt")).toStdString(), "RILLSCOPE_ALARM_CHANNEL=--output=x\n"
                                                       "RILLSCOPE_ALARM_FIRST=2024-05-01T00:00:01Z\n"
                                                       "RILLSCOPE_ALARM_ID=1\n"
                                                       "RILLSCOPE_ALARM_LAST=2024-05-01T00:00:01Z\n"
                                                       "RILLSCOPE_ALARM_RAISED=2024-05-01T00:00:01Z\n"
                                                       "RILLSCOPE_ALARM_SEVERITY=alarm\n"
                                                       "RILLSCOPE_ALARM_STEP=-cold\n"
                                                       "RILLSCOPE_ALARM_TIME=2024-05-01T00:00:01Z\n"
                                                       "RILLSCOPE_ALARM_VALUE=-20.5\n"
                                                       "RILLSCOPE_ALARM_WORST=-20.5\n");
}

TEST_F(PipelineRecordTest, SaysWhenTheAlarmProgramFails) {
    const QByteArray pipeline =
        "format = 1\n[[step]]\nkind = 'alarm'\nname = 'hot'\nwhen = 'above'\nhigh = -200\n";
    const Recording recording = recordWith(pipeline, QStringLiteral("sim:normal?seed=1&speed=max"),
                                           {QStringLiteral("--count"), QStringLiteral("10"),
                                            QStringLiteral("--on-alarm"), QStringLiteral("false")});
    EXPECT_TRUE(recording.result.errors.contains("it ended with code 1"))
        << recording.result.errors.toStdString();
    const ProgramResult missing =
        runCli({QStringLiteral("record"), QStringLiteral("sim:normal"), QStringLiteral("--pipeline"),
                path("pipeline.toml"), QStringLiteral("--on-alarm"), QStringLiteral("/no/such/program")});
    EXPECT_EQ(missing.exitCode, 1);
}

} // namespace
} // namespace rillscope::test
