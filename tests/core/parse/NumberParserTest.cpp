// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/NumberParser.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <random>
#include <string>

namespace rillscope {
namespace {

using Kind = ParsedNumber::Kind;

TEST(NumberParserTest, ReadsDecimalNumbers) {
    const std::vector<std::pair<const char*, double>> cases{
        {"21.5", 21.5},
        {"-3", -3.0},
        {"+4", 4.0},
        {".5", 0.5},
        {"5.", 5.0},
        {"1e-3", 0.001},
        {"1E3", 1000.0},
        {"-.25e+1", -2.5},
        {"0", 0.0},
        {"007", 7.0},
        {"5e-324", 5e-324},
        {"1e308", 1e308},
        {"0.1", 0.1},
        {"1e-310", 1e-310},
        {"73.96732207", 73.96732207},
        {"1e-400", 0.0},
        {"2e-324", 0.0},
        {"0e999999", 0.0},
        {"1e-99999999999999999999", 0.0},
    };
    for (const auto& [text, value] : cases) {
        const ParsedNumber number = parseNumber(text);
        EXPECT_EQ(number.kind, Kind::Finite) << text;
        EXPECT_EQ(number.value, value) << text;
    }
    EXPECT_TRUE(std::signbit(parseNumber("-0").value));
    EXPECT_TRUE(std::signbit(parseNumber("-1e-400").value));
}

TEST(NumberParserTest, TellsTooLargeFromTooSmall) {
    for (const std::string& text :
         {std::string("1e400"), std::string("-1e400"), std::string("1e99999999999999999999"),
          "1" + std::string(400, '0'), "1" + std::string(400, '0') + "e-5",
          "0." + std::string(10, '0') + "1e500", std::string("1.8e308")})
        EXPECT_EQ(parseNumber(text).kind, Kind::BeyondRange) << text;
    for (const std::string& text : {"0." + std::string(400, '0') + "1", "0." + std::string(400, '0') + "1e5",
                                    "1" + std::string(10, '0') + "e-500"}) {
        EXPECT_EQ(parseNumber(text).kind, Kind::Finite) << text;
        EXPECT_EQ(parseNumber(text).value, 0.0) << text;
    }
    EXPECT_EQ(parseNumber("1" + std::string(400, '0') + "e-400").value, 1.0);
}

TEST(NumberParserTest, KnowsTheWordsForNoFiniteNumber) {
    for (const char* text : {"nan", "NaN", "NAN", "-nan", "inf", "Infinity", "+INF"})
        EXPECT_EQ(parseNumber(text).kind, Kind::NotFinite) << text;
    EXPECT_EQ(parseNumber("-inf").value, -std::numeric_limits<double>::infinity());
}

TEST(NumberParserTest, RefusesEverythingElse) {
    for (const char* text :
         {"",   " ",   "+",     "-",   ".",      "--1", "+-1",     "1 ", " 1", "1x",    "0x10",
          "1e", "1e+", "1.2.3", "1,5", "nan(1)", "in",  "infinit", "e5", "١",  "1_000", "1'000"})
        EXPECT_EQ(parseNumber(text).kind, Kind::NoNumber) << text;
}

TEST(NumberParserTest, ReadsADecimalCommaWhereAllowed) {
    EXPECT_EQ(parseNumber("21,5", DecimalMark::PointOrComma).value, 21.5);
    EXPECT_EQ(parseNumber("-,5e1", DecimalMark::PointOrComma).value, -5.0);
    EXPECT_EQ(parseNumber("21.5", DecimalMark::PointOrComma).value, 21.5);
    for (const char* text : {"1.234,5", "1,234.5", "1,2,3", ","})
        EXPECT_EQ(parseNumber(text, DecimalMark::PointOrComma).kind, Kind::NoNumber) << text;
}

TEST(NumberParserTest, ReadsShortestDigitsBackToTheBit) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 50'000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value))
            continue;
        std::array<char, 400> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        const std::string text(digits.data(), end.ptr);
        ASSERT_EQ(std::bit_cast<std::uint64_t>(parseNumber(text).value), std::bit_cast<std::uint64_t>(value))
            << text;
    }
}

TEST(NumberParserTest, ReadsShortDecimalsToTheNearestDouble) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 100'000; ++round) {
        std::string text;
        for (std::size_t digits = 1 + random() % 17; digits > 0; --digits)
            text += static_cast<char>('0' + random() % 10);
        if (random() % 4 != 0)
            text.insert(random() % (text.size() + 1), ".");
        double nearest = 0.0;
        ASSERT_EQ(std::from_chars(text.data(), text.data() + text.size(), nearest).ec, std::errc()) << text;
        ASSERT_EQ(parseNumber(text).value, nearest) << text;
    }
}

} // namespace
} // namespace rillscope
