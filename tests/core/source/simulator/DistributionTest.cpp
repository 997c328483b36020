// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/Distribution.h"

#include "core/base/RunningStatistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr int drawCount = 1'000'000;

RunningStatistics statisticsOf(const DistributionParameters& parameters, Duration step) {
    RandomGenerator random(2026);
    Distribution distribution(parameters);
    RunningStatistics statistics;
    for (int i = 0; i < drawCount; ++i)
        statistics.add(distribution.next(random, Timestamp{i * step}));
    return statistics;
}

TEST(DistributionTest, HasTheMomentsOfTheory) {
    struct Case {
        DistributionParameters parameters;
        double kurtosis; ///< decides how far the standard deviation of a sample strays
        Moments moments;
    };
    // The step is no fraction of the day's cycle that repeats soon.
    const std::vector<Case> cases{
        {NormalParameters{}, 3.0, {20.0, 5.0}},
        {UniformParameters{}, 1.8, {20.0, 20.0 / std::sqrt(12.0)}},
        {ExponentialParameters{}, 9.0, {20.0, 5.0}},
        {DailyCycleParameters{20.0, 8.0, 24h, 3.0}, 3.0, {20.0, std::sqrt(32.0 + 9.0)}},
    };
    for (const Case& expected : cases) {
        const auto [mean, deviation] = momentsOf(expected.parameters);
        EXPECT_DOUBLE_EQ(mean, expected.moments.mean);
        EXPECT_DOUBLE_EQ(deviation, expected.moments.standardDeviation);
        const RunningStatistics found = statisticsOf(expected.parameters, std::chrono::seconds(977));
        EXPECT_NEAR(found.mean(), mean, 4.0 * deviation / std::sqrt(drawCount))
            << expected.parameters.index();
        const double tolerance = 4.0 * deviation * std::sqrt((expected.kurtosis - 1.0) / 4.0 / drawCount);
        EXPECT_NEAR(found.standardDeviation(), deviation, tolerance) << expected.parameters.index();
    }
}

TEST(DistributionTest, StaysWithinItsBounds) {
    const RunningStatistics uniform = statisticsOf(UniformParameters{-3.0, 7.0}, std::chrono::seconds(1));
    EXPECT_GE(uniform.minimum(), -3.0);
    EXPECT_LT(uniform.maximum(), 7.0);
    EXPECT_NEAR(uniform.minimum(), -3.0, 1e-3);
    EXPECT_NEAR(uniform.maximum(), 7.0, 1e-3);
    EXPECT_GE(statisticsOf(ExponentialParameters{15.0, 5.0}, std::chrono::seconds(1)).minimum(), 15.0);
}

TEST(DistributionTest, IsConstantWithoutSpread) {
    for (const DistributionParameters& parameters :
         {DistributionParameters{NormalParameters{21.5, 0.0}},
          DistributionParameters{ExponentialParameters{21.5, 0.0}},
          DistributionParameters{RandomWalkParameters{21.5, 0.0, 30s}},
          DistributionParameters{DailyCycleParameters{21.5, 0.0, 1min, 0.0}}}) {
        const RunningStatistics found = statisticsOf(parameters, std::chrono::seconds(1));
        EXPECT_EQ(found.minimum(), 21.5);
        EXPECT_EQ(found.maximum(), 21.5);
    }
}

TEST(DistributionTest, WalksAsAnOrnsteinUhlenbeckProcessForAnyInterval) {
    const RandomWalkParameters parameters{20.0, 3.0, 30s};
    EXPECT_EQ(momentsOf(parameters).standardDeviation, 3.0);
    for (const double stepSeconds : {0.3, 10.0, 30.0, 300.0}) {
        RandomGenerator random(5);
        Distribution walk(parameters);
        const auto step = Duration{std::llround(stepSeconds * 1e9)};
        const double correlation = std::exp(-stepSeconds / toSeconds(parameters.relaxation));
        RunningStatistics statistics;
        RunningStatistics innovations; // what a step adds beyond relaxation: independent, of known size
        double previous = walk.next(random, Timestamp{}) - parameters.mean;
        for (int i = 1; i < drawCount; ++i) {
            const double value = walk.next(random, Timestamp{i * step}) - parameters.mean;
            statistics.add(value);
            innovations.add(value - correlation * previous);
            previous = value;
        }
        const double expected = 3.0 * std::sqrt(1.0 - correlation * correlation);
        EXPECT_NEAR(innovations.mean(), 0.0, 4.0 * expected / std::sqrt(drawCount)) << stepSeconds;
        EXPECT_NEAR(innovations.standardDeviation(), expected, 4.0 * expected / std::sqrt(2.0 * drawCount));
        // Neighbours are alike: it takes (1 + c) / (1 - c) samples to make one independent.
        const double independent = drawCount * (1.0 - correlation) / (1.0 + correlation);
        EXPECT_NEAR(statistics.mean(), 0.0, 4.0 * 3.0 / std::sqrt(independent)) << stepSeconds;
        EXPECT_NEAR(statistics.standardDeviation(), 3.0, 4.0 * 3.0 / std::sqrt(independent)) << stepSeconds;
    }
}

TEST(DistributionTest, WalksTheSameWayInOneStepAsInTwo) {
    // Over 10 s + 20 s, the correlation with the beginning is that of 30 s.
    RandomGenerator random(6);
    double sum = 0.0;
    constexpr int count = 200'000;
    for (int i = 0; i < count; ++i) {
        Distribution walk(RandomWalkParameters{0.0, 1.0, 30s});
        const double first = walk.next(random, Timestamp{});
        walk.next(random, Timestamp{std::chrono::seconds(10)});
        sum += first * walk.next(random, Timestamp{std::chrono::seconds(30)});
    }
    EXPECT_NEAR(sum / count, std::exp(-1.0), 4.0 * std::sqrt(2.0 / count));
}

TEST(DistributionTest, MovesAWalkWithItsParameters) {
    RandomGenerator random(8);
    Distribution walk(RandomWalkParameters{20.0, 1.0, 1'000'000s});
    const double before = walk.next(random, Timestamp{});
    walk.setParameters(RandomWalkParameters{50.0, 2.0, 1'000'000s});
    // Relaxing over 11 days, it is still where it was, in standard deviations from the mean.
    EXPECT_NEAR(walk.next(random, Timestamp{std::chrono::microseconds(1)}), 50.0 + 2.0 * (before - 20.0),
                1e-3);
}

TEST(DistributionTest, FollowsEventTimeThroughTheDay) {
    RandomGenerator random(9);
    Distribution day(DailyCycleParameters{20.0, 8.0, 24h, 0.0});
    const auto midnight = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    EXPECT_NEAR(day.next(random, midnight), 20.0, 1e-12);
    EXPECT_NEAR(day.next(random, midnight + std::chrono::hours(6)), 28.0, 1e-12);
    EXPECT_NEAR(day.next(random, midnight + std::chrono::hours(12)), 20.0, 1e-12);
    EXPECT_NEAR(day.next(random, midnight + std::chrono::hours(18)), 12.0, 1e-12);
    const Timestamp beforeTheEpoch = Timestamp{} - std::chrono::hours(18);
    EXPECT_NEAR(day.next(random, beforeTheEpoch), 28.0, 1e-12);
}

TEST(DistributionTest, KeepsThePhaseOfAShortPeriodFarFromTheEpoch) {
    RandomGenerator random(10);
    Distribution cycle(DailyCycleParameters{0.0, 1.0, 1ms, 0.0});
    const auto start = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    for (int i = 0; i < 1'000; ++i)
        EXPECT_NEAR(cycle.next(random, start + Duration{i * 1'000}),
                    std::sin(2.0 * std::numbers::pi * i / 1'000.0), 1e-12);
}

TEST(DistributionTest, DrawsTheSameManyAtOnceAsOneByOne) {
    for (const DistributionParameters& parameters :
         {DistributionParameters{NormalParameters{}}, DistributionParameters{UniformParameters{}},
          DistributionParameters{ExponentialParameters{}}, DistributionParameters{RandomWalkParameters{}},
          DistributionParameters{DailyCycleParameters{}}}) {
        std::vector<Timestamp> times;
        for (int i = 0; i < 1'000; ++i)
            times.push_back(Timestamp{std::chrono::milliseconds(i * i)});
        std::vector<double> values(times.size());
        RandomGenerator random(12);
        RandomGenerator singly(12);
        Distribution(parameters)
            .fill(random, times.data(), values.data(), static_cast<qsizetype>(times.size()));
        Distribution distribution(parameters);
        for (std::size_t i = 0; i < times.size(); ++i)
            ASSERT_EQ(values[i], distribution.next(singly, times[i]));
        EXPECT_EQ(random.state(), singly.state());
    }
}

} // namespace
} // namespace rillscope
