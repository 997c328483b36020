// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/SampleValidator.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

TEST(SampleValidatorTest, MarksEachRemarkableSampleAndNoOther) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    struct Case {
        std::int64_t time;
        double value;
        const char* quality;
    };
    const Case cases[] = {
        {10, 20.0, "good"},
        {20, 20.0, "good"}, // the same value at another time is no duplicate
        {20, 21.0, "good"}, // nor is another value at the same time
        {20, 21.0, "duplicate"},
        {15, 21.0, "outOfOrder"},
        {15, 21.0, "outOfOrder+duplicate"},
        {18, 22.0, "outOfOrder"}, // later than the one before, but not than the newest
        {30, nan, "notANumber"},
        {30, nan, "duplicate+notANumber"},
        {40, infinity, "notANumber"},
        {50, -273.15, "good"},
        {60, -273.16, "outOfRange"},
    };
    SampleValidator validator(Unit::Celsius);
    for (const Case& sample : cases)
        EXPECT_EQ(qualityName(validator.judge(fromNanoseconds(sample.time), sample.value)), sample.quality)
            << "t=" << sample.time << " v=" << sample.value;
}

TEST(SampleValidatorTest, KnowsAbsoluteZeroForTemperaturesOnly) {
    SampleValidator validator(Unit::None);
    EXPECT_FALSE(validator.judge(fromNanoseconds(0), -1000.0));
}

TEST(SampleValidatorTest, TakesNegativeTimesForTimesLikeOthers) {
    SampleValidator validator(Unit::Celsius);
    EXPECT_FALSE(validator.judge(fromNanoseconds(-20), 1.0));
    EXPECT_FALSE(validator.judge(fromNanoseconds(-10), 1.0));
    EXPECT_EQ(validator.judge(fromNanoseconds(-15), 1.0), Quality(QualityFlag::OutOfOrder));
}

} // namespace
} // namespace rillscope
