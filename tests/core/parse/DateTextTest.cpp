// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DateText.h"

#include "core/base/Rfc3339.h"
#include "core/parse/DateOrderEvidence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rillscope {
namespace {

/// "2026-11-22T13:40:05Z", "+13:40:05" in seconds for a time of day, or "nothing".
std::string read(std::string_view text, DateOrder order = DateOrder::DayFirst) {
    const auto date = readDateText(text, order);
    if (!date)
        return "nothing";
    if (date->hasDate)
        return formatRfc3339(*date->timestamp());
    return std::to_string(toSeconds(date->sinceMidnight()));
}

TEST(DateTextTest, ReadsTheFormsThatPeopleWrite) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2027-05-14T08:09:10Z", "2027-05-14T08:09:10Z"},
        {"2027-05-14 08:09:10.25", "2027-05-14T08:09:10.250Z"},
        {"2027-05-14 08:09:10,25", "2027-05-14T08:09:10.250Z"},
        {"2027-05-14 08:09:10:250", "2027-05-14T08:09:10.250Z"},
        {"2027-05-14 08:09:10::250", "2027-05-14T08:09:10.250Z"},
        {"2027-05-14 08:09", "2027-05-14T08:09:00Z"},
        {"2027-05-14 8:09", "2027-05-14T08:09:00Z"},
        {"2027-05-14 08.09", "2027-05-14T08:09:00Z"},
        {"2027-05-14", "2027-05-14T00:00:00Z"},
        {"2027/5/4 8:09:10", "2027-05-04T08:09:10Z"},
        {"2027.05.14 08:09:10", "2027-05-14T08:09:10Z"},
        {"20270514T080910Z", "2027-05-14T08:09:10Z"},
        {"20270514 080910", "2027-05-14T08:09:10Z"},
        {"14.05.2027 08:09:10", "2027-05-14T08:09:10Z"},
        {"4.5.2027", "2027-05-04T00:00:00Z"},
        {"14.05.27 08:09", "2027-05-14T08:09:00Z"},
        {"14/05/2027 08:09", "2027-05-14T08:09:00Z"},
        {"14-May-2027 08:09:10", "2027-05-14T08:09:10Z"},
        {"14 Mai 2027", "2027-05-14T00:00:00Z"},
        {"14. Dezember 2027 08:09", "2027-12-14T08:09:00Z"},
        {"3 février 2027", "2027-02-03T00:00:00Z"},
        {"May 14, 2027 8:09 PM", "2027-05-14T20:09:00Z"},
        {"Fri May 14 08:09:10 UTC 2027", "2027-05-14T08:09:10Z"},
        {"Fri May 14 08:09:10 2027", "2027-05-14T08:09:10Z"},
        {"2027年5月14日 08:09", "2027-05-14T08:09:00Z"},
        {"2027-05-14 12:30 AM", "2027-05-14T00:30:00Z"},
        {"2027-05-14 12:30:01 pm", "2027-05-14T12:30:01Z"},
        {"2027-05-14 1:30:01 p.m.", "2027-05-14T13:30:01Z"},
        {"2027-05-14 下午 1:30", "2027-05-14T13:30:00Z"},
        {"2027-05-14 24:00:00", "2027-05-15T00:00:00Z"},
        {"2027-05-14 08:09:10+02", "2027-05-14T06:09:10Z"},
        {"2027-05-14 08:09:10 +0230", "2027-05-14T05:39:10Z"},
        {"2027-05-14 08:09:10 GMT-3", "2027-05-14T11:09:10Z"},
        {"2027-05-14 08:09:10 CEST", "2027-05-14T06:09:10Z"},
        {"08:09:10 14.05.2027", "2027-05-14T08:09:10Z"},
        {"8:09 PM 2027/05/14", "2027-05-14T20:09:00Z"},
        {"13:40:05.5", "49205.500000"},
        {"100:00:01", "360001.000000"},
        {"-00:00:01", "-1.000000"},
    };
    for (const auto& [text, time] : cases)
        EXPECT_EQ(read(text), time) << text;
}

TEST(DateTextTest, RefusesWhatIsNoTime) {
    for (const char* text : {"",
                             "21.5",
                             "1.2.3",
                             "2027-13-01",
                             "2027-02-29",
                             "31.02.2027",
                             "2027-05-14 25:00",
                             "2027-05-14 08:60",
                             "2027-05-14 08:09:10 XYZ",
                             "2027-05-14T08:09:10Z-4",
                             "2027-05-14T08:09:10Z -4",
                             "2027-05-14T08:09:10\t-4",
                             "2027-05-14 08:09:10 UTC\t-4",
                             "13:",
                             "13:4x",
                             "2027-05-14 and more",
                             "May",
                             "5",
                             "12-34",
                             "1/2",
                             "2027-05-14T",
                             "192.168.0.1",
                             "v1.2.2027x",
                             "2027-05-14 13:00 AM"})
        EXPECT_EQ(read(text), "nothing") << text;
}

TEST(DateTextTest, TakesTheOrderThatItIsGiven) {
    EXPECT_EQ(read("03/04/2027", DateOrder::DayFirst), "2027-04-03T00:00:00Z");
    EXPECT_EQ(read("03/04/2027", DateOrder::MonthFirst), "2027-03-04T00:00:00Z");
    EXPECT_EQ(read("03/04/27", DateOrder::YearFirst), "2003-04-27T00:00:00Z");
    EXPECT_EQ(read("03.04.2027", DateOrder::MonthFirst), "2027-04-03T00:00:00Z")
        << "points mean the day first";
    EXPECT_TRUE(readDateText("03/04/2027", DateOrder::DayFirst)->dependsOnOrder);
    EXPECT_FALSE(readDateText("2027/03/04", DateOrder::DayFirst)->dependsOnOrder);
}

std::optional<DateOrder> orderOf(std::initializer_list<const char*> dates) {
    DateOrderEvidence evidence;
    for (const char* date : dates)
        evidence.add(date);
    return evidence.order();
}

TEST(DateOrderEvidenceTest, FindsTheOrderOfAllDatesTogether) {
    EXPECT_EQ(orderOf({"05/06/2027", "13/06/2027"}), DateOrder::DayFirst);
    EXPECT_EQ(orderOf({"06/05/2027", "06/13/2027"}), DateOrder::MonthFirst);
    EXPECT_EQ(orderOf({"05/06/2027", "06/06/2027"}), std::nullopt);
    EXPECT_EQ(orderOf({"2027-06-05"}), DateOrder::DayFirst) << "it does not matter";
}

TEST(DateOrderEvidenceTest, TakesStepsThatFollowEachOtherAtMidnight) {
    EXPECT_EQ(orderOf({"05/06/2027 23:40", "05/06/2027 23:50", "06/06/2027 00:00"}), DateOrder::DayFirst);
    EXPECT_EQ(orderOf({"06/05/2027 23:40", "06/05/2027 23:50", "06/06/2027 00:00"}), DateOrder::MonthFirst);
    EXPECT_EQ(orderOf({"05/06/2027 23:40", "06/06/2027 09:00"}), std::nullopt) << "a day or a month later";
}

TEST(DateOrderEvidenceTest, DecidesNothingWhenDatesContradict) {
    EXPECT_EQ(orderOf({"13/06/2027", "06/13/2027"}), std::nullopt);
}

} // namespace
} // namespace rillscope
