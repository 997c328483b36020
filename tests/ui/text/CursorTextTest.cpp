// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/CursorText.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

std::string difference(Duration duration) {
    return CursorText::timeDifference(duration).toStdString();
}

TEST(CursorTextTest, TellsTimeDifferencesInWhatFitsThem) {
    EXPECT_EQ(difference(0ns), "+0 ns");
    EXPECT_EQ(difference(-999ns), "−999 ns");
    EXPECT_EQ(difference(1'500ns), "+1.500 µs");
    EXPECT_EQ(difference(-250ms), "−250.000 ms");
    EXPECT_EQ(difference(12'345ms), "+12.345 s");
    EXPECT_EQ(difference(-(3min + 20s + 500ms)), "−3 min 20.500 s");
    EXPECT_EQ(difference(2h + 1s), "+2 h 0 min 1.000 s");
    EXPECT_EQ(difference(50h), "+2 d 2 h 0 min 0.000 s");
    EXPECT_EQ(difference(Duration::max()), "+106751 d 23 h 47 min 16.855 s");
    EXPECT_EQ(difference(Duration::min()), "−106751 d 23 h 47 min 16.855 s");
}

TEST(CursorTextTest, ConvertsDifferencesWithoutTheOffset) {
    EXPECT_EQ(CursorText::valueDifference(10.0, Unit::Fahrenheit), QStringLiteral("+18.00 °F · +10.00 °C"));
    EXPECT_EQ(CursorText::valueDifference(-10.0, Unit::Kelvin), QStringLiteral("−10.00 K · −18.00 °F"));
    EXPECT_EQ(CursorText::valueDifference(2.5, Unit::None), QStringLiteral("+2.50"));
    EXPECT_EQ(CursorText::valueDifference(std::numeric_limits<double>::infinity(), Unit::Celsius),
              QStringLiteral("not a number"));
}

TEST(CursorTextTest, HasAsManyDigitsAsTheAxisTellsApart) {
    const auto value = [](double number, double step) {
        return CursorText::value(number, Unit::None, CursorText::decimalsFor(step)).toStdString();
    };
    EXPECT_EQ(value(0.00512, 0.002), "0.0051");
    EXPECT_EQ(value(20.0, 5.0), "20.00");
    EXPECT_EQ(value(1.1e9 + 0.25, 1e8), "1,100,000,000.25");
    EXPECT_EQ(value(1.25e300, 1e299), "1.2500e300");
    EXPECT_EQ(value(-5e-12, 1e-12), "−5.0000e−12");
    EXPECT_EQ(value(0.0, 1e-12), "0.000000000");
    EXPECT_EQ(value(5e-324, 5e-324), "4.9407e−324");
    EXPECT_EQ(value(-20.0, 0.0001), "−20.00000");
}

TEST(CursorTextTest, TellsValuesInTwoUnits) {
    EXPECT_EQ(CursorText::value(20.0, Unit::Fahrenheit), QStringLiteral("68.00 °F · 20.00 °C"));
    EXPECT_EQ(CursorText::value(20.0, Unit::Celsius), QStringLiteral("20.00 °C · 68.00 °F"));
    EXPECT_EQ(CursorText::value(55.5, Unit::None), QStringLiteral("55.50"));
}

} // namespace
} // namespace rillscope
