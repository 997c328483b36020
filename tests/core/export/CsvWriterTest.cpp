// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvWriter.h"
#include "tests/core/export/CsvReading.h"

#include <QBuffer>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using test::CsvRow;
using DoubleLimits = std::numeric_limits<double>;

std::string writeToText(const SampleHistory& history, const CsvRange& range = {}) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<CsvRows> rows = writeCsv(buffer, history, range, {}, {});
    EXPECT_TRUE(rows);
    const std::string text = buffer.data().toStdString();
    EXPECT_EQ(rows.value_or(CsvRows{-1, -1}).written, static_cast<qint64>(test::splitCsv(text).size()) - 2);
    return text;
}

std::string columnOf(const std::string& text, std::string CsvRow::*cell) {
    std::string joined;
    for (const CsvRow& row : test::readRows(text))
        joined += (joined.empty() ? "" : " ") + row.*cell;
    return joined;
}

Timestamp at(std::int64_t milliseconds) {
    return Timestamp(std::chrono::milliseconds(milliseconds));
}

TEST(CsvWriterTest, WritesTheDocumentedForm) {
    SampleHistory history;
    history.addChannel({QStringLiteral("inlet"), Unit::Fahrenheit});
    history.addChannel({QStringLiteral("fan"), Unit::None, ChannelKind::Raw, QStringLiteral("rpm")});
    history.addChannel({QStringLiteral("level"), Unit::None});
    history.append({0, at(1'672'531'200'000), 20.0, {}});
    history.append({1, at(1'672'531'200'125), 1'500.0, QualityFlag::Duplicate});
    history.append({2, at(1'672'531'200'250), 0.5, QualityFlag::NoValue});
    history.append({0, at(1'672'531'199'000), -300.0, QualityFlag::OutOfOrder | QualityFlag::OutOfRange});
    EXPECT_EQ(writeToText(history), "timestamp,temperature,temperature_f,channel,quality,value,unit\n"
                                    "2023-01-01T00:00:00Z,20,68,inlet,good,20,°C\n"
                                    "2022-12-31T23:59:59Z,-300,-508,inlet,outOfOrder+outOfRange,-300,°C\n"
                                    "2023-01-01T00:00:00.125Z,,,fan,duplicate,1500,rpm\n"
                                    "2023-01-01T00:00:00.250Z,,,level,noValue,0.5,\n");
}

TEST(CsvWriterTest, WritesTheHeaderOfNothing) {
    EXPECT_EQ(writeToText(SampleHistory()),
              "timestamp,temperature,temperature_f,channel,quality,value,unit\n");
}

TEST(CsvWriterTest, WritesValuesThatAreNoNumbers) {
    SampleHistory history;
    history.addChannel({QStringLiteral("t"), Unit::Celsius});
    for (const double value : {DoubleLimits::quiet_NaN(), -DoubleLimits::quiet_NaN(),
                               DoubleLimits::infinity(), -DoubleLimits::infinity()})
        history.append({0, at(0), value, QualityFlag::NotANumber});
    EXPECT_EQ(columnOf(writeToText(history), &CsvRow::temperature), "nan nan inf -inf");
    EXPECT_EQ(columnOf(writeToText(history), &CsvRow::fahrenheit), "nan nan inf -inf");
}

TEST(CsvWriterTest, GivesEveryNumberAndTimeBackToTheBit) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    const auto& samples = history.channel(0);
    for (const double value : {0.0, -0.0, DoubleLimits::min(), DoubleLimits::denorm_min(), 0.1, 1e23, 1e22})
        history.append({0, at(samples.size()), value, {}});
    while (samples.size() < 20'000) {
        const double value = std::bit_cast<double>(random()); // every exponent
        if (std::isfinite(value) && std::abs(value) < 1e300)
            history.append({0, fromNanoseconds(static_cast<std::int64_t>(random()) / 4), value, {}});
    }
    const std::vector<CsvRow> rows = test::readRows(writeToText(history));
    ASSERT_EQ(rows.size(), 20'000U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double value = samples.value(static_cast<std::int64_t>(i));
        ASSERT_EQ(parseRfc3339(rows[i].timestamp), samples.eventTime(static_cast<std::int64_t>(i)));
        ASSERT_EQ(std::bit_cast<std::uint64_t>(test::toDouble(rows[i].temperature)),
                  std::bit_cast<std::uint64_t>(value));
        ASSERT_EQ(rows[i].value, rows[i].temperature);
        ASSERT_EQ(test::toDouble(rows[i].fahrenheit), value * 9.0 / 5.0 + 32.0);
    }
}

TEST(CsvWriterTest, KeepsTheOrderOfChannelsInStep) {
    SampleHistory history;
    std::string expected;
    for (const char16_t* name : {u"a", u"b", u"c"})
        history.addChannel({QString::fromUtf16(name), Unit::Celsius});
    const std::int64_t times[] = {5, 7, 6, 9, 3, 9, 11}; // time goes back, for all of them
    for (const std::int64_t time : times) {
        for (ChannelIndex channel = 0; channel < 3; ++channel) {
            history.append({channel, at(time), 0.0, {}});
            expected += (expected.empty() ? "" : " ") + history.info(channel).name.toStdString();
        }
    }
    const std::string text = writeToText(history);
    std::vector<std::string> timeOfA;
    for (const CsvRow& row : test::readRows(text)) {
        if (row.channel == "a")
            timeOfA.push_back(row.timestamp);
    }
    ASSERT_EQ(timeOfA.size(), std::size(times));
    for (std::size_t i = 0; i < timeOfA.size(); ++i)
        EXPECT_EQ(parseRfc3339(timeOfA[i]), at(times[i]));
    EXPECT_EQ(columnOf(text, &CsvRow::channel), expected);
}

TEST(CsvWriterTest, MergesChannelsOfDifferentRatesByTime) {
    SampleHistory history;
    history.addChannel({QStringLiteral("slow"), Unit::Celsius});
    history.addChannel({QStringLiteral("fast"), Unit::Celsius});
    history.addChannel({QStringLiteral("silent"), Unit::Celsius});
    for (int i = 0; i < 3; ++i)
        history.append({0, at(i * 1'000), 1.0, {}});
    for (int i = 0; i < 6; ++i)
        history.append({1, at(i * 400 + 1), 2.0, {}});
    EXPECT_EQ(columnOf(writeToText(history), &CsvRow::channel),
              "slow fast fast fast slow fast fast slow fast");
}

TEST(CsvWriterTest, WritesOnlyTheRangeBothEndsIncluded) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    for (const int time : {10, 20, 15, 30, 5})
        history.append({0, at(time), time * 1.0, {}});
    EXPECT_EQ(columnOf(writeToText(history, {at(10), at(20)}), &CsvRow::temperature), "10 20 15");
    EXPECT_EQ(columnOf(writeToText(history, {at(31), at(99)}), &CsvRow::temperature), "");
}

TEST(CsvWriterTest, GivesChannelNamesOfAnyKindBack) {
    SampleHistory history;
    const QStringList names{QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("a,\"b\"\nc"),
                            QStringLiteral("")};
    for (const QString& name : names) {
        const ChannelIndex channel = history.addChannel({name, Unit::Celsius});
        history.append({channel, at(channel), 1.0, {}});
    }
    const std::vector<CsvRow> rows = test::readRows(writeToText(history));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].channel, "'" + names[0].toStdString());
    EXPECT_EQ(rows[1].channel, names[1].toStdString());
    EXPECT_EQ(rows[2].channel, "");
}

TEST(CsvWriterTest, ReportsProgressUpToTheEnd) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    for (int i = 0; i < 30'000; ++i)
        history.append({0, at(i), 1.0, {}});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::vector<qint64> reported;
    ASSERT_TRUE(writeCsv(buffer, history, {}, {}, [&reported](qint64 done, qint64 all) {
        EXPECT_EQ(all, 30'000);
        reported.push_back(done);
    }));
    EXPECT_GE(reported.size(), 4U);
    EXPECT_TRUE(std::is_sorted(reported.begin(), reported.end()));
    EXPECT_EQ(reported.back(), 30'000);
}

} // namespace
} // namespace rillscope
