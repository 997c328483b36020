// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimestampParser.h"

#include "core/base/Rfc3339.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rillscope {
namespace {

std::string parsed(std::string_view text) {
    const auto time = TimestampParser().parse(text);
    return time ? formatRfc3339(*time) : "none";
}

TEST(TimestampParserTest, ReadsDatesInTheirEverydayForms) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2013-12-02 21:15:00", "2013-12-02T21:15:00Z"},
        {"2013-12-02T21:15:00Z", "2013-12-02T21:15:00Z"},
        {"2013-12-02 21:15:00.5", "2013-12-02T21:15:00.500Z"},
        {"2013-12-02 21:15:00,125", "2013-12-02T21:15:00.125Z"},
        {"2013-12-02T21:15:00.000000001+01:00", "2013-12-02T20:15:00.000000001Z"},
        {"2013-12-02T21:15", "2013-12-02T21:15:00Z"},
        {"2013-12-02 21:15", "2013-12-02T21:15:00Z"},
        {"2013-12-02T21:15Z", "2013-12-02T21:15:00Z"},
        {"2013-12-02T21:15+01:00", "2013-12-02T20:15:00Z"},
        {"2013-12-02", "2013-12-02T00:00:00Z"},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(parsed(text), expected) << text;
}

TEST(TimestampParserTest, TellsTheUnitOfAnEpochByItsMagnitude) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"0", "1970-01-01T00:00:00Z"},
        {"1385975700", "2013-12-02T09:15:00Z"},
        {"1385975700000", "2013-12-02T09:15:00Z"},
        {"1385975700000000", "2013-12-02T09:15:00Z"},
        {"1385975700000000000", "2013-12-02T09:15:00Z"},
        {"-1.5", "1969-12-31T23:59:58.500Z"},
        {"+1.5", "1970-01-01T00:00:01.500Z"},
        {"99999999999", "none"}, // seconds, but of the year 5138
        {"100000000000", "1973-03-03T09:46:40Z"},
        {"100000000000000", "1973-03-03T09:46:40Z"},
        {"100000000000000000", "1973-03-03T09:46:40Z"},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(parsed(text), expected) << text;
}

TEST(TimestampParserTest, ReadsEpochDecimalsExactToTheNanosecond) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{
        {"1700000000.123456789", 1'700'000'000'123'456'789},
        {"1700000000.1234567899", 1'700'000'000'123'456'789},
        {"1700000000,5", 1'700'000'000'500'000'000},
        {"1700000000000.000001", 1'700'000'000'000'000'001},
        {"1700000000000000.001", 1'700'000'000'000'000'001},
        {"9223372036.854775807", 9'223'372'036'854'775'807},
        {"-9223372036.854775807", -9'223'372'036'854'775'807},
        {"9223372036854775807", 9'223'372'036'854'775'807},
    };
    for (const auto& [text, expected] : cases) {
        const auto time = TimestampParser().parse(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(toNanoseconds(*time), expected) << text;
    }
}

TEST(TimestampParserTest, KeepsTheUnitOfTheFirstEpoch) {
    TimestampParser parser;
    EXPECT_EQ(parser.parse("0"), fromNanoseconds(0)); // says nothing about the unit
    EXPECT_EQ(parser.parse("1700000000000"), fromNanoseconds(1'700'000'000'000'000'000));
    EXPECT_EQ(parser.parse("1000"), fromNanoseconds(1'000'000'000));
    EXPECT_EQ(parser.epochUnit(), EpochUnit::Milliseconds);

    TimestampParser told;
    told.setEpochUnit(EpochUnit::Milliseconds);
    EXPECT_EQ(told.parse("250"), fromNanoseconds(250'000'000));
}

TEST(TimestampParserTest, RefusesWhatIsNoTime) {
    for (const char* text : {"",
                             " ",
                             "-",
                             "now",
                             "12:30",
                             "2013-13-02",
                             "2013-12-02T",
                             "2013-12-02T21",
                             "2013-12-02T21:1",
                             "2013-12-02x21:15:00",
                             "2013-12-02 21:15:00 x",
                             "1e9",
                             "0x10",
                             ".5",
                             "1.2.3",
                             "1..",
                             "9223372036.854775808",
                             "92233720368547758070000",
                             "99999999999999999999999999999999999",
                             "nan",
                             "2023-01-01T00:00:00.000000000000000000000000000000000000000000000000000Z"})
        EXPECT_EQ(parsed(text), "none") << text;
}

TEST(TimestampParserTest, TakesOnlyPlausibleNumbersForTimes) {
    for (const char* text :
         {"2013-12-02 21:15", "1385975700", "1385975700.25", "1385975700000", "1385975700000000000"})
        EXPECT_TRUE(TimestampParser::looksLikeTime(text)) << text;
    for (const char* text :
         {"", "21.5", "101325", "123456789", "2013-99-02", "value", "-1385975700", "0000000000"})
        EXPECT_FALSE(TimestampParser::looksLikeTime(text)) << text;
}

} // namespace
} // namespace rillscope
