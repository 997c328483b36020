// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureVerifier.h"
#include "core/capture/read/CaptureReader.h"
#include "core/capture/read/ResultTables.h"
#include "core/export/CaptureCsv.h"
#include "core/export/ResultCsv.h"
#include "core/pipeline/Account.h"
#include "core/pipeline/EventTable.h"
#include "core/process/definition/DefinitionParser.h"
#include "tests/core/parse/ParseText.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

/// The rows as version 0.1 wrote them: `temperature` was the value whatever it is, and the last column was
/// `quality`.
QByteArray asIn01(const QByteArray& csv) {
    QByteArray rows = "timestamp,temperature,temperature_f,channel,quality\n";
    QList<QByteArray> lines = csv.split('\n');
    EXPECT_EQ(lines.takeFirst(), "timestamp,temperature,temperature_f,channel,quality,value,unit");
    EXPECT_EQ(lines.takeLast(), "");
    for (const QByteArray& line : lines) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() != 7) {
            ADD_FAILURE() << line.toStdString();
            continue;
        }
        EXPECT_EQ(cells.at(1), cells.at(6) == "°C" ? cells.at(5) : QByteArray()) << line.toStdString();
        rows += QList<QByteArray>{cells.at(0), cells.at(5), cells.at(2), cells.at(3), cells.at(4)}.join(',') +
                '\n';
    }
    return rows;
}

/// A capture that rillscope-cli 0.1.0 made of a stream with every mark and with windows and alarms, and the
/// CSV files that it made of it: tests/data/version-0.1. The capture is compressed as qCompress() does it.
class OldCaptureTest : public testing::Test {
protected:
    OldCaptureTest() {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(qUncompress(data("capture.rill.zlib")));
        file.close();
        auto reader = CaptureReader::open(path());
        EXPECT_TRUE(reader) << reader.error().message().toStdString();
        m_reader.emplace(std::move(*reader));
    }

    static QByteArray data(const char* name) {
        return contentsOf(QStringLiteral(RILLSCOPE_TEST_DATA "/version-0.1/") + QLatin1String(name));
    }
    QString path(const char* name = "old.rill") const { return m_folder.filePath(QLatin1String(name)); }
    CaptureReader& reader() { return *m_reader; }

private:
    QTemporaryDir m_folder;
    std::optional<CaptureReader> m_reader;
};

TEST_F(OldCaptureTest, IsSound) {
    const auto verdict = verifyCapture(path(), VerifyDepth::Whole);
    ASSERT_TRUE(verdict) << verdict.error().message().toStdString();
    EXPECT_TRUE(verdict->isGood()) << verdict->fault().english().toStdString();
    EXPECT_EQ(verdict->samples, 108);
}

TEST_F(OldCaptureTest, HasTheSamplesMarksAndResultsThatItHadThen) {
    ASSERT_TRUE(saveCaptureCsv(path(), path("samples.csv")));
    EXPECT_EQ(asIn01(contentsOf(path("samples.csv"))), data("samples.csv"));
    const auto windows = reader().readWindows(1'000);
    ASSERT_TRUE(windows);
    ASSERT_TRUE(saveWindowsCsv(path("windows.csv"), windowResultsOf(*windows, reader().channels())));
    EXPECT_EQ(contentsOf(path("windows.csv")), data("windows.csv"));
    const auto alarms = reader().readAlarms(1'000);
    ASSERT_TRUE(alarms);
    ASSERT_TRUE(saveAlarmsCsv(path("alarms.csv"), alarmTableOf(*alarms)));
    EXPECT_EQ(contentsOf(path("alarms.csv")), data("alarms.csv"));
}

TEST_F(OldCaptureTest, HasACsvThatReadsLikeThatOfToday) {
    ASSERT_TRUE(saveCaptureCsv(path(), path("samples.csv")));
    const auto now = test::parseFile(contentsOf(path("samples.csv")).toStdString());
    const auto then = test::parseFile(data("samples.csv").toStdString());
    EXPECT_EQ(then.block.size(), 108);
    EXPECT_EQ(then.block.malformedCount, 0);
    EXPECT_TRUE(test::isSame(now.block, then.block));
    EXPECT_TRUE(now.block.leftOut.isNone());
    EXPECT_TRUE(then.block.leftOut.isNone());
}

TEST_F(OldCaptureTest, HasTheEventsThatItHadThen) {
    const auto events = reader().readEvents(1'000);
    ASSERT_TRUE(events);
    QStringList told;
    for (const StoredEvent& event : *events) {
        EXPECT_TRUE(eventOfName(event.kind)) << event.kind.toStdString();
        EXPECT_TRUE(valueOf(severityWords, event.severity)) << event.severity.toStdString();
        told.append(event.count > 0 ? event.kind + u' ' + QString::number(event.count) : event.kind);
    }
    EXPECT_EQ(
        told.join(u';').toStdString(),
        "stepLeftOut;started;channelAdded;channelAdded;remark;malformed;alarmRaised;alarmRaised;"
        "alarmRaised;alarmRaised;lateDropped 2;outOfOrder 2;duplicate 1;outOfRange 2;notANumber 1;late 1;"
        "rateOfChange 2;stuck 2;gap 3;farFuture 1;finished 60;captureBegan");
}

TEST_F(OldCaptureTest, HasTheAccountAndThePipelineThatItHadThen) {
    const QJsonObject stored = QJsonDocument::fromJson(reader().info().account.toUtf8()).object();
    const Account account = Account::fromJson(stored);
    EXPECT_TRUE(account.balances());
    QJsonObject expected = stored;
    for (const char* key :
         {"lost", "unknownLosses", "columnsLeftOut", "rowsLeftOut", "empty", "noValue", "doubtfulTime"})
        expected.insert(QLatin1String(key), 0); // not counted then
    EXPECT_EQ(account.toJson(), expected);
    EXPECT_EQ(account.received, 61);
    EXPECT_EQ(account.marked, 12);
    EXPECT_EQ(account.marks[QualityFlag::Gap], 3);
    const auto definition = parseDefinition(reader().info().definition.toUtf8(), QString());
    ASSERT_TRUE(definition);
    EXPECT_EQ(definition->steps.size(), 13);
}

} // namespace
} // namespace rillscope
