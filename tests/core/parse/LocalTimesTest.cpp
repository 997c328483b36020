// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LocalTimes.h"

#include "core/base/Rfc3339.h"
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <QDateTime>

namespace rillscope::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const QString berlin = QStringLiteral("Europe/Berlin");

Timestamp at(const char* text) {
    return parseRfc3339(text).value();
}

/// "2026-10-25T00:30:00Z", with "?" behind it when it is in doubt.
std::string read(LocalTimes& times, const char* local, const std::string& series = {}) {
    const LocalTimes::Moment moment = times.toUtc(at(local), series);
    return formatRfc3339(moment.time) + (moment.isDoubtful ? "?" : "");
}

LocalTimes timesOf(const QString& zone) {
    return LocalTimes(timeZoneNamed(zone).value());
}

/// What the clocks of a zone show.
Timestamp shownAt(const QTimeZone& zone, Timestamp utc) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toNanoseconds(utc) / 1'000'000, Qt::UTC);
    return utc + std::chrono::seconds{zone.offsetFromUtc(time)};
}

TEST(LocalTimesTest, KnowsZonesByNameAndByOffset) {
    for (const char* name : {"Europe/Berlin", "UTC", "America/St_Johns", "+02:00", "-0330", "UTC+2"})
        EXPECT_TRUE(timeZoneNamed(QString::fromLatin1(name))) << name;
    for (const char* name : {"", "Berlin", "Europe/Nowhere", "../../etc/passwd", "+99:00", "Zürich"})
        EXPECT_FALSE(timeZoneNamed(QString::fromUtf8(name))) << name;
}

TEST(LocalTimesTest, FollowsTheClocksThroughTheYear) {
    LocalTimes times = timesOf(berlin);
    EXPECT_EQ(read(times, "2026-01-15T12:00:00Z"), "2026-01-15T11:00:00Z");
    EXPECT_EQ(read(times, "2026-07-15T12:00:00Z"), "2026-07-15T10:00:00Z");
    EXPECT_EQ(read(times, "2026-01-15T12:00:00.123Z"), "2026-01-15T11:00:00.123Z") << "and back";
    LocalTimes newfoundland = timesOf(QStringLiteral("America/St_Johns"));
    EXPECT_EQ(read(newfoundland, "2026-01-15T12:00:00Z"), "2026-01-15T15:30:00Z");
}

TEST(LocalTimesTest, ReadsTheHourThatComesTwiceByTheOrderOfTheRows) {
    LocalTimes times = timesOf(berlin);
    EXPECT_EQ(read(times, "2026-10-25T01:40:00Z"), "2026-10-24T23:40:00Z");
    EXPECT_EQ(read(times, "2026-10-25T02:00:00Z"), "2026-10-25T00:00:00Z");
    EXPECT_EQ(read(times, "2026-10-25T02:20:00Z"), "2026-10-25T00:20:00Z");
    EXPECT_EQ(read(times, "2026-10-25T02:19:00Z"), "2026-10-25T00:19:00Z") << "a row a little late";
    EXPECT_EQ(read(times, "2026-10-25T02:40:00Z"), "2026-10-25T00:40:00Z");
    EXPECT_EQ(read(times, "2026-10-25T02:00:00Z"), "2026-10-25T01:00:00Z");
    EXPECT_EQ(read(times, "2026-10-25T02:20:00Z"), "2026-10-25T01:20:00Z");
    EXPECT_EQ(read(times, "2026-10-25T03:00:00Z"), "2026-10-25T02:00:00Z");
}

TEST(LocalTimesTest, TellsSeriesApartThatStandInTurn) {
    LocalTimes times = timesOf(berlin);
    for (const char* series : {"hall", "yard"}) {
        read(times, "2026-10-25T00:00:00Z", series);
        read(times, "2026-10-25T01:00:00Z", series);
    }
    for (const char* expected : {"2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"}) {
        EXPECT_EQ(read(times, "2026-10-25T02:00:00Z", "hall"), expected);
        EXPECT_EQ(read(times, "2026-10-25T02:00:00Z", "yard"), expected);
    }
}

TEST(LocalTimesTest, DoubtsWhatNothingTells) {
    LocalTimes times = timesOf(berlin);
    EXPECT_EQ(read(times, "2026-10-25T02:30:00Z"), "2026-10-25T00:30:00Z?") << "the first row of all";
    LocalTimes afterSilence = timesOf(berlin);
    read(afterSilence, "2026-10-24T20:00:00Z");
    read(afterSilence, "2026-10-24T20:01:00Z");
    EXPECT_EQ(read(afterSilence, "2026-10-25T02:30:00Z"), "2026-10-25T00:30:00Z?");
    EXPECT_EQ(read(afterSilence, "2026-10-25T02:31:00Z"), "2026-10-25T00:31:00Z");
}

TEST(LocalTimesTest, MarksTheHourThatIsLeftOut) {
    LocalTimes times = timesOf(berlin);
    EXPECT_EQ(read(times, "2026-03-29T01:59:00Z"), "2026-03-29T00:59:00Z");
    EXPECT_EQ(read(times, "2026-03-29T02:30:00Z"), "2026-03-29T01:30:00Z?");
    EXPECT_EQ(read(times, "2026-03-29T03:00:00Z"), "2026-03-29T01:00:00Z");
}

/// A logger that measures at regular steps through any change of any zone is read back to the moment, once it
/// has shown its step.
TEST(LocalTimesTest, ReadsBackWhatAnyZoneShows) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const char* zones[] = {"Europe/Berlin",    "America/New_York", "Australia/Lord_Howe",
                           "America/St_Johns", "Asia/Shanghai",    "Africa/Casablanca"};
    const Duration steps[] = {std::chrono::seconds{1}, minutes{1}, minutes{7}, minutes{30}, hours{1}};
    for (int round = 0; round < 200; ++round) {
        const QTimeZone zone(zones[random() % std::size(zones)]);
        const Duration step = steps[random() % std::size(steps)];
        const Timestamp around = at("1990-01-01T00:00:00Z") + hours{random() % (24 * 365 * 45)};
        const QDateTime near = QDateTime::fromMSecsSinceEpoch(toNanoseconds(around) / 1'000'000, Qt::UTC);
        const auto change = zone.nextTransition(near);
        const Timestamp middle = change.atUtc.isValid()
                                     ? Timestamp{std::chrono::milliseconds{change.atUtc.toMSecsSinceEpoch()}}
                                     : around;
        LocalTimes times(zone);
        const Timestamp first = middle - step * 100 - Duration{static_cast<std::int64_t>(random() % 1'000)};
        for (int row = 0; row < 200; ++row) {
            const Timestamp utc = first + step * row;
            const LocalTimes::Moment moment = times.toUtc(shownAt(zone, utc), {});
            if (row < 2)
                continue;
            ASSERT_EQ(formatRfc3339(moment.time), formatRfc3339(utc))
                << zone.id().constData() << " row " << row;
            ASSERT_FALSE(moment.isDoubtful) << zone.id().constData() << ' ' << formatRfc3339(utc);
        }
    }
}

std::string readIn(const QString& zone, std::string_view text) {
    TextOptions options;
    options.zone = zone;
    const ParsedFile parsed = parseFile(text, options);
    std::string times;
    for (qsizetype i = 0; i < parsed.block.size(); ++i) {
        const Sample sample = parsed.block.at(i);
        times += formatRfc3339(sample.eventTime) +
                 (sample.quality.testFlag(QualityFlag::DoubtfulTime) ? "? " : " ");
    }
    return times;
}

TEST(LocalTimesTest, HoldsForTablesAndForLines) {
    EXPECT_EQ(
        readIn(berlin, "time,temp\n2026-07-01 12:00:00,1\n2026-07-01T12:00:01Z,2\n2026-03-29 02:30,3\n"),
        "2026-07-01T10:00:00Z 2026-07-01T12:00:01Z 2026-03-29T01:30:00Z? ");
    EXPECT_EQ(readIn(berlin,
                     "Datum;Uhrzeit;Temp\n25.10.2026;01:30;1\n25.10.2026;02:00;1\n25.10.2026;02:30;2\n"
                     "25.10.2026;02:00;3\n25.10.2026;02:30;4\n"),
              "2026-10-24T23:30:00Z 2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-25T01:00:00Z "
              "2026-10-25T01:30:00Z ");
    EXPECT_EQ(readIn(berlin, "{\"time\":\"2026-07-01 12:00:00\",\"temp\":1}\n"
                             "{\"time\":\"2026-07-01T12:00:00+01:00\",\"temp\":1}\n"
                             "{\"time\":1782900000,\"temp\":1}\n"),
              "2026-07-01T10:00:00Z 2026-07-01T11:00:00Z 2026-07-01T10:00:00Z ");
}

TEST(LocalTimesTest, SaysThatTimesWithoutAZoneAreReadAsUtc) {
    const auto remarks = [](std::string_view text, const QString& zone) {
        TextOptions options;
        options.zone = zone;
        const ParsedFile parsed = parseFile(text, options);
        return std::count_if(parsed.block.notices.begin(), parsed.block.notices.end(),
                             [](const InputNotice& notice) {
                                 return notice.reason.english().contains(QStringLiteral("zone="));
                             });
    };
    EXPECT_EQ(remarks("time,temp\n2026-07-01 12:00:00,1\n2026-07-01 12:00:01,2\n", {}), 1);
    EXPECT_EQ(remarks("time,temp\n2026-07-01 12:00:00,1\n2026-07-01 12:00:01,2\n", berlin), 0);
    EXPECT_EQ(remarks("time,temp\n2026-07-01T12:00:00Z,1\n2026-07-01T12:00:01Z,2\n", {}), 0);
    EXPECT_EQ(remarks("time,temp\n1782900000,1\n1782900001,2\n", {}), 0);
}

} // namespace
} // namespace rillscope::test
