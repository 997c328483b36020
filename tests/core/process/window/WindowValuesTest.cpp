// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowOperator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

const QList<Aggregate> allAggregates{
    Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean, Aggregate::StandardDeviation,
    Aggregate::First, Aggregate::Last,    Aggregate::P50,     Aggregate::P90,  Aggregate::P99};

struct Measurement {
    Duration time;
    double value;
};

WindowRow onlyRow(const WindowSettings& settings, const std::vector<Measurement>& measurements) {
    WindowOperator windows(settings);
    for (const Measurement& measurement : measurements)
        windows.add(0, Timestamp{measurement.time}, measurement.value);
    std::vector<WindowRow> rows;
    windows.finish(rows);
    EXPECT_EQ(rows.size(), 1U);
    return rows.empty() ? WindowRow{} : rows.front();
}

WindowRow inOneSecond(const std::vector<Measurement>& measurements) {
    return onlyRow(TumblingWindow{seconds(1), {}, allAggregates}, measurements);
}

TEST(WindowValuesTest, WorksOutEachAggregate) {
    const WindowRow row = inOneSecond(
        {{milliseconds(1), 2.0}, {milliseconds(2), 4.0}, {milliseconds(3), 4.0}, {milliseconds(4), 6.0}});
    EXPECT_EQ(row.value(Aggregate::Count), 4.0);
    EXPECT_EQ(row.value(Aggregate::Minimum), 2.0);
    EXPECT_EQ(row.value(Aggregate::Maximum), 6.0);
    EXPECT_EQ(row.value(Aggregate::Mean), 4.0);
    EXPECT_DOUBLE_EQ(row.value(Aggregate::StandardDeviation), std::sqrt(8.0 / 3.0));
    EXPECT_EQ(row.value(Aggregate::First), 2.0);
    EXPECT_EQ(row.value(Aggregate::Last), 6.0);
    EXPECT_EQ(row.value(Aggregate::P50), 4.0);
    EXPECT_DOUBLE_EQ(row.value(Aggregate::P90), 5.4);
    EXPECT_DOUBLE_EQ(row.value(Aggregate::P99), 5.94);
}

TEST(WindowValuesTest, CountsRowsButTakesNotANumberForNull) {
    const WindowRow row =
        inOneSecond({{milliseconds(1), notANumber}, {milliseconds(2), 5.0}, {milliseconds(3), -infinite}});
    EXPECT_EQ(row.value(Aggregate::Count), 3.0);
    for (const Aggregate aggregate : {Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean,
                                      Aggregate::First, Aggregate::Last, Aggregate::P50, Aggregate::P99})
        EXPECT_EQ(row.value(aggregate), 5.0);
    EXPECT_TRUE(std::isnan(row.value(Aggregate::StandardDeviation))) << "one value has no deviation";
    const WindowRow empty = inOneSecond({{milliseconds(1), notANumber}, {milliseconds(2), infinite}});
    EXPECT_EQ(empty.value(Aggregate::Count), 2.0);
    for (const Aggregate aggregate : allAggregates.mid(1))
        EXPECT_TRUE(std::isnan(empty.value(aggregate)));
}

TEST(WindowValuesTest, HasAFiniteMeanOfTheLargestValues) {
    const WindowRow row = inOneSecond({{milliseconds(1), 1.5e308},
                                       {milliseconds(2), -1.5e308},
                                       {milliseconds(3), 1.5e308},
                                       {milliseconds(4), 1.5e308}});
    EXPECT_DOUBLE_EQ(row.value(Aggregate::Mean), 0.75e308);
    EXPECT_EQ(row.value(Aggregate::StandardDeviation), infinite);
    EXPECT_EQ(row.value(Aggregate::P50), 1.5e308);
    EXPECT_EQ(row.value(Aggregate::First), 1.5e308);
}

TEST(WindowValuesTest, HasAFiniteMeanOfTheLargestValuesInManySlices) {
    std::vector<Measurement> measurements;
    for (int i = 0; i < 100; ++i)
        measurements.push_back({milliseconds(i), i % 2 == 0 ? 1.5e308 : -1.5e308});
    const HoppingWindow hopping{seconds(1), milliseconds(10), {}, allAggregates};
    WindowOperator windows{WindowSettings(hopping)};
    for (const Measurement& measurement : measurements)
        windows.add(0, Timestamp{measurement.time}, measurement.value);
    std::vector<WindowRow> rows;
    windows.finish(rows);
    ASSERT_FALSE(rows.empty());
    for (const WindowRow& row : rows)
        EXPECT_LE(std::abs(row.value(Aggregate::Mean)), 1e295) << "half of them are above";
}

TEST(WindowValuesTest, SaysNullForWhatItWasNotAskedFor) {
    const WindowRow row =
        onlyRow(TumblingWindow{seconds(1), {}, {Aggregate::Maximum}}, {{milliseconds(1), 5.0}});
    EXPECT_EQ(row.value(Aggregate::Maximum), 5.0);
    EXPECT_TRUE(std::isnan(row.value(Aggregate::Count)));
    EXPECT_TRUE(std::isnan(row.value(Aggregate::P50)));
}

TEST(WindowValuesTest, FirstAndLastGoByEventTimeThenByArrival) {
    const WindowRow row = inOneSecond({{milliseconds(5), 1.0},
                                       {milliseconds(5), 2.0},
                                       {milliseconds(2), 3.0},
                                       {milliseconds(2), 4.0},
                                       {milliseconds(1), notANumber}});
    EXPECT_EQ(row.value(Aggregate::First), 3.0);
    EXPECT_EQ(row.value(Aggregate::Last), 2.0);
    const WindowRow fine = inOneSecond({{Duration(200), 1.0}, {Duration(100), 2.0}, {Duration(150), 3.0}});
    EXPECT_EQ(fine.value(Aggregate::First), 2.0) << "windows are cut at milliseconds, samples are not";
    EXPECT_EQ(fine.value(Aggregate::Last), 1.0);
}

TEST(WindowValuesTest, IsExactToAHundredThousandSamplesAndSaysSoBeyond) {
    for (const int count : {100'000, 100'001, 300'000}) {
        std::mt19937_64 random(42);
        WindowOperator windows(TumblingWindow{seconds(1'000), {}, allAggregates});
        std::vector<double> values;
        for (int i = 0; i < count; ++i) {
            values.push_back(static_cast<double>(random() % 10'000'000));
            windows.add(0, Timestamp{milliseconds(i)}, values.back());
        }
        std::vector<WindowRow> rows;
        windows.finish(rows);
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0].rankError == 0, count == 100'000);
        EXPECT_LT(static_cast<double>(rows[0].rankError), 0.000'6 * count);
        std::ranges::sort(values);
        const auto rank =
            std::lower_bound(values.begin(), values.end(), rows[0].value(Aggregate::P99)) - values.begin();
        EXPECT_NEAR(static_cast<double>(rank), 0.99 * (count - 1),
                    static_cast<double>(rows[0].rankError) + 1);
        EXPECT_EQ(rows[0].value(Aggregate::Maximum), values.back());
    }
}

TEST(WindowValuesTest, AddsUpTheSketchesOfTheSlicesOfAHop) {
    std::mt19937_64 random(42);
    WindowOperator windows(HoppingWindow{seconds(400), seconds(100), {}, allAggregates});
    WindowOperator slices(TumblingWindow{seconds(100), {}, allAggregates});
    std::vector<double> values;
    for (int i = 0; i < 400'000; ++i) {
        if (i >= 100'000 && i < 150'000)
            continue; // one slice stays exact
        // The slices are of different values, so that a window must weigh them.
        values.push_back(static_cast<double>(random() % 1'000'000 + static_cast<std::uint64_t>(i / 1'000)));
        for (int twice = 0; twice < 2; ++twice) {
            windows.add(0, Timestamp{milliseconds(i)}, values.back());
            slices.add(0, Timestamp{milliseconds(i)}, values.back());
        }
    }
    std::vector<WindowRow> rows;
    windows.finish(rows);
    std::vector<WindowRow> parts;
    slices.finish(parts);
    ASSERT_EQ(rows.size(), 7U);
    const WindowRow& full = rows[3];
    EXPECT_EQ(full.value(Aggregate::Count), 700'000.0);
    std::int64_t rankError = 0;
    for (const WindowRow& part : parts)
        rankError += part.rankError;
    EXPECT_EQ(full.rankError, rankError);
    EXPECT_LT(full.rankError, 420);
    std::ranges::sort(values);
    const auto rank =
        2 * (std::lower_bound(values.begin(), values.end(), full.value(Aggregate::P90)) - values.begin());
    EXPECT_NEAR(static_cast<double>(rank), 0.9 * 699'999, static_cast<double>(full.rankError) + 2.0);
}

TEST(WindowValuesTest, AddsUpTheSketchesOfSessionsThatMerge) {
    WindowOperator windows(SessionWindow{seconds(1), allAggregates});
    std::vector<double> values;
    for (const int start : {1'000'000, 0}) {
        for (int i = 0; i < 150'000; ++i) {
            values.push_back(static_cast<double>((start + i) * 7'919LL % 1'000'003));
            windows.add(0, Timestamp{milliseconds(start + i)}, values.back());
        }
    }
    for (int i = 150'000; i < 1'000'000; i += 1'000) {
        values.push_back(static_cast<double>(i));
        windows.add(0, Timestamp{milliseconds(i)}, values.back());
    }
    std::vector<WindowRow> rows;
    windows.finish(rows);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].value(Aggregate::Count), static_cast<double>(values.size()));
    EXPECT_EQ(rows[0].value(Aggregate::First), 0.0);
    EXPECT_EQ(rows[0].value(Aggregate::Last), values[149'999]);
    std::ranges::sort(values);
    const auto rank =
        std::lower_bound(values.begin(), values.end(), rows[0].value(Aggregate::P50)) - values.begin();
    EXPECT_NEAR(static_cast<double>(rank), 0.5 * static_cast<double>(values.size() - 1),
                static_cast<double>(rows[0].rankError) + 1.0);
}

} // namespace
} // namespace rillscope
