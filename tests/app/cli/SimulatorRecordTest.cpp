// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/RunningStatistics.h"
#include "tests/app/cli/RecordFixture.h"

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

using SimulatorRecordTest = RecordFixture;

const QString seeded = QStringLiteral("sim:normal?mean=20&sd=5&interval=1ms..5ms&seed=7&speed=max");
const QStringList twentyThousand{QStringLiteral("--count"), QStringLiteral("20000")};

TEST_F(SimulatorRecordTest, ASeedRepeatsValuesAndIntervalsToTheBit) {
    const QList<CsvRow> first = record(seeded, twentyThousand).rows;
    const QList<CsvRow> second = record(seeded, twentyThousand).rows;
    ASSERT_EQ(first.size(), 20'000);
    ASSERT_EQ(second.size(), 20'000);
    for (qsizetype i = 0; i < first.size(); ++i) {
        ASSERT_EQ(first.at(i).value, second.at(i).value) << "row " << i;
        ASSERT_EQ(first.at(i).time - first.at(0).time, second.at(i).time - second.at(0).time) << "row " << i;
    }
}

TEST_F(SimulatorRecordTest, AnotherSeedIsAnotherStream) {
    const QStringList ten{QStringLiteral("--count"), QStringLiteral("10")};
    const QList<CsvRow> seven = record(QStringLiteral("sim:normal?seed=7&speed=max"), ten).rows;
    const QList<CsvRow> eight = record(QStringLiteral("sim:normal?seed=8&speed=max"), ten).rows;
    ASSERT_EQ(seven.size(), 10);
    ASSERT_EQ(eight.size(), 10);
    EXPECT_NE(seven.at(0).value, eight.at(0).value);
}

TEST_F(SimulatorRecordTest, DrawsFromTheDistributionThatWasAskedFor) {
    RunningStatistics statistics;
    const Recording recording = record(seeded, twentyThousand);
    for (const CsvRow& row : recording.rows)
        statistics.add(row.value);
    EXPECT_NEAR(statistics.mean(), 20.0, 0.15);
    EXPECT_NEAR(statistics.standardDeviation(), 5.0, 0.15);
}

TEST_F(SimulatorRecordTest, KeepsEveryIntervalWithinItsBounds) {
    const QList<CsvRow> rows = record(seeded, twentyThousand).rows;
    ASSERT_EQ(rows.size(), 20'000);
    Duration shortest = Duration::max();
    Duration longest = Duration::min();
    for (qsizetype i = 1; i < rows.size(); ++i) {
        shortest = std::min(shortest, rows.at(i).time - rows.at(i - 1).time);
        longest = std::max(longest, rows.at(i).time - rows.at(i - 1).time);
    }
    EXPECT_GE(shortest, 1ms);
    EXPECT_LE(longest, 5ms);
    EXPECT_GT(longest - shortest, 3ms) << "the intervals are hardly random";
}

TEST_F(SimulatorRecordTest, WritesFahrenheitBesideCelsiusToTheBit) {
    const Recording recording = record(seeded, twentyThousand);
    for (const CsvRow& row : recording.rows)
        ASSERT_EQ(row.fahrenheit, row.value * 9.0 / 5.0 + 32.0) << row.value;
}

TEST_F(SimulatorRecordTest, MakesTheClassicDataSet) {
    const QList<CsvRow> rows =
        record(QStringLiteral("sim:normal?mean=20&sd=5&interval=1s&start=2023-01-01T00:00:00Z&speed=max"),
               {QStringLiteral("--count"), QStringLiteral("100")})
            .rows;
    ASSERT_EQ(rows.size(), 100);
    const Timestamp start{std::chrono::sys_days{std::chrono::year{2023} / 1 / 1}};
    for (qsizetype i = 0; i < rows.size(); ++i)
        ASSERT_EQ(rows.at(i).time, start + std::chrono::seconds(i)) << "row " << i;
    EXPECT_TRUE(readFile(path("record.csv")).contains("\n2023-01-01T00:01:39Z,"));
}

TEST_F(SimulatorRecordTest, CountsTheSamplesOfAllChannels) {
    const Recording recording = record(QStringLiteral("sim:uniform?channels=4&seed=1&speed=max"),
                                       {QStringLiteral("--count"), QStringLiteral("1001")});
    EXPECT_EQ(recording.rows.size(), 1001);
    EXPECT_EQ(recording.summary.value(QStringLiteral("dropped")).toInteger(-1), 0);
    QList<QByteArray> channels;
    for (const CsvRow& row : recording.rows) {
        if (!channels.contains(row.channel))
            channels.append(row.channel);
    }
    EXPECT_EQ(channels.size(), 4);
}

TEST_F(SimulatorRecordTest, CountsExactlyWhereverBlocksEnd) {
    for (const int count : {1, 8'191, 8'192, 8'193, 100'000}) {
        const Recording recording = record(QStringLiteral("sim:normal?channels=4&seed=1&speed=max"),
                                           {QStringLiteral("--count"), QString::number(count)});
        EXPECT_EQ(recording.rows.size(), count);
        EXPECT_EQ(recording.summary.value(QStringLiteral("received")).toInteger(-1), count);
    }
}

TEST_F(SimulatorRecordTest, TakesADurationThatNoTimerCanCount) {
    // 2^32 + 1 milliseconds
    const Recording recording = record(QStringLiteral("sim:normal?rate=1000"),
                                       {QStringLiteral("--duration"), QStringLiteral("4294967297ms"),
                                        QStringLiteral("--count"), QStringLiteral("300")});
    EXPECT_EQ(recording.rows.size(), 300);
}

TEST_F(SimulatorRecordTest, StopsByItselfAfterItsDuration) {
    const Recording recording = record(QStringLiteral("sim:normal?rate=1000"),
                                       {QStringLiteral("--duration"), QStringLiteral("500ms")});
    EXPECT_GT(recording.rows.size(), 0);
    EXPECT_GT(recording.summary.value(QStringLiteral("samplesPerSecond")).toDouble(), 0.0);
}

} // namespace
} // namespace rillscope::test
