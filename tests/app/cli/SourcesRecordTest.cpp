// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace rillscope::test {
namespace {

/// rillscope-cli with several sources.
class SourcesRecordTest : public RecordFixture {
protected:
    /// Plays a file of one channel: a sample a second from `first` on.
    QString replayOf(const char* name, int first, int count) const {
        QByteArray text = "time,oven\n";
        for (int i = first; i < first + count; ++i)
            text += QByteArray::number(1'700'000'000 + i) + ',' + QByteArray::number(i % 50) + '\n';
        return QStringLiteral("replay:%1?speed=max").arg(writeFile(name, text));
    }

    static std::map<QByteArray, int> rowsByChannel(const QList<CsvRow>& rows) {
        std::map<QByteArray, int> counts;
        for (const CsvRow& row : rows)
            ++counts[row.channel];
        return counts;
    }
};

TEST_F(SourcesRecordTest, RecordsThemSideBySideWithTheirNames) {
    const Recording recording =
        record(replayOf("a.csv", 0, 300),
               {replayOf("b.csv", 100, 200), replayOf("c.csv", 0, 50) + QStringLiteral("&name=cellar")});
    EXPECT_EQ(rowsByChannel(recording.rows),
              (std::map<QByteArray, int>{{"oven", 300}, {"b.csv/oven", 200}, {"cellar/oven", 50}}));
    const QJsonArray sources = recording.summary.value(QStringLiteral("sources")).toArray();
    ASSERT_EQ(sources.size(), 3);
    EXPECT_EQ(sources.at(1).toObject().value(QStringLiteral("name")), QStringLiteral("b.csv"));
    EXPECT_EQ(sources.at(1).toObject().value(QStringLiteral("recorded")), 200);
}

TEST_F(SourcesRecordTest, GivesTheFirstANameWhenAsked) {
    const Recording recording = record(replayOf("a.csv", 0, 10) + QStringLiteral("&name=hall"));
    EXPECT_EQ(rowsByChannel(recording.rows), (std::map<QByteArray, int>{{"hall/oven", 10}}));
}

TEST_F(SourcesRecordTest, StopsNoneForOneThatFailsAndTellsByTheExitCode) {
    const QString missing = QStringLiteral("tail:") + path("missing.csv");
    const ProgramResult result =
        runCli({QStringLiteral("record"), missing, QStringLiteral("sim:normal?seed=1&rate=1000"),
                QStringLiteral("--count=500"), QStringLiteral("--no-capture"), QStringLiteral("--csv"),
                path("record.csv")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.errors.contains("missing.csv")) << result.errors.toStdString();
    EXPECT_EQ(readCsvTable(readFile(path("record.csv"))).size(), 500);
}

TEST_F(SourcesRecordTest, WaitsWithTheWindowsForTheSlowestFile) {
    const QString pipeline =
        writeFile("pipeline.toml", "format = 1\n[event_time]\nout_of_orderness = \"1s\"\n"
                                   "[[step]]\nkind = \"tumble\"\nname = \"ten\"\n"
                                   "size = \"10s\"\naggregates = [\"count\"]\n");
    const Recording recording = record(
        replayOf("a.csv", 0, 20'000), {replayOf("b.csv", 0, 20'000), QStringLiteral("--pipeline"), pipeline});
    const QJsonObject windows = recording.summary.value(QStringLiteral("windows")).toObject();
    EXPECT_EQ(windows.value(QStringLiteral("lateDropped")), 0);
    EXPECT_EQ(windows.value(QStringLiteral("emitted")), 4'000);
}

} // namespace
} // namespace rillscope::test
