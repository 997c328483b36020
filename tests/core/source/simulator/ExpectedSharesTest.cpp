// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/ExpectedShares.h"

#include "core/source/simulator/Distribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start = fromNanoseconds(1'767'225'600'000'000'000);

std::vector<double> wideEdges() {
    std::vector<double> edges;
    for (int i = -40; i <= 160; ++i)
        edges.push_back(i / 2.0);
    return edges;
}

/// Compares with `count` values drawn every `interval`. Five standard errors; `correlation` is the number of
/// draws that tell as much as one that is independent.
void expectLikeDrawn(const DistributionParameters& parameters, Duration interval, double correlation = 1.0) {
    constexpr int count = 200'000;
    const std::vector<double> edges = wideEdges();
    const std::vector<double> shares =
        expectedShares(parameters, edges, start, start + interval * (count - 1));
    ASSERT_EQ(shares.size(), edges.size() - 1);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-5) << "nearly all is in the bins";
    std::vector<int> drawn(shares.size(), 0);
    RandomGenerator random(42, 0);
    Distribution distribution(parameters);
    for (int i = 0; i < count; ++i) {
        const double value = distribution.next(random, start + interval * i);
        const auto bin = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin() - 1;
        if (bin >= 0 && bin < std::ssize(drawn))
            ++drawn[static_cast<std::size_t>(bin)];
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double error = std::sqrt(shares[i] * (1.0 - shares[i]) * count * correlation);
        EXPECT_NEAR(drawn[i], shares[i] * count, 5.0 * error + 5.0) << "from " << edges[i] << " °C";
    }
}

} // namespace

TEST(ExpectedSharesTest, AreThoseOfDrawnValues) {
    expectLikeDrawn(NormalParameters{}, 300ms);
    expectLikeDrawn(UniformParameters{10.25, 30.0}, 300ms);
    expectLikeDrawn(ExponentialParameters{}, 300ms);
    expectLikeDrawn(RandomWalkParameters{20.0, 3.0, 1s}, 3s, 1.2);
    // Over many periods, and over a part of one.
    expectLikeDrawn(DailyCycleParameters{20.0, 8.0, 10min, 0.5}, 300ms);
    expectLikeDrawn(DailyCycleParameters{20.0, 8.0, 24h, 0.5}, 100ms);
}

TEST(ExpectedSharesTest, AreWholeWhenNothingIsSpread) {
    const std::vector<double> edges{0.0, 10.0, 20.5, 30.0};
    const std::vector<double> inTheMiddle{0.0, 1.0, 0.0};
    EXPECT_EQ(expectedShares(NormalParameters{20.0, 0.0}, edges, start, start), inTheMiddle);
    EXPECT_EQ(expectedShares(UniformParameters{20.0, 20.0}, edges, start, start), inTheMiddle);
    EXPECT_EQ(expectedShares(ExponentialParameters{20.0, 0.0}, edges, start, start), inTheMiddle);
    EXPECT_EQ(expectedShares(DailyCycleParameters{20.0, 0.0, 24h, 0.0}, edges, start, start), inTheMiddle);
}

TEST(ExpectedSharesTest, TakeAnyTimesAndEdges) {
    const std::vector<double> edges{-1e300, 1e300};
    const auto shares = expectedShares(DailyCycleParameters{}, edges, Timestamp::min(), Timestamp::max());
    EXPECT_NEAR(shares.at(0), 1.0, 1e-12);
    EXPECT_TRUE(expectedShares(NormalParameters{}, {}, start, start).empty());
    EXPECT_TRUE(expectedShares(NormalParameters{}, std::vector{1.0}, start, start).empty());
}

} // namespace rillscope
