// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FlatJson.h"

#include "core/parse/JsonFields.h"
#include "core/parse/TextEncoding.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace rillscope::test {
namespace {

using Random = std::mt19937_64;

std::string oneOf(Random& random, std::initializer_list<const char*> texts) {
    return *(texts.begin() + random() % texts.size());
}

std::string anyNumber(Random& random) {
    std::string text = std::to_string(static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000);
    if (random() % 2 == 0)
        text += '.' + std::to_string(random() % 10'000);
    return random() % 8 == 0 ? oneOf(random, {"0", "-0", "-0.0", "0.50", "01", "1.", ".5", "1e3", "-",
                                              "1764547200123456789", "0.1234567890123456789", "+1"})
                             : text;
}

std::string anyValue(Random& random) {
    switch (random() % 8) {
    case 0:
        return oneOf(random, {"null", "true", "false", "nul", "NaN", "[1]", "{\"a\":1}", "\"\""});
    case 1:
        return '"' + anyNumber(random) + '"';
    case 2:
        return oneOf(random, {R"("2026-01-31T12:00:00.5Z")", R"("OPEN")", R"("n/a")", R"("inf")",
                              R"("Küche")", R"("a\"b")", "\"a\tb\"", R"("a\u00e4")", "\"open"});
    default:
        return anyNumber(random);
    }
}

std::string anyObject(Random& random) {
    const auto blank = [&] { return random() % 6 == 0 ? " " : ""; };
    std::string text = "{";
    const std::size_t count = random() % 6;
    for (std::size_t i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        text += blank();
        text +=
            '"' + oneOf(random, {"time", "temp", "humidity", "id", "B", "a/b", "T1", "value", "ä", ""}) + '"';
        text += std::string(blank()) + ':' + blank() + anyValue(random) + blank();
    }
    text += '}';
    if (random() % 10 == 0)
        text[random() % text.size()] = "{}[],:\" x\n0"[random() % 11];
    return text;
}

bool isSame(const TextField& a, const TextField& b) {
    return a.key == b.key && a.kind == b.kind && a.text == b.text && a.number == b.number &&
           a.unit.has_value() == b.unit.has_value() && a.isKey == b.isKey;
}

TEST(FlatJsonTest, ReadsAlikeWhatAllOfJsonCanRead) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Random random(seed);
    TextFields flat; // one for all, as in a reader: nothing of a line before may be left in it
    int readCount = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = anyObject(random);
        if (!isValidUtf8(text) || !readFlatJson(text, flat))
            continue;
        ++readCount;
        const auto whole = JsonFields().read(text);
        ASSERT_TRUE(whole) << text;
        ASSERT_EQ(whole->size(), 1U) << text;
        const auto& expected = whole->front().fields;
        ASSERT_TRUE(
            std::equal(flat.fields.begin(), flat.fields.end(), expected.begin(), expected.end(), isSame))
            << text;
    }
    EXPECT_GT(readCount, 2'000);
}

TEST(FlatJsonTest, ReadsWhatDevicesSend) {
    TextFields fields;
    for (const char* text : {R"({"temp":21.5})", R"({"time":"2026-01-31T12:00:00Z","temp":-21.50,"ok":true})",
                             R"({ "ts" : 1764547200123 , "id" : "kitchen", "humidity" : null })"})
        EXPECT_TRUE(readFlatJson(text, fields)) << text;
}

TEST(FlatJsonTest, LeavesTheRestToTheReaderOfAllJson) {
    TextFields fields;
    for (const char* text :
         {"", "{", "{}", R"({"a":1}})", R"({"a":1,})", R"({"a":1)", R"({"a":1,"a":2})", R"({"a":{"b":1}})",
          R"({"a":[1]})", R"({"a":"\n"})", R"({"a":1e5})", R"({"a":1234567890123456})", R"({"":1})",
          R"({"ä":1})", R"([1])", R"({a:1})", R"({"a":truer})", R"({"a" 1})"})
        EXPECT_FALSE(readFlatJson(text, fields)) << text;
    std::string many = "{";
    for (std::size_t i = 0; i <= JsonFields::maxFields; ++i)
        many += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
    EXPECT_FALSE(readFlatJson(many + '}', fields));
}

} // namespace
} // namespace rillscope::test
