// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/RunningStatistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace rillscope {
namespace {

TEST(RunningStatisticsTest, AgreesWithTwoPassesOverRandomValues) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal(1e6, 3.0); // a large offset is what breaks the naive formula
    std::vector<double> values(5'000);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });

    RunningStatistics whole;
    RunningStatistics parts;
    RunningStatistics part;
    for (std::size_t i = 0; i < values.size(); ++i) {
        whole.add(values[i]);
        part.add(values[i]);
        if (i % 777 == 0) {
            parts.merge(part);
            part = {};
        }
    }
    parts.merge(part);

    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 5'000.0;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / 4'999.0);
    for (const RunningStatistics& statistics : {whole, parts}) {
        EXPECT_EQ(statistics.count(), 5'000);
        EXPECT_NEAR(statistics.mean(), mean, 1e-8);
        EXPECT_NEAR(statistics.standardDeviation(), deviation, 1e-8);
        EXPECT_EQ(statistics.minimum(), *std::min_element(values.begin(), values.end()));
        EXPECT_EQ(statistics.maximum(), *std::max_element(values.begin(), values.end()));
    }
}

/// The mean of any values, in a type whose range they cannot leave.
double exactMean(const std::vector<double>& values) {
    const long double sum = std::accumulate(values.begin(), values.end(), 0.0L);
    return static_cast<double>(sum / static_cast<long double>(values.size()));
}

TEST(RunningStatisticsTest, HasAFiniteMeanOfTheLargestValues) {
    constexpr double largest = std::numeric_limits<double>::max();
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937_64 random(seed);
        std::uniform_real_distribution<double> anywhere(-1.0, 1.0);
        RunningStatistics whole;
        RunningStatistics parts;
        RunningStatistics part;
        std::vector<double> values;
        const std::uint64_t count = 2 + random() % 200;
        for (std::uint64_t i = 0; i < count; ++i) {
            const double kind = anywhere(random);
            values.push_back(kind < 0.3 ? (random() % 2 == 0 ? largest : -largest) : kind * largest);
            whole.add(values.back());
            part.add(values.back());
            if (random() % 5 == 0) {
                parts.merge(part);
                part = {};
            }
        }
        parts.merge(part);
        for (const RunningStatistics& statistics : {whole, parts}) {
            ASSERT_NEAR(statistics.mean() / largest, exactMean(values) / largest, 1e-13);
            ASSERT_GE(statistics.mean(), -largest);
            ASSERT_LE(statistics.mean(), largest);
            ASSERT_EQ(statistics.standardDeviation(), std::numeric_limits<double>::infinity());
        }
    }
}

TEST(RunningStatisticsTest, MergesLargeDeviationsWhereTheResultIsADouble) {
    RunningStatistics left(1'000'000, -1e150, 0.0, -1e150, -1e150);
    left.merge(RunningStatistics(1'000'000, 1e150, 0.0, 1e150, 1e150));
    EXPECT_EQ(left.mean(), 0.0);
    EXPECT_NEAR(left.standardDeviation() / 1e150, 1.0, 1e-6);
    RunningStatistics far(1'000, 1e306, 0.0, 1e306, 1e306);
    far.merge(RunningStatistics(1'000'000, 2e306, 0.0, 2e306, 2e306));
    EXPECT_NEAR(far.mean() / 1e306, 2.0, 1e-2) << "the product of a mean and a count is no double here";
}

TEST(RunningStatisticsTest, SaysNotANumberWhenThereIsNothingToSay) {
    RunningStatistics statistics;
    EXPECT_TRUE(std::isnan(statistics.mean()));
    EXPECT_TRUE(std::isnan(statistics.minimum()));
    statistics.add(7.0);
    EXPECT_EQ(statistics.mean(), 7.0);
    EXPECT_TRUE(std::isnan(statistics.standardDeviation()));
}

} // namespace
} // namespace rillscope
