// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using test::describe;
using test::describeChannels;
using test::describeNotices;
using test::parseText;

struct Case {
    const char* text;
    const char* samples;
    const char* channels;
};

void expectAll(const std::vector<Case>& cases) {
    for (const auto& [text, samples, channels] : cases) {
        const auto parsed = parseText(text);
        EXPECT_EQ(describe(parsed.block), samples) << text;
        EXPECT_EQ(describeChannels(parsed.block), channels) << text;
        EXPECT_EQ(parsed.block.malformedCount, 0) << text << '\n' << describeNotices(parsed.block);
    }
}

TEST(CsvTest, FindsColumnsByTheirNames) {
    expectAll({
        {"timestamp,value\n2013-12-02 21:15:00,73.96732207\n2013-12-02 21:20:00,74.93588199999998\n",
         "value 2013-12-02T21:15:00Z 73.96732207; value 2013-12-02T21:20:00Z 74.93588199999998", "value"},
        {"Value;Time\n21.5;100", "Value 1970-01-01T00:01:40Z 21.5", "Value"},
        {"\"TS\"\t\"Temp\"\n100\t\"-3\"", "Temp 1970-01-01T00:01:40Z -3", "Temp °C"},
        {"t,value\n5,1", "value 1970-01-01T00:00:05Z 1", "value"},
        {"time,t\n5,1", "t 1970-01-01T00:00:05Z 1", "t"},
        {"time_ms,temp\n250,1", "temp 1970-01-01T00:00:00.250Z 1", "temp °C"},
        {"date,temp\n2024-03-01,7", "temp 2024-03-01T00:00:00Z 7", "temp °C"},
        {"Date,Time,Temp\n2024-03-01,12:30:00,7\n2024-03-01,12:31,8",
         "Temp 2024-03-01T12:30:00Z 7; Temp 2024-03-01T12:31:00Z 8", "Temp °C"},
        {",timestamp,value\n0,5,21.5\n1,6,22",
         "value 1970-01-01T00:00:05Z 21.5; value 1970-01-01T00:00:06Z 22", "value"},
        {"# made by a logger\n\ntime,value\n\n5,1\n  \n#end\n", "value 1970-01-01T00:00:05Z 1", "value"},
    });
}

TEST(CsvTest, MakesAChannelOfEachFurtherNumericColumn) {
    expectAll({
        {"time,temp_f,Humidity (%),note,kitchen\n5,70,40,ok,21\n6,,41,fine,\n",
         "temp_f 1970-01-01T00:00:05Z 70; Humidity (%) 1970-01-01T00:00:05Z 40; kitchen 1970-01-01T00:00:05Z "
         "21; Humidity (%) 1970-01-01T00:00:06Z 41",
         "temp_f °F, Humidity (%) %, kitchen"},
        {"time,a,a\n5,1,2", "a 1970-01-01T00:00:05Z 1; a-2 1970-01-01T00:00:05Z 2", "a, a-2"},
        {"time,T [K],T [°F]\n5,300,2", "T 1970-01-01T00:00:05Z 300; T-2 1970-01-01T00:00:05Z 2",
         "T K, T-2 °F"},
        {"zeit;Küche;aussen\n2024-03-01 10:00;21,5;-3,25\n",
         "Küche 2024-03-01T10:00:00Z 21.5; aussen 2024-03-01T10:00:00Z -3.25", "Küche, aussen"},
    });
}

TEST(CsvTest, ReadsRowsWithoutAHeader) {
    expectAll({
        {"2013-12-02 21:15:00,73.9\n", "sensor-1 2013-12-02T21:15:00Z 73.9", "sensor-1"},
        {"1700000000;21,5;40", "sensor-1 2023-11-14T22:13:20Z 21.5; sensor-2 2023-11-14T22:13:20Z 40",
         "sensor-1, sensor-2"},
        {"21.5\t2024-03-01", "sensor-1 2024-03-01T00:00:00Z 21.5", "sensor-1"},
        {"2024-03-01,,3\n2024-03-02,4,5",
         "sensor-2 2024-03-01T00:00:00Z 3; sensor-1 2024-03-02T00:00:00Z 4; sensor-2 2024-03-02T00:00:00Z 5",
         "sensor-2, sensor-1"},
        {"2024-03-01,oven,200\n2024-03-01,cellar,9",
         "oven 2024-03-01T00:00:00Z 200; cellar 2024-03-01T00:00:00Z 9", "oven, cellar"},
        {"21.5,22.5", "sensor-1 2026-01-01T00:00:00Z 21.5; sensor-2 2026-01-01T00:00:00Z 22.5",
         "sensor-1, sensor-2"},
    });
}

TEST(CsvTest, ReadsTheLongForm) {
    expectAll({
        {"time,channel,value\n5,a,1\n5,b,2\n6,a,3\n7,,4",
         "a 1970-01-01T00:00:05Z 1; b 1970-01-01T00:00:05Z 2; a 1970-01-01T00:00:06Z 3; "
         "sensor-1 1970-01-01T00:00:07Z 4",
         "a, b, sensor-1"},
        {"time,sensor,temp,humidity\n5,kitchen,21,40",
         "kitchen 1970-01-01T00:00:05Z 21; "
         "kitchen/humidity 1970-01-01T00:00:05Z 40",
         "kitchen °C, kitchen/humidity"},
        {"time,channel,value,unit\n5,a,70,F\n5,b,3,bar\n5,c,1,",
         "a 1970-01-01T00:00:05Z 70; "
         "b 1970-01-01T00:00:05Z 3; "
         "c 1970-01-01T00:00:05Z 1",
         "a °F, b bar, c"},
        {"time,sensor\n5,21", "sensor 1970-01-01T00:00:05Z 21", "sensor"},
    });
}

TEST(CsvTest, ReadsItsOwnExports) {
    const auto parsed = parseText("timestamp,temperature,temperature_f,channel,quality\n"
                                  "2023-01-01T00:00:00Z,21.5,70.7,kitchen,good\n"
                                  "2023-01-01T00:00:00.000000001Z,-300,-508,'=oven,outOfOrder+outOfRange\n"
                                  "2023-01-01T00:00:01Z,1013,,\"'-pressure, \"\"sea\"\"\",good\n"
                                  "2023-01-01T00:00:02Z,nan,nan,'quoted',notANumber\n"
                                  "2023-01-01T00:00:03Z,1,33.8,''=x,good\n");
    EXPECT_EQ(
        describe(parsed.block),
        "kitchen 2023-01-01T00:00:00Z 21.5; =oven 2023-01-01T00:00:00.000000001Z -300 outOfOrder+outOfRange; "
        "-pressure, \"sea\" 2023-01-01T00:00:01Z 1013; 'quoted' 2023-01-01T00:00:02Z nan notANumber; '=x "
        "2023-01-01T00:00:03Z 1");
    EXPECT_EQ(describeChannels(parsed.block),
              "kitchen °C, =oven °C, -pressure, \"sea\", 'quoted' °C, '=x °C");
    EXPECT_EQ(parsed.block.malformedCount, 0);
}

TEST(CsvTest, AppliesTheUnitAskedForWhereTheColumnStatesNone) {
    const TextOptions fahrenheit{Unit::Fahrenheit};
    EXPECT_EQ(describeChannels(parseText("time,value,temp_c,humidity\n5,1,2,3", fahrenheit).block),
              "value °F, temp_c °C, humidity");
    EXPECT_EQ(describeChannels(parseText("5\n", fahrenheit).block), "sensor-1 °F");
    EXPECT_EQ(
        describeChannels(
            parseText("timestamp,temperature,temperature_f,channel,quality\n5,21.5,70.7,a,good", fahrenheit)
                .block),
        "");
    EXPECT_EQ(
        describeChannels(
            parseText(
                "timestamp,temperature,temperature_f,channel,quality\n2023-01-01T00:00:00Z,21.5,70.7,a,good",
                fahrenheit)
                .block),
        "a °C");
}

TEST(CsvTest, ReadsItsOwnExportsWithUnits) {
    const auto parsed = parseText("timestamp,temperature,temperature_f,channel,quality,value,unit\n"
                                  "2023-01-01T00:00:00Z,21.5,70.7,kitchen,good,21.5,°C\n"
                                  "2023-01-01T00:00:00Z,,,sea,late,1013,hPa\n"
                                  "2023-01-01T00:00:01Z,nan,nan,kitchen,noValue,nan,°C\n"
                                  "2023-01-01T00:00:01Z,,,level,good,0.5,\n"
                                  "2023-01-01T00:00:02Z,,,odd,good,7,'=m\n"
                                  "2023-01-01T00:00:03Z,,,sea,notANumber,nan,hPa\n");
    EXPECT_EQ(describe(parsed.block),
              "kitchen 2023-01-01T00:00:00Z 21.5; sea 2023-01-01T00:00:00Z 1013 late; "
              "kitchen 2023-01-01T00:00:01Z nan noValue; level 2023-01-01T00:00:01Z 0.5; "
              "odd 2023-01-01T00:00:02Z 7; sea 2023-01-01T00:00:03Z nan notANumber");
    EXPECT_EQ(describeChannels(parsed.block), "kitchen °C, sea hPa, level, odd =m");
    EXPECT_TRUE(parsed.block.leftOut.isNone()) << "what stands there twice is not left out";
    EXPECT_EQ(describeNotices(parsed.block), "");
}

TEST(CsvTest, MarksWhatSaysThatItHasNoValue) {
    const auto parsed = parseText("time,a_degC,b_degC\n"
                                  "2023-01-01T00:00:00Z,20,1\n"
                                  "2023-01-01T00:00:01Z,OPEN,2\n"
                                  "2023-01-01T00:00:02Z,9.9E37,3\n"
                                  "2023-01-01T00:00:03Z,nan,4\n"
                                  "2023-01-01T00:00:04Z,,5\n");
    EXPECT_EQ(describe(parsed.block),
              "a_degC 2023-01-01T00:00:00Z 20; b_degC 2023-01-01T00:00:00Z 1; "
              "a_degC 2023-01-01T00:00:01Z nan noValue; b_degC 2023-01-01T00:00:01Z 2; "
              "a_degC 2023-01-01T00:00:02Z nan noValue; b_degC 2023-01-01T00:00:02Z 3; "
              "a_degC 2023-01-01T00:00:03Z nan; b_degC 2023-01-01T00:00:03Z 4; "
              "b_degC 2023-01-01T00:00:04Z 5");
    EXPECT_EQ(parsed.block.leftOut, (LeftOutCounts{0, 0, 1}));
}

TEST(CsvTest, KeepsTheValuesOfAChannelInOneUnit) {
    const auto parsed = parseText("time,sensor,value,unit\n"
                                  "2023-01-01T00:00:00Z,roof,20,°C\n"
                                  "2023-01-01T00:00:01Z,roof,68,°F\n"
                                  "2023-01-01T00:00:02Z,sea,1013,hPa\n"
                                  "2023-01-01T00:00:03Z,sea,1.013,bar\n"
                                  "2023-01-01T00:00:04Z,sea,1014,\n");
    EXPECT_EQ(describe(parsed.block), "roof 2023-01-01T00:00:00Z 20; roof 2023-01-01T00:00:01Z 20; "
                                      "sea 2023-01-01T00:00:02Z 1013; sea 2023-01-01T00:00:04Z 1014");
    EXPECT_EQ(describeChannels(parsed.block), "roof °C, sea hPa");
    EXPECT_EQ(parsed.counts.malformed, 1);
    EXPECT_EQ(describeNotices(parsed.block),
              "5: the unit of the channel “sea” was hPa before and is bar here\n");
}

TEST(CsvTest, SaysWhatIsWrongWithARow) {
    const auto parsed = parseText("time,value,kitchen\n"
                                  "5,1,2\n"
                                  "7,1,2,3\n"
                                  "5,1,2\n"
                                  "yesterday,1,2\n"
                                  ",1,2\n"
                                  "5,1,2\n"
                                  "12,\"1,2\n"
                                  "13,\"1\"x,2\n"
                                  "5,1,2\n"
                                  "99999999999999,1,2\n"
                                  "14,,2\n");
    EXPECT_EQ(parsed.block.size(), 9);
    EXPECT_EQ(describeNotices(parsed.block), "3: 4 columns where 3 were expected\n"
                                             "5: “yesterday” is no time that can be read\n"
                                             "6: the time is missing\n"
                                             "8: a quoted cell is not closed on its line\n"
                                             "9: text follows the closing quote of a cell\n"
                                             "11: “99999999999999” is no time that can be read\n");
    EXPECT_EQ(parsed.block.malformedCount, 6);
}

TEST(CsvTest, SaysWhichColumnsItDoesNotRead) {
    EXPECT_EQ(describeNotices(parseText("time,value,note\n5,1,fine\n6,2,good").block),
              "1! column “note” holds no values and is left out\n");
    std::string header = "time";
    std::string row = "5";
    for (int i = 0; i < maxChannels + 10; ++i) {
        header += ",c" + std::to_string(i);
        row += ",1";
    }
    const auto parsed = parseText(header + '\n' + row);
    EXPECT_EQ(parsed.block.size(), maxChannels);
    EXPECT_EQ(parsed.block.notices.constLast().reason.english(),
              QStringLiteral("only the first 256 value columns are read"));
}

TEST(CsvTest, RecoversFromAFragmentAtTheStartOfAStream) {
    const auto parsed = parseText("3,21.5\n2024-03-01,22,40\n2024-03-02,23,41\n2024-03-03,24,42\n");
    EXPECT_EQ(describe(parsed.block), "sensor-1 2024-03-01T00:00:00Z 22; sensor-2 2024-03-01T00:00:00Z 40; "
                                      "sensor-1 2024-03-02T00:00:00Z 23; sensor-2 2024-03-02T00:00:00Z 41; "
                                      "sensor-1 2024-03-03T00:00:00Z 24; sensor-2 2024-03-03T00:00:00Z 42");
    EXPECT_EQ(describeNotices(parsed.block),
              "1! the times name no zone and are read as UTC; zone=Europe/Berlin says where they are of\n"
              "1: “3” is no time that can be read\n");
}

TEST(CsvTest, PassesOverAHeaderThatIsRepeated) {
    const auto parsed = parseText("time,value\n5,1\ntime,value\n6,2\n");
    EXPECT_EQ(parsed.block.size(), 2);
    EXPECT_EQ(parsed.block.malformedCount, 0);
    EXPECT_EQ(parsed.counts.ignored, 2);
}

TEST(CsvTest, TakesNoNumberBehindATabForAZone) {
    const auto parsed = parseText("2024-03-01T10:00:00Z\t-4,25\n2024-03-01T10:00:01Z\t3,5\n"
                                  "2024-03-01 10:00:02\t-2,75\n2024-03-01T10:00:03Z\t-4,125\n");
    EXPECT_EQ(describe(parsed.block),
              "sensor-1 2024-03-01T10:00:00Z -4.25; sensor-1 2024-03-01T10:00:01Z 3.5; "
              "sensor-1 2024-03-01T10:00:02Z -2.75; sensor-1 2024-03-01T10:00:03Z -4.125");
}

TEST(CsvTest, TakesOnlyTheCodesThemselvesForAnOverload) {
    const auto parsed = parseText(
        "time,a\n1700000000,1\n1700000001,9.9e37\n1700000002,-9.9E+37\n"
        "1700000003,9.91e37\n1700000004,9.9000003e37\n1700000005,9.95e37\n1700000006,-9.99999999e+37\n");
    EXPECT_EQ(parsed.block.quality, (QList<Quality>{{},
                                                    QualityFlag::NoValue,
                                                    QualityFlag::NoValue,
                                                    QualityFlag::NoValue,
                                                    QualityFlag::NoValue,
                                                    {},
                                                    QualityFlag::NoValue}));
}

} // namespace
} // namespace rillscope
