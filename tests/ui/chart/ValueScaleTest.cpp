// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueScale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

TEST(ValueScaleTest, GrowsAtOnceAndShrinksOnlyWhenClearlyTooLarge) {
    ValueScale scale;
    EXPECT_TRUE(scale.fit(52.0, 88.0));
    EXPECT_EQ(scale.minimum(), 40.0);
    EXPECT_EQ(scale.maximum(), 100.0);
    EXPECT_FALSE(scale.fit(54.0, 86.0)); // a little less: the axis keeps still
    EXPECT_TRUE(scale.fit(54.0, 120.0));
    EXPECT_GE(scale.maximum(), 120.0);
    EXPECT_TRUE(scale.fit(60.0, 62.0));
    EXPECT_LE(scale.maximum(), 65.0);
}

TEST(ValueScaleTest, CoversTheDataWhateverTheyAre) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> exponent(-12.0, 250.0);
    ValueScale scale;
    for (int i = 0; i < 5'000; ++i) {
        const double a = std::pow(10.0, exponent(random)) * (i % 2 == 0 ? 1.0 : -1.0);
        const double b = std::pow(10.0, exponent(random));
        scale.fit(std::min(a, b), std::max(a, b));
        ASSERT_LE(scale.minimum(), std::min(a, b));
        ASSERT_GE(scale.maximum(), std::max(a, b));
        ASSERT_GT(scale.step().value(), 0.0);
        ASSERT_LE((scale.maximum() - scale.minimum()) / scale.step().value(), 10.0);
    }
}

TEST(ValueScaleTest, KeepsStillWhenFixed) {
    ValueScale scale;
    scale.setFixed(0.0, 50.0);
    EXPECT_FALSE(scale.fit(-100.0, 100.0));
    EXPECT_EQ(scale.maximum(), 50.0);
    scale.setAutomatic();
    EXPECT_TRUE(scale.fit(-100.0, 100.0));
}

TEST(ValueScaleTest, ShowsAConstantLineInItsMiddle) {
    ValueScale scale;
    EXPECT_TRUE(scale.fit(20.0, 20.0));
    EXPECT_LT(scale.minimum(), 20.0);
    EXPECT_GT(scale.maximum(), 20.0);
    EXPECT_FALSE(scale.fit(20.0, 20.0));
}

TEST(ValueScaleTest, IsFilledByDataHoweverSmallTheirDifferences) {
    for (const double size : {5e-3, 1e-6, 3e-12, 2e-40, 7e-310, 1e9, 3e100, 1.7e308}) {
        for (const double offset : {0.0, 20.0, -1.1e9}) {
            const double low = offset - size;
            const double high = offset + size;
            if (std::abs(offset) * 1e-13 > size)
                continue; // there are no doubles between them
            ValueScale scale;
            scale.fit(low, high);
            const double part = (high / 2.0 - low / 2.0) / (scale.maximum() / 2.0 - scale.minimum() / 2.0);
            EXPECT_GT(part, 0.4) << size << " about " << offset;
            EXPECT_LE(part, 1.0) << size << " about " << offset;
        }
    }
}

TEST(ValueScaleTest, DoesNotTwitchWhenALineIsConstantForAWhile) {
    ValueScale scale;
    EXPECT_TRUE(scale.fit(20.0, 20.0));
    EXPECT_TRUE(scale.fit(20.0, 20.1)) << "differences fill the axis";
    const double minimum = scale.minimum();
    EXPECT_FALSE(scale.fit(20.1, 20.1));
    EXPECT_FALSE(scale.fit(20.0, 20.0));
    EXPECT_FALSE(scale.fit(20.0, 20.1));
    EXPECT_EQ(scale.minimum(), minimum);
}

TEST(ValueScaleTest, IgnoresAnEmptyWindow) {
    ValueScale scale;
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(scale.fit(infinity, -infinity));
}

} // namespace
} // namespace rillscope
