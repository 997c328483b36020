// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <vector>

namespace rillscope {
namespace {

using test::describeChannels;
using test::describeNotices;
using test::parseText;

/// "channel value; …": the times are those of arrival.
std::string valuesOf(const SampleBlock& block) {
    std::string text;
    for (qsizetype i = 0; i < block.size(); ++i)
        text += (i > 0 ? "; " : "") + block.channels.at(block.channel.at(i)).name.toStdString() + ' ' +
                QString::number(block.value.at(i)).toStdString();
    return text;
}

struct Case {
    const char* text;
    const char* values;
    const char* channels;
};

TEST(LiveLinesTest, ReadsWhatDevicesPrint) {
    const std::vector<Case> cases{
        {"Speed:3.5\tLoad:40\n", "Speed 3.5; Load 40", "Speed, Load"},
        {"Speed:3.5,Load:40\n", "Speed 3.5; Load 40", "Speed, Load"},
        {"u:1 v:2\n", "u 1; v 2", "u, v"},
        {"A7: 100\n", "A7 100", "A7"},
        {"Tilt: 3.5°, Turn: -4°\n", "Tilt 3.5; Turn -4", "Tilt °, Turn °"},
        {"Temperature = 20.5 *C\n", "Temperature 20.5", "Temperature °C"},
        {"in=70.5F out=40%\n", "in 70.5; out 40", "in °F, out %"},
        {">tank:5\n", "tank 5", "tank"},
        {"70.5 F\n", "sensor-1 70.5", "sensor-1 °F"},
        {"hall/temp 20.5\n", "hall/temp 20.5", "hall/temp °C"},
        {"Temperature 20.5 C\n", "Temperature 20.5", "Temperature °C"},
        {"\x1b[1;32mI (77) probe: level=5\x1b[0m\n", "level 5", "level"},
        {"[INFO ] level=5\n", "level 5", "level"},
        {"lvl=warn msg=\"all is well\" tank=5\n", "tank 5", "tank"},
        {"0x1F\n", "sensor-1 31", "sensor-1"},
        {"3.5 40 -7\n3.6 41 -8\n",
         "sensor-1 3.5; sensor-2 40; sensor-3 -7; sensor-1 3.6; sensor-2 41; sensor-3 -8",
         "sensor-1, sensor-2, sensor-3"},
        {"3,5\t40,25\n", "sensor-1 3.5; sensor-2 40.25", "sensor-1, sensor-2"},
        {"P   Q\n1.5 -2\n", "P 1.5; Q -2", "P, Q"},
    };
    for (const auto& [text, values, channels] : cases) {
        const auto parsed = parseText(text);
        EXPECT_EQ(valuesOf(parsed.block), values) << text << describeNotices(parsed.block);
        EXPECT_EQ(describeChannels(parsed.block), channels) << text;
        EXPECT_EQ(parsed.block.malformedCount, 0) << text << describeNotices(parsed.block);
    }
}

TEST(LiveLinesTest, TakesTheTimeInFront) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2027-05-14T08:00:00 3.5\n", "sensor-1 2027-05-14T08:00:00Z 3.5"},
        {"2027-05-14 08:00:00 3.5 4\n", "sensor-1 2027-05-14T08:00:00Z 3.5; sensor-2 2027-05-14T08:00:00Z 4"},
        {"[2027-05-14 08:00:00] level=4\n", "level 2027-05-14T08:00:00Z 4"},
        {"2027-05-14 08:00:00.250 -> 3.5,4\n",
         "sensor-1 2027-05-14T08:00:00.250Z 3.5; sensor-2 2027-05-14T08:00:00.250Z 4"},
        {"ts=2027-05-14T08:00:00Z level=4\n", "level 2027-05-14T08:00:00Z 4"},
    };
    for (const auto& [text, samples] : cases)
        EXPECT_EQ(test::describe(parseText(text).block), samples) << text;
}

TEST(LiveLinesTest, ReadsLineProtocolAndExposition) {
    EXPECT_EQ(test::describe(parseText("air,room=a co2=400,fan=2i,on=true 1764500000000000000\n").block),
              "air/a/co2 2025-11-30T10:53:20Z 400; air/a/fan 2025-11-30T10:53:20Z 2");
    EXPECT_EQ(test::describe(parseText("level{tank=\"a\",site=\"b\"} 3.5 1764500000000\n").block),
              "a/b/level 2025-11-30T10:53:20Z 3.5");
}

TEST(LiveLinesTest, RefusesWhatIsNone) {
    for (const char* text : {"Hello\n", "2027-05-14 08:00:00 the door is open\n", "changed from 20.5 to 21\n",
                             "http://example.org\n", "level=\n"}) {
        const auto parsed = parseText(text);
        EXPECT_EQ(parsed.block.size(), 0) << text;
        EXPECT_EQ(parsed.counts.accepted, 0) << text;
    }
}

TEST(LiveLinesTest, PassesOverABootLogInFrontOfATable) {
    const auto parsed =
        parseText("boot 1.2\nmode:DIO, clock div:2\nentry point\nmillis,level\n500,3\n600,4\n700,5\n");
    EXPECT_EQ(valuesOf(parsed.block), "level 3; level 4; level 5");
    EXPECT_EQ(parsed.block.malformedCount, 0) << describeNotices(parsed.block);
}

TEST(LiveLinesTest, DecidesAnewWhenSeveralLinesDoNotFit) {
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "1.5,2\n";
    const auto parsed =
        parseText(text + "level=5\nlevel=6\nlevel=7\n3.5;4.5;5.5\n3.6;4.6;5.6\n3.7;4.7;5.7\n");
    EXPECT_EQ(parsed.block.malformedCount, 0) << describeNotices(parsed.block);
    EXPECT_EQ(parsed.block.size(), 80 + 3 + 9);
}

TEST(LiveLinesTest, CountsALineThatDoesNotFit) {
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "1.5,2.5\n";
    const auto parsed = parseText(text + "1.5,2\n3,4,5\n1.5,2.5\n");
    EXPECT_EQ(describeNotices(parsed.block), "42: 3 columns where 2 were expected\n");
    EXPECT_EQ(parsed.block.size(), 84);
}

TEST(LiveLinesTest, ReadsJsonOfManyShapes) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {R"({"t":1764500000,"in":{"temp":5,"hum":6}})", "in/hum 6; in/temp 5"},
        {R"({"list":[5,6]})", "list/0 5; list/1 6"},
        {R"([{"level":5},{"level":6}])", "level 5; level 6"},
        {"[\n  {\n    \"level\": 5\n  },\n  {\n    \"level\": 6\n  }\n]\n", "level 5; level 6"},
        {R"({"t":[1764500000,1764500001],"v":[5,6]})", "v 5; v 6"},
        {R"({"level":"5","note":"full"})", "level 5"},
        {R"({"level":{"value":70,"unit":"°F"}})", "level 70"},
        {R"({"name":"a","data":[{"time":1764500000,"state":"5"},{"time":1764500001,"state":"6"}]})",
         "a 5; a 6"},
        {R"({"fields":{"load":5},"name":"cpu","tags":{"host":"x"},"timestamp":1764500000})", "cpu/x/load 5"},
        {R"({"topic":"a/b","payload":5})", "a/b 5"},
        {R"({"id":"x","level":5})", "x/level 5"},
        {R"({"ts":1764500000,"all":[{"name":"a","value":5},{"name":"b","value":6}]})", "a 5; b 6"},
        {R"(a/b {"level":5})", "a/b/level 5"},
        {R"({"model":"X","id":7,"temperature_C":5,"battery_ok":1})", "X/7/battery_ok 1; X/7 5"},
    };
    for (const auto& [text, values] : cases) {
        const auto parsed = parseText(text);
        EXPECT_EQ(valuesOf(parsed.block), values) << text << describeNotices(parsed.block);
    }
    EXPECT_EQ(describeChannels(parseText(R"({"level":{"value":70,"unit":"°F"}})").block), "level °F");
    EXPECT_EQ(describeChannels(parseText(R"({"a":{"Temperature":70},"TempUnit":"F"})").block),
              "a/Temperature °F");
}

TEST(LiveLinesTest, LosesNoLineBehindJsonThatIsCutOff) {
    const auto parsed =
        parseText("{\"level\":1}\n{\"level\":\n{\"level\":2}\n{\"level\":3,\n{\"level\":4}\n");
    EXPECT_EQ(valuesOf(parsed.block), "level 1; level 2; level 4");
    EXPECT_EQ(parsed.block.malformedCount, 2);
    EXPECT_EQ(parsed.counts.accepted + parsed.counts.malformed + parsed.counts.ignored, 5);
}

TEST(LiveLinesTest, AsksWhetherACommaIsADecimalMark) {
    test::ManualClock clock;
    SampleReader reader({}, clock);
    SampleBlock block;
    reader.feed("21,5\n22,5\n");
    reader.finish();
    while (reader.readLine(block)) {
    }
    ASSERT_TRUE(reader.question());
    EXPECT_TRUE(reader.question()->text.english().contains(QStringLiteral("separator=semicolon")));
    TextOptions single;
    single.separator = ';';
    EXPECT_EQ(valuesOf(parseText("21,5\n22,5\n", single).block), "sensor-1 21.5; sensor-1 22.5");
    EXPECT_EQ(test::describe(parseText("1700000000,21\n1700000001,22\n").block),
              "sensor-1 2023-11-14T22:13:20Z 21; sensor-1 2023-11-14T22:13:21Z 22");
    EXPECT_EQ(valuesOf(parseText("21,05\n22,5\n").block), "sensor-1 21.05; sensor-1 22.5")
        << "no whole number begins with 0";
}

} // namespace
} // namespace rillscope
