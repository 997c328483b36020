// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Unit.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(UnitTest, ConvertsTheFixedPointsExactly) {
    EXPECT_EQ(fromCelsius(0.0, Unit::Fahrenheit), 32.0);
    EXPECT_EQ(fromCelsius(100.0, Unit::Fahrenheit), 212.0);
    EXPECT_EQ(fromCelsius(-40.0, Unit::Fahrenheit), -40.0);
    EXPECT_EQ(fromCelsius(-273.15, Unit::Kelvin), 0.0);
    EXPECT_EQ(toCelsius(212.0, Unit::Fahrenheit), 100.0);
    EXPECT_EQ(toCelsius(273.15, Unit::Kelvin), 0.0);
}

TEST(UnitTest, LeavesWhatIsNoTemperatureAlone) {
    EXPECT_EQ(convert(55.0, Unit::None, Unit::Fahrenheit), 55.0);
    EXPECT_EQ(convert(55.0, Unit::Celsius, Unit::None), 55.0);
}

TEST(UnitTest, ScalesDifferencesWithoutTheOffset) {
    EXPECT_EQ(convertDifference(5.0, Unit::Fahrenheit), 9.0);
    EXPECT_EQ(convertDifference(5.0, Unit::Kelvin), 5.0);
}

TEST(UnitTest, ReadsNamesSymbolsAndLetters) {
    for (const Unit unit : {Unit::Celsius, Unit::Fahrenheit, Unit::Kelvin}) {
        EXPECT_EQ(parseUnit(unitName(unit)), unit);
        EXPECT_EQ(parseUnit(unitSymbol(unit)), unit);
        EXPECT_EQ(parseUnit(unitName(unit).left(1).toUpper()), unit);
    }
    EXPECT_EQ(parseUnit(QStringLiteral("none")), Unit::None);
    EXPECT_FALSE(parseUnit(QString()));
    EXPECT_FALSE(parseUnit(QStringLiteral("rankine")));
}

} // namespace
} // namespace rillscope
