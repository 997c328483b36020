// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "tests/app/cli/RecordFixture.h"

#include <QFileInfo>

#include <algorithm>

namespace rillscope::test {
namespace {

using ReplayRecordTest = RecordFixture;

QString replayOf(const QString& path) {
    return QStringLiteral("replay:%1?speed=max").arg(path);
}

/// Compares a recording with the file it was made from, "timestamp,value" under a header.
void expectSameSamples(const QList<CsvRow>& rows, const QByteArray& text) {
    QList<QByteArray> lines = text.trimmed().split('\n');
    lines.removeFirst();
    ASSERT_EQ(rows.size(), lines.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QList<QByteArray> cells = lines.at(i).trimmed().split(',');
        ASSERT_EQ(rows.at(i).time, parseRfc3339(cells.at(0).toStdString())) << "row " << i;
        ASSERT_EQ(rows.at(i).value, cells.at(1).toDouble()) << "row " << i;
    }
}

TEST_F(ReplayRecordTest, KeepsARealRecordingWithItsOrder) {
    const QString path = QStringLiteral(RILLSCOPE_TEST_DATA "/machine_temperature.csv");
    const Recording recording = record(replayOf(path));
    EXPECT_EQ(recording.summary.value(QStringLiteral("malformed")).toInteger(-1), 0);
    EXPECT_EQ(recording.rows.size(), 22'695);
    expectSameSamples(recording.rows, readFile(path));
}

TEST_F(ReplayRecordTest, KeepsTheOrderWhereTimeGoesBack) {
    const QByteArray text = "timestamp,value\n2024-05-01 00:00:00,20.5\n2024-05-01 00:10:00,0.1\n"
                            "2024-05-01 00:05:00,-40\n2024-05-01 00:05:00,-40\n2024-05-01 00:15:00,1e-300\n";
    const Recording recording = record(replayOf(writeFile("back.csv", text)));
    expectSameSamples(recording.rows, text);
    EXPECT_NE(recording.rows.value(2).quality, "good");
    EXPECT_EQ(recording.rows.value(0).quality, "good");
}

TEST_F(ReplayRecordTest, ReadsBackWhatItWrote) {
    const QByteArray first = [this] {
        record(QStringLiteral("sim:walk?seed=3&channels=2&interval=0.5ms..9ms&speed=max"),
               {QStringLiteral("--count"), QStringLiteral("5000")});
        return readFile(path("record.csv"));
    }();
    record(replayOf(writeFile("first.csv", first)));
    EXPECT_EQ(readFile(path("record.csv")), first);
}

TEST_F(ReplayRecordTest, CountsBadLinesAndGoesOn) {
    const Recording recording = record(replayOf(writeFile(
        "bad.csv", "timestamp,temperature\n2024-05-01T00:00:00Z,20\nnonsense\n2024-05-01T00:00:02Z,\n"
                   "2024-05-01T25:00:03Z,21\n2024-05-01T00:00:04Z,22\n")));
    EXPECT_EQ(recording.rows.size(), 2);
    EXPECT_EQ(recording.summary.value(QStringLiteral("malformed")).toInteger(-1), 2)
        << "an empty cell is no error";
    EXPECT_TRUE(recording.result.errors.contains("line 3")) << "no word about line 3:\n"
                                                            << recording.result.errors.toStdString();
}

TEST_F(ReplayRecordTest, LeavesNothingOutInSilence) {
    const Recording recording = record(replayOf(
        writeFile("log.csv", "time,note,temp [°C],pressure [hPa],level\n2024-05-01T00:00:00Z,on,20,1013,1\n"
                             "2024-05-01T00:00:01Z,on,OPEN,1014,2\n2024-05-01T00:00:02Z,off,,1015,3\n"
                             "2024-05-01T00:00:03Z,off,,,\n2024-05-01T00:00:04Z,on,21,1016,4\n")));
    const auto count = [&](const char* key) {
        return recording.summary.value(QLatin1String(key)).toInteger(-1);
    };
    EXPECT_EQ(recording.rows.size(), 11);
    EXPECT_EQ(count("columnsLeftOut"), 1);
    EXPECT_EQ(count("rowsLeftOut"), 1);
    EXPECT_EQ(count("empty"), 4);
    EXPECT_EQ(count("noValue"), 1);
    EXPECT_EQ(count("notANumber"), 0);
    EXPECT_TRUE(recording.result.errors.contains("1 rows without a value were left out"))
        << recording.result.errors.toStdString();
    EXPECT_TRUE(recording.result.errors.contains("note")) << "which column is left out";
    QByteArrayList units;
    for (const CsvRow& row : recording.rows) {
        if (!units.contains(row.channel + ' ' + row.unit))
            units.append(row.channel + ' ' + row.unit);
    }
    std::sort(units.begin(), units.end());
    EXPECT_EQ(units.join("; ").toStdString(), "level ; pressure [hPa] hPa; temp °C");
}

TEST_F(ReplayRecordTest, ReadsBackUnitsAndMissingValues) {
    record(replayOf(writeFile("log.csv",
                              "time,temp [°F],pressure [hPa],level\n2024-05-01T00:00:00Z,70.7,1013,1\n"
                              "2024-05-01T00:00:01Z,OPEN,N/A,2\n2024-05-01T00:00:02Z,68,1015,\n")));
    const QByteArray first = readFile(path("record.csv"));
    EXPECT_TRUE(first.contains("noValue"));
    record(replayOf(writeFile("first.csv", first)));
    EXPECT_EQ(readFile(path("record.csv")), first);
}

TEST_F(ReplayRecordTest, RefusesWhatCannotBeRead) {
    const QString missing = path("missing.csv");
    const QString empty = writeFile("empty.csv", {});
    const QString folder = QFileInfo(missing).absolutePath();
    for (const QString& file : {missing, empty, folder}) {
        const ProgramResult result = runCli(
            {QStringLiteral("record"), replayOf(file), QStringLiteral("--summary"), QStringLiteral("-")});
        EXPECT_EQ(result.exitCode, 2) << file.toStdString();
        EXPECT_TRUE(result.errors.contains(file.toUtf8())) << result.errors.toStdString();
    }
}

} // namespace
} // namespace rillscope::test
