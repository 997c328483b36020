// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimeForm.h"

#include "core/base/Rfc3339.h"
#include "core/parse/DecimalTime.h"

#include <gtest/gtest.h>

#include <set>

namespace rillscope {
namespace {

std::string readAs(std::string_view word, std::string_view text) {
    for (const TimeFormRow& row : timeForms) {
        if (row.word == word) {
            const auto time = TimeReader(row.form).read(text);
            return time ? formatRfc3339(*time) : "nothing";
        }
    }
    return "no such form";
}

TEST(TimeFormTest, ReadsTheExampleOfEachForm) {
    std::set<std::string_view> words;
    for (const TimeFormRow& row : timeForms) {
        EXPECT_TRUE(words.insert(row.word).second) << row.word;
        EXPECT_NE(readAs(row.word, row.example), "nothing") << row.word;
    }
}

TEST(TimeFormTest, ReadsNumbersExactlyToTheNanosecond) {
    EXPECT_EQ(readAs("epoch-s", "1764500000.123456789"), "2025-11-30T10:53:20.123456789Z");
    EXPECT_EQ(readAs("epoch-s", "1,7645e9"), "2025-11-30T10:53:20Z");
    EXPECT_EQ(readAs("epoch-s", "-86399.5"), "1969-12-31T00:00:00.500Z");
    EXPECT_EQ(readAs("epoch-ms", "1764500000250"), "2025-11-30T10:53:20.250Z");
    EXPECT_EQ(readAs("epoch-us", "1764500000250000"), "2025-11-30T10:53:20.250Z");
    EXPECT_EQ(readAs("epoch-ns", "1764500000000000001"), "2025-11-30T10:53:20.000000001Z");
    EXPECT_EQ(readAs("elapsed-min", "0.5"), "1970-01-01T00:00:30Z");
    EXPECT_EQ(readAs("elapsed-s", "-9.9960e-04"), "1969-12-31T23:59:59.999000400Z");
    EXPECT_EQ(readAs("days", "46348.25"), "2026-11-22T06:00:00Z");
    for (const char* text :
         {"", "-", ".", "1e", "1.2.3", "0x10", "1e61", "99999999999999999999", "9223372037", "nan"})
        EXPECT_EQ(readAs("epoch-s", text), "nothing") << text;
}

TEST(TimeFormTest, ReadsDigitsThatWriteADate) {
    EXPECT_EQ(readAs("compact", "20270514"), "2027-05-14T00:00:00Z");
    EXPECT_EQ(readAs("compact", "2027051408"), "2027-05-14T08:00:00Z");
    EXPECT_EQ(readAs("compact", "202705140809"), "2027-05-14T08:09:00Z");
    EXPECT_EQ(readAs("compact", "20270514080910.5"), "2027-05-14T08:09:10.500Z");
    for (const char* text : {"20271314", "2027051425", "1764500000", "202705", "19001231"})
        EXPECT_EQ(readAs("compact", text), "nothing") << text;
}

TEST(TimeFormTest, GoesOnWithTheNextDayAtMidnight) {
    TimeReader reader(TimeForm{TimeForm::Kind::Clock});
    EXPECT_EQ(formatRfc3339(*reader.read("23:59:50")), "1970-01-01T23:59:50Z");
    EXPECT_EQ(formatRfc3339(*reader.read("00:00:00")), "1970-01-02T00:00:00Z");
    TimeReader elapsed(TimeForm{TimeForm::Kind::Clock});
    EXPECT_EQ(formatRfc3339(*elapsed.read("23:59:50")), "1970-01-01T23:59:50Z");
    EXPECT_EQ(formatRfc3339(*elapsed.read("24:00:00")), "1970-01-02T00:00:00Z");
    EXPECT_EQ(formatRfc3339(*elapsed.read("24:00:10")), "1970-01-02T00:00:10Z");
}

TEST(TimeFormTest, CountsFromTheStartThatIsGiven) {
    TimeForm form{TimeForm::Kind::Elapsed};
    form.start = parseRfc3339("2027-05-14T08:00:00Z");
    EXPECT_EQ(formatRfc3339(*TimeReader(form).read("90.5")), "2027-05-14T08:01:30.500Z");
}

TEST(TimeFormTest, RefusesATimeBeyondTheRange) {
    TimeForm form{TimeForm::Kind::Elapsed};
    form.start = parseRfc3339("2027-05-14T08:00:00Z");
    EXPECT_TRUE(TimeReader(form).read("7000000000"));
    EXPECT_FALSE(TimeReader(form).read("8000000000"));
    EXPECT_FALSE(TimeReader(form).read("99999999999"));
    TimeReader live(TimeForm{TimeForm::Kind::Elapsed});
    live.setStart(parseRfc3339("2027-05-14T08:00:00Z").value());
    EXPECT_TRUE(live.read("-9000000000"));
    EXPECT_FALSE(live.read("9000000000")) << "five hundred years after the first";
}

TEST(TimeFormTest, KnowsATimeWithoutAName) {
    for (const char* text : {"2027-05-14", "1764500000", "1764500000000.5", "14.05.2027 08:00"})
        EXPECT_TRUE(looksLikeTime(text)) << text;
    for (const char* text : {"", "21.5", "176450000", "17645000000", "08:00", "hello", "0764500000"})
        EXPECT_FALSE(looksLikeTime(text)) << text;
}

} // namespace
} // namespace rillscope
