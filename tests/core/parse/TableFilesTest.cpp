// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <vector>

namespace rillscope {
namespace {

using test::describe;
using test::describeChannels;
using test::describeNotices;
using test::parseFile;

struct Case {
    const char* about;
    std::string text;
    const char* samples;
    const char* channels;
};

void expectAll(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        const auto parsed = parseFile(each.text);
        EXPECT_FALSE(parsed.question) << each.about << ": " << parsed.question->text.english().toStdString();
        EXPECT_EQ(describe(parsed.block), each.samples) << each.about << '\n'
                                                        << describeNotices(parsed.block);
        EXPECT_EQ(describeChannels(parsed.block), each.channels) << each.about;
    }
}

void expectQuestions(const std::vector<std::pair<std::string, const char*>>& cases) {
    for (const auto& [text, word] : cases) {
        const auto parsed = parseFile(text);
        ASSERT_TRUE(parsed.question) << text << describe(parsed.block);
        EXPECT_TRUE(parsed.question->text.english().contains(QLatin1String(word)))
            << text << parsed.question->text.english().toStdString();
        EXPECT_EQ(parsed.block.size(), 0);
    }
}

TEST(TableFilesTest, FindsTheTimeByWhatItLooksLike) {
    expectAll({
        {"German", "Zeitpunkt;Vorlauf\n14.05.2027 08:00:00;51,5\n14.05.2027 08:00:30;51,75\n",
         "Vorlauf 2027-05-14T08:00:00Z 51.5; Vorlauf 2027-05-14T08:00:30Z 51.75", "Vorlauf °C"},
        {"two columns", "Jour,Heure,Débit\n2027-05-14,08:00,1.5\n2027-05-14,08:10,1.25\n",
         "Débit 2027-05-14T08:00:00Z 1.5; Débit 2027-05-14T08:10:00Z 1.25", "Débit"},
        {"a name that nobody knows", "wann;Kessel\n2027/05/14 8:00;61\n2027/05/14 8:05;62\n",
         "Kessel 2027-05-14T08:00:00Z 61; Kessel 2027-05-14T08:05:00Z 62", "Kessel"},
        {"month names", "stamp,kiln\n3-Mar-2027 10:00:00,900\n4-Mar-2027 10:00:00,901\n",
         "kiln 2027-03-03T10:00:00Z 900; kiln 2027-03-04T10:00:00Z 901", "kiln"},
        {"halves of the day", "Date/Time,tank\n12/24/2027 11:59:00 PM,5\n12/25/2027 12:00:00 AM,6\n",
         "tank 2027-12-24T23:59:00Z 5; tank 2027-12-25T00:00:00Z 6", "tank"},
        {"digits", "Datum,p\n202705140800,5\n202705140810,6\n",
         "p 2027-05-14T08:00:00Z 5; p 2027-05-14T08:10:00Z 6", "p"},
        {"microseconds", "t_stamp_us;a\n1764500000250000;1,5\n1764500000500000;1,25\n",
         "a 2025-11-30T10:53:20.250Z 1.5; a 2025-11-30T10:53:20.500Z 1.25", "a"},
        {"a zone in the name", "\"Date Time, GMT+02:00\",x\n2027-05-14 08:00:00,1\n",
         "x 2027-05-14T06:00:00Z 1", "x"},
        {"a second clock",
         "Timestamp;Local time;v\n1764500000;2025/11/30 11:53:20;3\n1764500010;2025/11/30 11:53:30;4\n",
         "v 2025-11-30T10:53:20Z 3; v 2025-11-30T10:53:30Z 4", "v"},
    });
}

TEST(TableFilesTest, CountsTimesSinceAStartFromThere) {
    expectAll({
        {"seconds", "Time [s],load\n0.5,10\n1.5,11\n",
         "load 1970-01-01T00:00:00.500Z 10; load 1970-01-01T00:00:01.500Z 11", "load"},
        {"milliseconds", "millis,load,state\n500,10,ok\n1500,11,ok\n",
         "load 1970-01-01T00:00:00.500Z 10; load 1970-01-01T00:00:01.500Z 11", "load"},
        {"a unit in a row of its own", "Time,Oven\nmin,deg F\n0,212\n1,213\n",
         "Oven 1970-01-01T00:00:00Z 212; Oven 1970-01-01T00:01:00Z 213", "Oven °F"},
        {"a clock", "elapsed,core\n23:59:58,1\n24:00:01,2\n",
         "core 1970-01-01T23:59:58Z 1; core 1970-01-02T00:00:01Z 2", "core"},
        {"before the trigger", "TIME,CH1\n-2.0000e-03,0.5\n0.0000e+00,0.25\n",
         "CH1 1969-12-31T23:59:59.998Z 0.5; CH1 1970-01-01T00:00:00Z 0.25", "CH1"},
    });
}

TEST(TableFilesTest, AsksWhatNobodyCanKnow) {
    expectQuestions({
        {"Date,level\n05/06/2027,1\n06/06/2027,2\n", "dates=dmy or dates=mdy"},
        {"Date,Time,level\n05/06/2027,08:00,1\n05/06/2027,09:00,2\n", "dates=dmy or dates=mdy"},
        {"level,flow\n1.5,2\n1.6,3\n", "time=COLUMN"},
        {"40321.25,1.5\n40321.5,1.75\n", "time=COLUMN"},
        {"Date,level\n46348.25,1.5\n46348.5,1.75\n", "timeform=days"},
        {"time,total\n2027-05-14T08:00:00Z,\"1,234\"\n2027-05-14T08:01:00Z,\"1,235\"\n",
         "decimal=comma or decimal=point"},
        {"time,level\n2027-05-14 08:00:00,21,5\n2027-05-14 08:01:00,22,5\n",
         "names 2 columns where the rows have 3"},
        {"time,level\n3880000000,1\n3880000010,2\n", "since 1904"},
        {"<?xml version=\"1.0\"?>\n<a/>\n", "XML"},
        {"PK\x03\x04 and more", "xlsx"},
    });
}

TEST(TableFilesTest, TakesTheAnswersFromTheOptions) {
    const std::string dates = "Date,level\n05/06/2027,1\n06/06/2027,2\n";
    TextOptions options;
    options.dates = DateOrder::MonthFirst;
    EXPECT_EQ(describe(parseFile(dates, options).block),
              "level 2027-05-06T00:00:00Z 1; level 2027-06-06T00:00:00Z 2");
    options = {};
    options.start = parseRfc3339("2027-05-14T08:00:00Z");
    options.interval = std::chrono::seconds{10};
    EXPECT_EQ(describe(parseFile("level\n1.5\n1.75\n", options).block),
              "level 2027-05-14T08:00:00Z 1.5; level 2027-05-14T08:00:10Z 1.75");
    options = {};
    options.decimal = NumberForm::Decimal::Comma;
    EXPECT_EQ(describe(parseFile("time,total\n2027-05-14T08:00:00Z,\"1,234\"\n", options).block),
              "total 2027-05-14T08:00:00Z 1.234");
    options = {};
    options.timeForm = TimeForm{TimeForm::Kind::Days};
    EXPECT_EQ(describe(parseFile("Date,level\n46348.25,1.5\n46348.5,1.75\n", options).block),
              "level 2026-11-22T06:00:00Z 1.5; level 2026-11-22T12:00:00Z 1.75");
    options = {};
    options.timeColumn = QStringLiteral("2");
    EXPECT_EQ(
        describe(parseFile(
                     "2027-05-14 08:00:00,2027-05-14 09:00:00,5\n2027-05-14 08:01:00,2027-05-14 09:01:00,6\n",
                     options)
                     .block),
        "sensor-1 2027-05-14T09:00:00Z 5; sensor-1 2027-05-14T09:01:00Z 6");
}

TEST(TableFilesTest, DecidesDatesOnAllRows) {
    std::string text = "Date Time,a\n";
    for (int row = 0; row < 1'000; ++row)
        text += "05/06/2027 08:00:00," + std::to_string(row) + '\n';
    EXPECT_TRUE(parseFile(text).question);
    const auto parsed = parseFile(text + "13/06/2027 08:00:00,5\n");
    EXPECT_FALSE(parsed.question);
    EXPECT_EQ(formatRfc3339(parsed.block.eventTime.front()), "2027-06-05T08:00:00Z");
    EXPECT_EQ(parsed.block.size(), 1'001);
}

TEST(TableFilesTest, JudgesEachCellByItself) {
    const auto parsed = parseFile(
        "time,a,b\n2027-05-14 08:00:00,OPEN,1\n2027-05-14 08:00:01,2,--\n"
        "2027-05-14 08:00:02,n/a,3\n2027-05-14 08:00:03,9.91E+37,\n2027-05-14 08:00:04,5,SENSFAIL\n");
    EXPECT_EQ(
        describe(parsed.block),
        "b 2027-05-14T08:00:00Z 1; a 2027-05-14T08:00:01Z 2; b 2027-05-14T08:00:01Z nan noValue; "
        "a 2027-05-14T08:00:02Z nan noValue; b 2027-05-14T08:00:02Z 3; a 2027-05-14T08:00:03Z nan noValue; "
        "a 2027-05-14T08:00:04Z 5; b 2027-05-14T08:00:04Z nan noValue");
    EXPECT_EQ(parsed.block.malformedCount, 0);
    EXPECT_EQ(parsed.leftOut.empty, 2) << "OPEN before the first number, and the empty cell";
}

TEST(TableFilesTest, KnowsAUnitOnlyWhereSomethingSaysIt) {
    expectAll({
        {"names", "time,Kitchen °F,Supply [V],Humidity %,hall\n2027-05-14T08:00:00Z,70,5,40,3\n",
         "Kitchen °F 2027-05-14T08:00:00Z 70; Supply [V] 2027-05-14T08:00:00Z 5; Humidity % "
         "2027-05-14T08:00:00Z 40; "
         "hall 2027-05-14T08:00:00Z 3",
         "Kitchen °F °F, Supply [V] V, Humidity % %, hall"},
        {"in the cells", "time,inlet\n2027-05-14T08:00:00Z,70.5 °F\n2027-05-14T08:00:01Z,70.6 °F\n",
         "inlet 2027-05-14T08:00:00Z 70.5; inlet 2027-05-14T08:00:01Z 70.6", "inlet °F"},
        {"in a column with a longer name",
         "time,reading,unit_of_measurement\n2027-05-14T08:00:00Z,70,°F\n2027-05-14T08:00:01Z,71,°F\n",
         "reading 2027-05-14T08:00:00Z 70; reading 2027-05-14T08:00:01Z 71", "reading °F"},
        {"in a column", "time,value,unit\n2027-05-14T08:00:00Z,70,°F\n2027-05-14T08:00:01Z,71,°F\n",
         "value 2027-05-14T08:00:00Z 70; value 2027-05-14T08:00:01Z 71", "value °F"},
    });
    TextOptions named;
    named.speaksOfTemperature = true;
    EXPECT_EQ(describeChannels(parseFile("timestamp,value\n2027-05-14T08:00:00Z,70\n", named).block),
              "value °C");
    EXPECT_EQ(describeChannels(parseFile("timestamp,load\n2027-05-14T08:00:00Z,70\n", named).block), "load");
}

TEST(TableFilesTest, KeepsSeriesApart) {
    expectAll({
        {"a key by its name",
         "Messstelle;Zeit;Messwert\nA;2027-05-14 08:00:00;1,5\nB;2027-05-14 08:00:00;2,5\n",
         "A 2027-05-14T08:00:00Z 1.5; B 2027-05-14T08:00:00Z 2.5", "A, B"},
        {"several keys",
         "time,host,sensor,temp\n2027-05-14T08:00:00Z,x,1,5\n2027-05-14T08:00:00Z,y,1,6\n"
         "2027-05-14T08:00:01Z,x,1,7\n",
         "x/1 2027-05-14T08:00:00Z 5; y/1 2027-05-14T08:00:00Z 6; x/1 2027-05-14T08:00:01Z 7",
         "x/1 °C, y/1 °C"},
        {"no key", "time,room,outside\n2027-05-14T08:00:00Z,21,5\n2027-05-14T08:01:00Z,22,5\n",
         "room 2027-05-14T08:00:00Z 21; outside 2027-05-14T08:00:00Z 5; room 2027-05-14T08:01:00Z 22; "
         "outside 2027-05-14T08:01:00Z 5",
         "room, outside"},
        {"a number that tells rows apart",
         "time,node,level\n2027-05-14T08:00:00Z,1,21\n2027-05-14T08:00:00Z,2,22\n",
         "1 2027-05-14T08:00:00Z 21; 2 2027-05-14T08:00:00Z 22", "1, 2"},
        {"a key by what it does",
         "time,what,reading\n2027-05-14T08:00:00Z,north,5\n2027-05-14T08:00:00Z,south,6\n",
         "north 2027-05-14T08:00:00Z 5; south 2027-05-14T08:00:00Z 6", "north, south"},
        {"the key says what it is",
         "entity,state,changed\nhall_temperature,21,2027-05-14T08:00:00Z\n"
         "hall_humidity,40,2027-05-14T08:00:00Z\nhall_humidity,unavailable,2027-05-14T08:01:00Z\n",
         "hall_temperature 2027-05-14T08:00:00Z 21; hall_humidity 2027-05-14T08:00:00Z 40; "
         "hall_humidity 2027-05-14T08:01:00Z nan noValue",
         "hall_temperature °C, hall_humidity"},
    });
}

TEST(TableFilesTest, LeavesOutTextAndCountersAndSaysSo) {
    const auto parsed =
        parseFile("No,time,a,remark\n1,2027-05-14T08:00:00Z,5,fine\n2,2027-05-14T08:00:01Z,6,good\n");
    EXPECT_EQ(describe(parsed.block), "a 2027-05-14T08:00:00Z 5; a 2027-05-14T08:00:01Z 6");
    EXPECT_EQ(describeNotices(parsed.block), "1! column “No” holds no values and is left out\n"
                                             "1! column “remark” holds no values and is left out\n");
    EXPECT_EQ(parsed.leftOut.columns, 2);
}

TEST(TableFilesTest, FindsTheTableBehindAPreamble) {
    expectAll({
        {"facts",
         "Logger,X1\nSerial,0815\nStarted,2027-05-14 07:00:00\n\nTime,Oven (°C),Fan [RPM]\n"
         "2027-05-14 08:00:00,101.5,1200\n2027-05-14 08:00:01,101.75,1210\n",
         "Oven 2027-05-14T08:00:00Z 101.5; Fan [RPM] 2027-05-14T08:00:00Z 1200; Oven 2027-05-14T08:00:01Z "
         "101.75; "
         "Fan [RPM] 2027-05-14T08:00:01Z 1210",
         "Oven °C, Fan [RPM] RPM"},
        {"units and kinds",
         "\"TOA5\",\"x\",\"y\",\"z\"\n\"TIMESTAMP\",\"AirT\",\"BattV\"\n\"TS\",\"Deg C\",\"Volts\"\n"
         "\"\",\"Avg\",\"Min\"\n\"2027-05-14 08:00:00\",21.5,12.5\n\"2027-05-14 08:15:00\",\"NAN\",12.25\n",
         "AirT 2027-05-14T08:00:00Z 21.5; BattV 2027-05-14T08:00:00Z 12.5; AirT 2027-05-14T08:15:00Z nan; "
         "BattV 2027-05-14T08:15:00Z 12.25",
         "AirT °C, BattV Volts"},
        {"names over two lines",
         "sep=;\n;Hall;Hall\n;Supply;Return\ndd.MM.yyyy HH:mm;°C;kW\n14.05.2027 08:00;55,5;1,5\n"
         "14.05.2027 08:05;55,25\n",
         "Hall Supply 2027-05-14T08:00:00Z 55.5; Hall Return 2027-05-14T08:00:00Z 1.5; "
         "Hall Supply 2027-05-14T08:05:00Z 55.25",
         "Hall Supply °C, Hall Return kW"},
        {"the header in a comment", "# time,oven_F\n2027-05-14T08:00:00Z,400\n",
         "oven_F 2027-05-14T08:00:00Z 400", "oven_F"},
        {"notes behind semicolons", "; made by X\n; 2 channels\nTime [s],A0 [V]\n0,0.5\n1,0.75\n",
         "A0 [V] 1970-01-01T00:00:00Z 0.5; A0 [V] 1970-01-01T00:00:01Z 0.75", "A0 [V] V"},
    });
}

TEST(TableFilesTest, ReadsRaggedRows) {
    expectAll({
        {"closed by a separator", "time,a,b\n2027-05-14T08:00:00Z,1,2,\n2027-05-14T08:00:01Z,3,4,\n",
         "a 2027-05-14T08:00:00Z 1; b 2027-05-14T08:00:00Z 2; a 2027-05-14T08:00:01Z 3; b "
         "2027-05-14T08:00:01Z 4",
         "a, b"},
        {"short", "time,a,b\n2027-05-14T08:00:00Z,1,2\n2027-05-14T08:00:01Z,3\n",
         "a 2027-05-14T08:00:00Z 1; b 2027-05-14T08:00:00Z 2; a 2027-05-14T08:00:01Z 3", "a, b"},
        {"a row of separators at the end", "time;a;\n2027-05-14T08:00:00Z;1,5;\n;;\n",
         "a 2027-05-14T08:00:00Z 1.5", "a"},
    });
}

TEST(TableFilesTest, FollowsAHeaderThatComesAgain) {
    expectAll({
        {"in another order", "time,a,b\n2027-05-14T08:00:00Z,1,2\ntime,b,a\n2027-05-14T08:00:01Z,4,3\n",
         "a 2027-05-14T08:00:00Z 1; b 2027-05-14T08:00:00Z 2; b 2027-05-14T08:00:01Z 4; a "
         "2027-05-14T08:00:01Z 3",
         "a, b"},
        {"with one more column",
         "time,a,b\n2027-05-14T08:00:00Z,1,2\ntime,a,b,c\n2027-05-14T08:00:01Z,3,4,5\n",
         "a 2027-05-14T08:00:00Z 1; b 2027-05-14T08:00:00Z 2; a 2027-05-14T08:00:01Z 3; b "
         "2027-05-14T08:00:01Z 4; "
         "c 2027-05-14T08:00:01Z 5",
         "a, b, c"},
    });
}

TEST(TableFilesTest, ReadsNumbersAsTheyAreWritten) {
    expectAll({
        {"thousands", "time,a\n2027-05-14T08:00:00Z,\"1,234.5\"\n2027-05-14T08:00:01Z,\"999.5\"\n",
         "a 2027-05-14T08:00:00Z 1234.5; a 2027-05-14T08:00:01Z 999.5", "a"},
        {"by points", "time;a\n2027-05-14T08:00:00Z;1.234,5\n2027-05-14T08:00:01Z;999,5\n",
         "a 2027-05-14T08:00:00Z 1234.5; a 2027-05-14T08:00:01Z 999.5", "a"},
        {"by lakh", "time,a\n2027-05-14T08:00:00Z,\"12,34,567.5\"\n", "a 2027-05-14T08:00:00Z 1234567.5",
         "a"},
        {"by blanks", "time;a\n2027-05-14T08:00:00Z;1 234,5\n", "a 2027-05-14T08:00:00Z 1234.5", "a"},
        {"a sign apart", "time,a\n2027-05-14T08:00:00Z,- 0.5\n2027-05-14T08:00:01Z,+ 21.5\n",
         "a 2027-05-14T08:00:00Z -0.5; a 2027-05-14T08:00:01Z 21.5", "a"},
        {"guarded", "time;a\n2027-05-14T08:00:00Z;'-0.5\n", "a 2027-05-14T08:00:00Z -0.5", "a"},
        {"by pipes", "time|a\n2027-05-14T08:00:00Z|5\n", "a 2027-05-14T08:00:00Z 5", "a"},
    });
}

TEST(TableFilesTest, ReadsOtherEncodings) {
    using namespace std::string_literals;
    std::string wide = "\xff\xfe"s;
    for (const char character : "time,Oven (C)\n2027-05-14T08:00:00Z,5\n"s)
        wide += std::string(1, character) + '\0';
    expectAll({
        {"Latin-1",
         "time,Oven (\xb0"
         "C)\n2027-05-14T08:00:00Z,5\n",
         "Oven 2027-05-14T08:00:00Z 5", "Oven °C"},
        {"GBK", "\xca\xb1\xbc\xe4,\xce\xc2\xb6\xc8\n2027/05/14 08:00:00,5\n", "温度 2027-05-14T08:00:00Z 5",
         "温度 °C"},
        {"UTF-16", wide, "Oven 2027-05-14T08:00:00Z 5", "Oven °C"},
        {"CR", "time,a\r2027-05-14T08:00:00Z,5\r2027-05-14T08:00:01Z,6\r",
         "a 2027-05-14T08:00:00Z 5; a 2027-05-14T08:00:01Z 6", "a"},
    });
}

} // namespace
} // namespace rillscope
