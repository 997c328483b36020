// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WeightedRun.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using Values = std::vector<double>;

double percentileOf(const Values& sorted, double fraction) {
    const std::vector<WeightedRun> runs{{sorted.data(), sorted.data() + sorted.size(), 1}};
    return percentile(runs, fraction);
}

double expected(Values values, double fraction) {
    std::ranges::sort(values);
    const double position = fraction * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const auto above = static_cast<std::size_t>(std::ceil(position));
    return values[below] + (position - std::floor(position)) * (values[above] - values[below]);
}

TEST(PercentileTest, InterpolatesBetweenTheTwoSamplesBesideIt) {
    EXPECT_TRUE(std::isnan(percentile({}, 0.5)));
    EXPECT_EQ(percentileOf({7.0}, 0.99), 7.0);
    EXPECT_EQ(percentileOf({1.0, 2.0}, 0.5), 1.5);
    EXPECT_DOUBLE_EQ(percentileOf({10.0, 20.0, 30.0, 40.0}, 0.9), 37.0);
    EXPECT_EQ(percentileOf({10.0, 20.0, 30.0}, 0.5), 20.0);
    EXPECT_EQ(percentileOf({10.0, 20.0, 30.0}, 0.0), 10.0);
    EXPECT_EQ(percentileOf({10.0, 20.0, 30.0}, 1.0), 30.0);
}

TEST(PercentileTest, StaysFiniteBetweenTheEndsOfTheRange) {
    constexpr double greatest = std::numeric_limits<double>::max();
    EXPECT_EQ(percentileOf({-greatest, greatest}, 0.5), 0.0);
    EXPECT_TRUE(std::isfinite(percentileOf({-greatest, greatest}, 0.9)));
    EXPECT_EQ(percentileOf({greatest, greatest}, 0.9), greatest);
}

TEST(PercentileTest, AgreesWithSortingWhateverTheRunsAndWeights) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<Values> parts(1 + random() % 8);
        std::vector<WeightedRun> runs;
        Values all;
        for (Values& part : parts) {
            part.resize(random() % 12);
            for (double& value : part)
                value = static_cast<double>(random() % 16) - 8.0;
            std::ranges::sort(part);
            const std::int64_t weight = std::int64_t{1} << (random() % 4);
            runs.push_back({part.data(), part.data() + part.size(), weight});
            for (const double value : part)
                all.insert(all.end(), static_cast<std::size_t>(weight), value);
        }
        for (const double fraction : {0.0, 0.25, 0.5, 0.9, 0.99, 1.0}) {
            if (all.empty())
                ASSERT_TRUE(std::isnan(percentile(runs, fraction)));
            else
                ASSERT_NEAR(percentile(runs, fraction), expected(all, fraction), 1e-12);
        }
    }
}

TEST(PercentileTest, IsQuickOnManyRunsOfOneRisingValueEach) {
    Values values(10'000);
    std::vector<WeightedRun> runs;
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<double>(i);
        runs.push_back({&values[i], &values[i] + 1, 1});
    }
    EXPECT_DOUBLE_EQ(percentile(runs, 0.5), 4'999.5);
    EXPECT_DOUBLE_EQ(percentile(runs, 0.99), 9'899.01);
}

} // namespace
} // namespace rillscope
