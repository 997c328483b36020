// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/RunningStatistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
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
