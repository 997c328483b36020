// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/RandomGenerator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <vector>

namespace rillscope {
namespace {

TEST(RandomGeneratorTest, IsTheXoshiro256PlusPlusOfThePaper) {
    RandomGenerator random(RandomGenerator::State{1, 2, 3, 4});
    const std::vector<std::uint64_t> expected{
        41943041ULL,           58720359ULL, 3588806011781223ULL, 3591011842654386ULL, 9228616714210784205ULL,
        9973669472204895162ULL};
    for (const std::uint64_t value : expected)
        EXPECT_EQ(random.next(), value);
}

TEST(RandomGeneratorTest, IsSeededBySplitMix64) {
    const RandomGenerator random(1234567);
    EXPECT_EQ(random.state(), (RandomGenerator::State{6457827717110365317ULL, 3203168211198807973ULL,
                                                      9817491932198370423ULL, 4593380528125082431ULL}));
}

/// A step of the generator is linear over the field of two elements: a matrix of 256 × 256 bits.
class StepMatrix {
public:
    using Bits = std::bitset<256>;

    StepMatrix() : m_columns(256) {
        for (std::size_t i = 0; i < 256; ++i) {
            RandomGenerator::State unit{};
            unit[i / 64] = 1ULL << (i % 64);
            RandomGenerator random(unit);
            random.next();
            m_columns[i] = toBits(random.state());
        }
    }

    void square() {
        std::vector<Bits> squared(256);
        for (std::size_t i = 0; i < 256; ++i)
            squared[i] = appliedTo(m_columns[i]);
        m_columns = squared;
    }

    Bits appliedTo(const Bits& vector) const {
        Bits sum;
        for (std::size_t i = 0; i < 256; ++i)
            if (vector[i])
                sum ^= m_columns[i];
        return sum;
    }

    static Bits toBits(const RandomGenerator::State& state) {
        Bits bits;
        for (std::size_t i = 0; i < 256; ++i)
            bits[i] = (state[i / 64] >> (i % 64)) & 1;
        return bits;
    }

private:
    std::vector<Bits> m_columns;
};

TEST(RandomGeneratorTest, JumpsExactlyTwoToThe128Draws) {
    StepMatrix jump;
    for (int i = 0; i < 128; ++i)
        jump.square();
    RandomGenerator random(42);
    const StepMatrix::Bits before = StepMatrix::toBits(random.state());
    random.jump();
    EXPECT_EQ(StepMatrix::toBits(random.state()), jump.appliedTo(before));
}

TEST(RandomGeneratorTest, StreamsLieOneJumpApart) {
    RandomGenerator random(42);
    for (int stream = 0; stream < 5; ++stream) {
        EXPECT_EQ(random.state(), RandomGenerator(42, stream).state());
        random.jump();
    }
}

TEST(RandomGeneratorTest, DrawsUniformNumbersBelowOne) {
    EXPECT_EQ(RandomGenerator::toUniform(0), 0.0);
    EXPECT_EQ(RandomGenerator::toUniform(~0ULL), 1.0 - 0x1p-53);
    EXPECT_EQ(RandomGenerator::toExponential(0), 0.0);
    EXPECT_NEAR(RandomGenerator::toExponential(~0ULL), 53.0 * std::log(2.0), 1e-12);
}

/// The largest distance between the empirical and the expected distribution, times √n (Kolmogorov–Smirnov).
/// Above 2.3 once in 50,000 runs.
template <typename Distribution>
double kolmogorovStatistic(std::vector<double> values, Distribution cumulative) {
    std::sort(values.begin(), values.end());
    const auto count = static_cast<double>(values.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double expected = cumulative(values[i]);
        distance = std::max({distance, expected - static_cast<double>(i) / count,
                             static_cast<double>(i + 1) / count - expected});
    }
    return distance * std::sqrt(count);
}

TEST(RandomGeneratorTest, FollowsEachDistributionAllAlong) {
    RandomGenerator random(7);
    constexpr std::size_t count = 1'000'000;
    std::vector<double> uniform(count);
    std::vector<double> normal(count);
    std::vector<double> exponential(count);
    std::generate(uniform.begin(), uniform.end(), [&] { return random.uniform(); });
    std::generate(normal.begin(), normal.end(), [&] { return random.normal(); });
    std::generate(exponential.begin(), exponential.end(), [&] { return random.exponential(); });
    EXPECT_LT(kolmogorovStatistic(uniform, [](double x) { return x; }), 2.3);
    EXPECT_LT(kolmogorovStatistic(normal, [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }),
              2.3);
    EXPECT_LT(kolmogorovStatistic(exponential, [](double x) { return -std::expm1(-x); }), 2.3);
}

TEST(RandomGeneratorTest, HasTheTailsOfTheNormalDistribution) {
    RandomGenerator random(11);
    constexpr int count = 20'000'000;
    // Above 3.65 all comes from the tail's own method, on both sides.
    constexpr std::array bounds{2.0, 3.0, 3.6, 3.7, 4.2};
    std::array<int, bounds.size()> above{};
    std::array<int, bounds.size()> below{};
    for (int i = 0; i < count; ++i) {
        const double value = random.normal();
        for (std::size_t bound = 0; bound < bounds.size() && std::abs(value) > bounds[bound]; ++bound)
            ++(value > 0.0 ? above : below)[bound];
    }
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const double expected = count * 0.5 * std::erfc(bounds[i] / std::sqrt(2.0));
        EXPECT_NEAR(above[i], expected, 5.0 * std::sqrt(expected)) << bounds[i];
        EXPECT_NEAR(below[i], expected, 5.0 * std::sqrt(expected)) << bounds[i];
    }
}

TEST(RandomGeneratorTest, StreamsAreUncorrelated) {
    constexpr int count = 1'000'000;
    RandomGenerator first(3, 0);
    RandomGenerator second(3, 1);
    double sum = 0.0;
    for (int i = 0; i < count; ++i)
        sum += first.normal() * second.normal();
    EXPECT_NEAR(sum / count, 0.0, 4.0 / std::sqrt(count));
}

} // namespace
} // namespace rillscope
