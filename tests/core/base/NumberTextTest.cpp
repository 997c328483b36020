// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NumberText.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

TEST(NumberTextTest, WritesWhatPeopleWrite) {
    EXPECT_EQ(formatNumber(20.0), QStringLiteral("20"));
    EXPECT_EQ(formatNumber(-273.15), QStringLiteral("-273.15"));
    EXPECT_EQ(formatNumber(0.1), QStringLiteral("0.1"));
    EXPECT_EQ(formatNumber(10'000.0), QStringLiteral("10000"));
    EXPECT_EQ(formatNumber(std::numeric_limits<double>::lowest()),
              QStringLiteral("-1.7976931348623157e+308"));
}

TEST(NumberTextTest, ReadsBackToTheSameNumber) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 100'000; ++i) {
        const double number = std::bit_cast<double>(random());
        if (std::isfinite(number)) {
            ASSERT_EQ(formatNumber(number).toDouble(), number) << formatNumber(number).toStdString();
        }
    }
}

} // namespace
} // namespace rillscope
