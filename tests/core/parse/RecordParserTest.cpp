// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <QSet>

namespace rillscope {
namespace {

using test::describe;
using test::describeChannels;
using test::describeNotices;
using test::parseText;

void expectSamples(const std::vector<std::pair<const char*, const char*>>& cases) {
    for (const auto& [text, samples] : cases) {
        const auto parsed = parseText(text);
        EXPECT_EQ(describe(parsed.block), samples) << text << '\n' << describeNotices(parsed.block);
        EXPECT_EQ(parsed.block.malformedCount, 0) << text;
    }
}

void expectReasons(const std::vector<std::pair<std::string, const char*>>& cases) {
    for (const auto& [text, reason] : cases) {
        const auto parsed = parseText(text);
        EXPECT_EQ(describeNotices(parsed.block), reason) << text;
        EXPECT_EQ(parsed.block.malformedCount, 1) << text;
        EXPECT_EQ(parsed.block.size(), 0) << text;
    }
}

TEST(RecordParserTest, ReadsBareNumbersAtTheirArrival) {
    expectSamples({
        {"21.5\n", "sensor-1 2026-01-01T00:00:00Z 21.5"},
        {"  -3 \r\n\n4e1", "sensor-1 2026-01-01T00:00:00Z -3; sensor-1 2026-01-01T00:00:00.000000001Z 40"},
        {"1385975700", "sensor-1 2026-01-01T00:00:00Z 1385975700"},
    });
}

TEST(RecordParserTest, ReadsJsonLines) {
    expectSamples({
        {R"({"ts":5,"channel":"oven","value":200.5})", "oven 1970-01-01T00:00:05Z 200.5"},
        {R"({"timestamp":"2024-03-01T10:00:00.000000001Z","sensor":"a","value":1})",
         "a 2024-03-01T10:00:00.000000001Z 1"},
        {R"({"time":1700000000.123456,"name":"a","value":"1.5"})", "a 2023-11-14T22:13:20.123456Z 1.5"},
        {R"({"ts":1700000000123456789,"value":1})", "sensor-1 2023-11-14T22:13:20.123456789Z 1"},
        {R"({"ts":5,"value":1,"seq":17,"note":"x","more":{"value":3},"ok":true})",
         "more/value 1970-01-01T00:00:05Z 3; sensor-1 1970-01-01T00:00:05Z 1"},
        {R"({"ts":5,"temp":21,"hum":40})", "hum 1970-01-01T00:00:05Z 40; temp 1970-01-01T00:00:05Z 21"},
        {R"({"ts":5,"sensor":"attic","temp":21,"hum":40})",
         "attic/hum 1970-01-01T00:00:05Z 40; attic 1970-01-01T00:00:05Z 21"},
        {R"({"t":1700000000,"temp":21})", "temp 2023-11-14T22:13:20Z 21"},
        {R"({"t":21,"h":40})", "h 2026-01-01T00:00:00Z 40; t 2026-01-01T00:00:00Z 21"},
        {R"({"ts":5,"channel":7,"value":1})", "7 1970-01-01T00:00:05Z 1"},
        {R"({"ts":5,"a":1,"b":null})", "a 1970-01-01T00:00:05Z 1"},
        {R"({"value":1,"value":2})", "sensor-1 2026-01-01T00:00:00Z 2"},
    });
    EXPECT_EQ(describeChannels(parseText(R"({"temp_f":70,"hum":40,"p [hPa]":1000})").block),
              "hum, p [hPa] hPa, temp_f °F");
    EXPECT_EQ(describeChannels(parseText(R"({"channel":"a","value":70,"unit":"F"})").block), "a °F");
    EXPECT_EQ(describeChannels(parseText(R"({"channel":"a","value":70,"unit":"bar"})").block), "a bar");
}

TEST(RecordParserTest, ReadsKeyValuePairs) {
    expectSamples({
        {"temp=21.5 hum=40", "temp 2026-01-01T00:00:00Z 21.5; hum 2026-01-01T00:00:00Z 40"},
        {"ts=2024-03-01T10:00:00Z,sensor=a,value=3", "a 2024-03-01T10:00:00Z 3"},
        {"time=5; temp=1; state=on", "temp 1970-01-01T00:00:05Z 1"},
    });
}

TEST(RecordParserTest, TellsEachLineByItself) {
    const auto parsed = parseText("21.5\n{\"value\":22}\ntemp=23\n2024-03-01,24\n{\"value\":25}\n");
    EXPECT_EQ(parsed.block.value, (QList<double>{21.5, 22, 23, 25}));
    EXPECT_EQ(describeChannels(parsed.block), "sensor-1, temp °C");
    EXPECT_EQ(parsed.block.malformedCount, 1) << "one row makes no table";
}

TEST(RecordParserTest, TakesNanForASampleAndAWordForNoneOnceItsChannelHasOne) {
    const auto parsed =
        parseText("nan\n1\nnan\n-inf\n{\"value\":null}\n{\"value\":\"NaN\"}\n{\"temp\":null}\n");
    EXPECT_EQ(test::describe(parsed.block).substr(0, 33), "sensor-1 2026-01-01T00:00:00Z nan");
    EXPECT_EQ(parsed.block.size(), 6);
    EXPECT_EQ(parsed.block.value.at(1), 1.0);
    EXPECT_TRUE(std::isnan(parsed.block.value.at(2)));
    EXPECT_EQ(parsed.block.value.at(3), -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(parsed.block.value.at(4)));
    EXPECT_TRUE(std::isnan(parsed.block.value.at(5)));
    EXPECT_EQ(parsed.block.malformedCount, 0);
    EXPECT_EQ(parsed.counts.ignored, 1) << "no channel begins with the word that there is no value";
}

TEST(RecordParserTest, SaysWhatIsWrongWithALine) {
    using namespace std::string_literals;
    expectReasons({
        {"hello", "1: “hello” is neither a number nor CSV, JSON or key=value\n"},
        {"1e400", "1: the number is beyond the range of a double\n"},
        {"21.5\0"s, "1: the line holds a NUL byte\n"},
        {"21.5\xff", "1! the text is not UTF-8 and is read as Windows-1252\n"
                     "1: “21.5ÿ” is neither a number nor CSV, JSON or key=value\n"},
        {std::string(70'000, '1'), "1: the line is longer than 64 KiB\n"},
        {"{", "1: the JSON value is cut off\n"},
        {R"({"value":1e400})", "1: a JSON number is invalid or beyond the range of a double\n"},
        {R"({"value":NaN})", "1: a JSON number is invalid or beyond the range of a double\n"},
        {R"({"note":"x"})", "1: the record holds no value\n"},
        {R"({})", "1: the record holds no value\n"},
        {R"({"ts":"soon","value":1})", "1: “soon” is no time that can be read\n"},
        {R"({"ts":null,"value":1})", "1: “null” is no time that can be read\n"},
        {R"({"ts":1e300,"value":1})",
         "1: “1000000000000000052504760255204420248704…” is no time that can be read\n"},
        {R"({"ts":"03/04/2027","value":1})",
         "1: the date “03/04/2027” is ambiguous: the day or the month may come first; "
         "choose with dates=dmy or dates=mdy\n"},
        {R"({"channel":"a\u0000b","value":1})", "1: the channel name “a\xef\xbf\xbd"
                                                "b” holds a control character\n"},
        {R"({"channel":"a\u2028b","value":1})", "1: the channel name “a\xe2\x80\xa8"
                                                "b” holds a control character\n"},
        {"temp=21 on", "1: “temp=21 on” is neither a number nor CSV, JSON or key=value\n"},
        {"state=on", "1: “state=on” is neither a number nor CSV, JSON or key=value\n"},
    });
}

TEST(RecordParserTest, KeepsLongNamesAsTheyAre) {
    for (const int length : {65, 500, 1'024}) {
        const std::string name(static_cast<std::size_t>(length), 'x');
        for (const std::string& text : {"time," + name + "\n1,2\n", "time," + name + ",y\n1,2,3\n",
                                        R"({"channel":")" + name + R"(","value":1})", name + "=4\n"}) {
            const auto parsed = parseText(text);
            EXPECT_EQ(describeNotices(parsed.block), "") << text;
            ASSERT_FALSE(parsed.block.channels.isEmpty()) << text;
            EXPECT_EQ(parsed.block.channels.front().name.toStdString(), name);
        }
    }
}

TEST(RecordParserTest, CutsHostileNamesAndTellsSoOnceAndKeepsThemApart) {
    const std::string name = "a" + std::string(20'000, 'x');
    const std::string accents = [] {
        std::string text;
        for (int i = 0; i < 3'000; ++i)
            text += "é";
        return text;
    }();
    const auto parsed =
        parseText("time,temp," + name + "1," + name + "2," + accents + "\n1,20,2,3,4\n2,20,5,6,7\n");
    EXPECT_EQ(parsed.block.size(), 8);
    EXPECT_EQ(parsed.block.malformedCount, 0);
    ASSERT_EQ(parsed.block.channels.size(), 4);
    QSet<QString> names;
    for (int channel = 1; channel < 4; ++channel) {
        const QString& cut = parsed.block.channels.at(channel).name;
        EXPECT_LE(cut.toUtf8().size(), 1'024);
        EXPECT_GT(cut.toUtf8().size(), 1'000);
        EXPECT_TRUE(cut.contains(u'…'));
        EXPECT_FALSE(cut.contains(QChar::ReplacementCharacter));
        names.insert(cut);
    }
    EXPECT_EQ(names.size(), 3) << "they differ only behind the cut";
    const std::string told =
        "2! the channel name “axxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is longer than 1024 "
        "bytes and was cut\n";
    EXPECT_EQ(describeNotices(parsed.block),
              told + told +
                  "2! the channel name “éééééééééééééééééééééééééééééééééééééééé…” is longer than 1024 bytes "
                  "and was cut\n");
}

TEST(RecordParserTest, BoundsTheChannels) {
    std::string text;
    for (int i = 0; i < maxChannels + 5; ++i)
        text += "{\"channel\":\"c" + std::to_string(i) + "\",\"value\":1}\n";
    const auto parsed = parseText(text + "{\"channel\":\"c0\",\"value\":2}");
    EXPECT_EQ(parsed.block.size(), maxChannels + 1);
    EXPECT_EQ(parsed.block.channels.size(), maxChannels);
    EXPECT_EQ(parsed.block.malformedCount, 5);
    EXPECT_EQ(parsed.block.notices.front().reason.english(),
              QStringLiteral("the channel “c256” would be one more than the 256 a stream may have"));

    std::string wide = "{\"x\":1";
    for (int i = 0; i < maxChannels + 40; ++i)
        wide += ",\"k" + std::to_string(i) + "\":1";
    EXPECT_EQ(parseText(wide + "}\n").block.size(), maxChannels);
}

TEST(RecordParserTest, BoundsTheNoticesButNotTheCount) {
    std::string text;
    for (int i = 0; i < 1'000; ++i)
        text += "?\n";
    const auto parsed = parseText(text);
    EXPECT_EQ(parsed.block.malformedCount, 1'000);
    EXPECT_EQ(parsed.block.notices.size(), RecordParser::maxNoticesPerBlock);
}

TEST(RecordParserTest, TakesNamesThatDifferInBlanksForOneChannel) {
    const auto parsed =
        parseText("{\"channel\":\" a\",\"value\":1}\n{\"channel\":\"a\xc2\xa0\",\"value\":2}\n"
                  "{\"channel\":\"\",\"value\":3}\n4\n");
    EXPECT_EQ(describeChannels(parsed.block), "a, sensor-1");
    EXPECT_EQ(parsed.block.channel, (QList<ChannelIndex>{0, 0, 1, 1}));
}

} // namespace
} // namespace rillscope
