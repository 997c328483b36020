// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/NumberFormat.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

NumberFormat english() {
    return NumberFormat(QLocale(QLocale::English, QLocale::UnitedStates));
}

std::string number(double value, int decimals = NumberFormat::defaultDecimals) {
    return english().number(value, decimals).toStdString();
}

std::string duration(Duration length) {
    return english().duration(length).toStdString();
}

std::string age(Duration length) {
    return english().age(length).toStdString();
}

std::string rate(double perSecond) {
    return english().rate(perSecond).toStdString();
}

std::string compact(qint64 count) {
    return english().compactCount(count).toStdString();
}

} // namespace

TEST(NumberFormatTest, GroupsDigitsInTheUsersLocale) {
    EXPECT_EQ(english().count(41'230), u"41,230");
    EXPECT_EQ(english().count(-41'230), u"−41,230");
    EXPECT_EQ(NumberFormat(QLocale(QLocale::German)).count(41'230), u"41.230");
    EXPECT_EQ(NumberFormat(QLocale(QLocale::German)).number(1'234.5), u"1.234,50");
    EXPECT_EQ(NumberFormat(QLocale::c()).count(41'230), u"41,230") << "a machine without a locale";
}

TEST(NumberFormatTest, ShowsTemperaturesWithTwoDecimalsAndTheirUnit) {
    EXPECT_EQ(number(71.42), "71.42");
    EXPECT_EQ(number(-0.004), "0.00") << "no minus before nothing";
    EXPECT_EQ(number(-5.0), "−5.00");
    EXPECT_EQ(english().temperature(21.9, Unit::Fahrenheit), u"71.42 °F");
    EXPECT_EQ(english().temperature(21.9, Unit::Kelvin), u"295.05 K");
    EXPECT_EQ(english().temperature(21.9, Unit::None), u"21.90");
}

TEST(NumberFormatTest, HasAWordForWhatIsNoNumber) {
    EXPECT_EQ(number(nan), "–");
    EXPECT_EQ(number(infinity), "∞");
    EXPECT_EQ(number(-infinity), "−∞");
    EXPECT_EQ(english().temperature(nan, Unit::Celsius), u"–");
    EXPECT_EQ(english().temperature(infinity, Unit::Celsius), u"∞ °C");
}

TEST(NumberFormatTest, GivesUpDecimalsBeforeDigitsAndThenTurnsToPowersOfTen) {
    EXPECT_EQ(number(123'456.789), "123,456.8");
    EXPECT_EQ(number(1'234'567.89), "1,234,568");
    EXPECT_EQ(number(12'345'678.9), "1.235e7");
    EXPECT_EQ(number(123'456'789.0), "1.235e8");
    EXPECT_EQ(number(-9.99996e9), "−1.000e10");
    EXPECT_EQ(number(std::numeric_limits<double>::max()), "1.798e308");
}

TEST(NumberFormatTest, NeverMakesANumberLongerThanTheNarrowPanels) {
    const unsigned seed = 20260131;
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> exponent(-320.0, 308.5);
    for (int round = 0; round < 20'000; ++round) {
        const double value = (round % 2 == 0 ? 1.0 : -1.0) * std::pow(10.0, exponent(random));
        const QString text = english().number(value, round % 7);
        ASSERT_LE(text.size(), 12) << "seed " << seed << ", value " << value << ": " << text.toStdString();
        ASSERT_FALSE(text.isEmpty());
    }
}

TEST(NumberFormatTest, ShowsMoreDecimalsForASmallRange) {
    EXPECT_EQ(NumberFormat::decimalsFor(60.0), 2);
    EXPECT_EQ(NumberFormat::decimalsFor(1.0), 2);
    EXPECT_EQ(NumberFormat::decimalsFor(0.5), 3);
    EXPECT_EQ(NumberFormat::decimalsFor(0.05), 4);
    EXPECT_EQ(NumberFormat::decimalsFor(1e-300), NumberFormat::maximumDecimals);
    EXPECT_EQ(NumberFormat::decimalsFor(0.0), 2);
    EXPECT_EQ(NumberFormat::decimalsFor(nan), 2);
    EXPECT_EQ(NumberFormat::decimalsFor(infinity), 2);
    EXPECT_EQ(NumberFormat::decimalsFor(0.001, 20.0), 5);
    EXPECT_EQ(NumberFormat::decimalsFor(1e6, 2e6), 0);
}

TEST(NumberFormatTest, ShortensLargeCountsWithoutClaimingMoreThanThereIs) {
    EXPECT_EQ(compact(999'999), "999,999");
    EXPECT_EQ(compact(1'000'000), "1.00 M");
    EXPECT_EQ(compact(1'239'999), "1.23 M");
    EXPECT_EQ(compact(99'999'999), "99.9 M");
    EXPECT_EQ(compact(999'999'999), "999 M");
    EXPECT_EQ(compact(999'999'999'999), "999 G");
    EXPECT_EQ(compact(1'000'000'000'000), "1.00 T");
    EXPECT_EQ(compact(std::numeric_limits<qint64>::max()), "9.22 E");
    EXPECT_EQ(compact(-5), "−5");
}

TEST(NumberFormatTest, SpeaksOfDurationsInUnitsOfTheirSize) {
    EXPECT_EQ(duration(0ns), "0 ms");
    EXPECT_EQ(duration(9ms), "9 ms");
    EXPECT_EQ(duration(200ms), "0.2 s");
    EXPECT_EQ(duration(12'340ms), "12.3 s");
    EXPECT_EQ(duration(59'949ms), "59.9 s");
    EXPECT_EQ(duration(59'950ms), "1 min");
    EXPECT_EQ(duration(200s), "3 min 20 s");
    EXPECT_EQ(duration(3'599'600ms), "1 h") << "never 60 s or 60 min";
    EXPECT_EQ(duration(2h), "2 h");
    EXPECT_EQ(duration(2h + 5min + 29s), "2 h 5 min");
    EXPECT_EQ(duration(24h), "1 d");
    EXPECT_EQ(duration(76h + 10min), "3 d 4 h");
    EXPECT_EQ(duration(-5s), "−5.0 s");
    EXPECT_EQ(duration(Duration::max()), "106,752 d");
    EXPECT_EQ(duration(Duration::min()), "−106,752 d");
}

TEST(NumberFormatTest, SpeaksOfAgesInTenthsOfASecondAtLeast) {
    EXPECT_EQ(age(0ns), "0.0 s ago");
    EXPECT_EQ(age(40ms), "0.0 s ago");
    EXPECT_EQ(age(213ms), "0.2 s ago");
    EXPECT_EQ(age(200s), "3 min 20 s ago");
    EXPECT_EQ(age(-20ms), "0.0 s ago") << "clocks differ by that much";
    EXPECT_EQ(age(-3s), "3.0 s ahead");
    EXPECT_EQ(age(Duration::min()), "106,752 d ahead");
}

TEST(NumberFormatTest, RoundsRatesToWhatCanBeRead) {
    EXPECT_EQ(rate(3.31), "3.3");
    EXPECT_EQ(rate(0.0), "0.0");
    EXPECT_EQ(rate(0.05), "0.05");
    EXPECT_EQ(rate(42.74), "42.7");
    EXPECT_EQ(rate(99.96), "100");
    EXPECT_EQ(rate(98'765.4), "98,765");
    EXPECT_EQ(rate(12'345'678.0), "12.3 M");
    EXPECT_EQ(rate(1e30), "1.000e30");
    EXPECT_EQ(rate(nan), "–");
    EXPECT_EQ(rate(infinity), "–");
    EXPECT_EQ(rate(-1.0), "–");
}

TEST(NumberFormatTest, TellsTheTimeInTheZoneItIsAskedFor) {
    const Timestamp time = fromNanoseconds(1'769'868'261'337'999'999);
    const QTimeZone utc = QTimeZone::utc();
    EXPECT_EQ(english().timeOfDay(time, utc), u"14:04:21.337");
    EXPECT_EQ(english().timeOfDay(time, QTimeZone(5'400)), u"15:34:21.337");
    EXPECT_EQ(english().dateAndTime(time, utc), u"2026-01-31 14:04:21.337 UTC");
    EXPECT_EQ(english().timeOfDay(fromNanoseconds(-1), utc), u"23:59:59.999") << "before 1970 too";
    EXPECT_FALSE(english().dateAndTime(Timestamp::min(), utc).isEmpty());
    EXPECT_FALSE(english().dateAndTime(Timestamp::max(), utc).isEmpty());
}

TEST(NumberFormatTest, ChoosesPluralsOfCountsBeyondAnInt) {
    EXPECT_EQ(NumberFormat::pluralCount(0), 0);
    EXPECT_EQ(NumberFormat::pluralCount(1), 1);
    EXPECT_EQ(NumberFormat::pluralCount(21), 21);
    EXPECT_EQ(NumberFormat::pluralCount(10'000'000'000'021), 1'000'021);
    EXPECT_EQ(NumberFormat::pluralCount(10'000'000'000'000), 1'000'000);
}

} // namespace rillscope
