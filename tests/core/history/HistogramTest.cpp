// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/Histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

std::vector<double> sorted(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values;
}

std::vector<double> normalValues(double mean, double deviation, int count = 10'000) {
    std::mt19937_64 random(7);
    std::normal_distribution<double> value(mean, deviation);
    std::vector<double> values(static_cast<std::size_t>(count));
    std::generate(values.begin(), values.end(), [&] { return value(random); });
    return sorted(values);
}

} // namespace

TEST(HistogramTest, HasEdgesThatPeopleCanRead) {
    const Histogram histogram = Histogram::of(normalValues(20.0, 5.0));
    EXPECT_EQ(histogram.edges.at(1) - histogram.edges.at(0), 0.5);
    for (const double edge : histogram.edges)
        EXPECT_EQ(2.0 * edge, std::round(2.0 * edge));
    EXPECT_EQ(histogram.below + histogram.above, 0);
}

TEST(HistogramTest, HasThirtyTwoToEightyBinsAtAnyScale) {
    for (double scale = 1e-12; scale < 1e290; scale *= 17.3) {
        for (const double offset : {0.0, 20.0, -300.0}) {
            const Histogram histogram = Histogram::of(normalValues(offset * scale, scale));
            EXPECT_GE(histogram.counts.size(), 32U) << scale;
            EXPECT_LE(histogram.counts.size(), 80U) << scale;
            EXPECT_EQ(histogram.total(), 10'000);
        }
    }
}

TEST(HistogramTest, HasFewerBinsForFewerValues) {
    EXPECT_LE(Histogram::of(normalValues(20.0, 5.0, 200)).counts.size(), 23U);
    EXPECT_GE(Histogram::of(normalValues(20.0, 5.0, 200)).counts.size(), 9U);
    EXPECT_LE(Histogram::of(std::vector{1.0, 2.0, 3.0}).counts.size(), 10U);
}

TEST(HistogramTest, PutsDecimalFractionsIntoTheirOwnBins) {
    std::vector<double> values;
    for (int i = 0; i < 60; ++i)
        values.insert(values.end(), 200, i / 10.0);
    const Histogram histogram = Histogram::of(values);
    EXPECT_EQ(histogram.counts.size(), 60U);
    EXPECT_TRUE(
        std::all_of(histogram.counts.begin(), histogram.counts.end(), [](auto n) { return n == 200; }));
}

TEST(HistogramTest, ClipsWhatWouldStretchItAndCountsThat) {
    std::vector<double> values = normalValues(20.0, 5.0);
    values.insert(values.begin(), {-1e9, -5e8});
    values.push_back(1e12);
    const Histogram histogram = Histogram::of(values);
    EXPECT_EQ(histogram.below, 2);
    EXPECT_EQ(histogram.above, 1);
    EXPECT_EQ(histogram.edges.at(1) - histogram.edges.at(0), 2.0);
    EXPECT_LT(histogram.edges.back(), 100.0);
}

TEST(HistogramTest, HasOneBinForWhatIsAllTheSame) {
    for (const double value : {0.0, 300.0, -1e-300, 1e300, std::numeric_limits<double>::max()}) {
        const Histogram histogram = Histogram::of(std::vector<double>(1'000, value));
        ASSERT_EQ(histogram.counts.size(), 1U) << value;
        EXPECT_EQ(histogram.total(), 1'000);
        EXPECT_LT(histogram.edges.at(0), histogram.edges.at(1));
    }
}

TEST(HistogramTest, EndsAtValuesThatAreNearlyTheSame) {
    // So close together that no bin could tell them apart.
    const std::vector<double> values{1e15, std::nextafter(1e15, 2e15), 1e15 + 1.0};
    const Histogram histogram = Histogram::of(values);
    EXPECT_LE(histogram.counts.size(), 80U);
    EXPECT_EQ(histogram.total(), 3);
    const double least = std::numeric_limits<double>::denorm_min();
    EXPECT_EQ(Histogram::of(std::vector{0.0, least, 2 * least}).total(), 3);
}

TEST(HistogramTest, TakesTheWholeRangeOfNumbers) {
    const double largest = std::numeric_limits<double>::max();
    const Histogram histogram = Histogram::of(std::vector{-largest, -1.0, 0.0, 1.0, largest});
    EXPECT_EQ(histogram.total(), 5);
    EXPECT_LE(histogram.counts.size(), 80U);
    for (const double edge : histogram.edges)
        EXPECT_TRUE(std::isfinite(edge));
}

TEST(HistogramTest, GoesByRatiosWhenTheLongestIntervalsAreFarLonger) {
    std::vector<double> intervals(950, 0.001);
    intervals.insert(intervals.begin(), {0.0, 0.0});
    intervals.insert(intervals.end(), 50, 60.0);
    const Histogram histogram = Histogram::of(intervals, Histogram::Scale::Automatic);
    EXPECT_TRUE(histogram.isLogarithmic);
    EXPECT_EQ(histogram.below, 2) << "nothing has no logarithm";
    EXPECT_EQ(histogram.total(), 1'002);
    EXPECT_NEAR(histogram.edges.at(1) / histogram.edges.at(0), std::pow(10.0, 1.0 / 5.0), 1e-9);
    EXPECT_FALSE(Histogram::of(std::vector(10, 0.0), Histogram::Scale::Logarithmic).isLogarithmic);
    EXPECT_FALSE(Histogram::of(normalValues(20.0, 1.0), Histogram::Scale::Automatic).isLogarithmic);
}

TEST(HistogramTest, InterpolatesPercentilesAsSqlDoes) {
    EXPECT_EQ(percentileOfSorted(std::vector{10.0, 20.0, 30.0, 40.0}, 0.5), 25.0);
    EXPECT_EQ(percentileOfSorted(std::vector{10.0, 20.0, 30.0, 40.0}, 0.9), 37.0);
    EXPECT_EQ(percentileOfSorted(std::vector{10.0}, 0.99), 10.0);
    EXPECT_TRUE(std::isnan(percentileOfSorted({}, 0.5)));
}

} // namespace rillscope
