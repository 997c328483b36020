// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include <gtest/gtest.h>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

TEST(DurationTextTest, ReadsNumbersWithUnits) {
    const std::vector<std::pair<QString, Duration>> cases{
        {QStringLiteral("5ns"), 5ns},
        {QStringLiteral("2us"), 2us},
        {QStringLiteral("2µs"), 2us},
        {QStringLiteral("100ms"), 100ms},
        {QStringLiteral("1.5s"), 1500ms},
        {QStringLiteral("0.1s"), 100ms},
        {QStringLiteral("2min"), 2min},
        {QStringLiteral("1h"), 1h},
        {QStringLiteral("1.5d"), 36h},
        {QStringLiteral("0s"), 0s},
        {QStringLiteral("10 s"), 10s},
        {QStringLiteral("0.000000001s"), 1ns},
        {QStringLiteral("0.5min"), 30s},
        {QStringLiteral("1.000000s"), 1s},
        {QStringLiteral("0.25h"), 15min},
        {QStringLiteral("0.0000000000025d"), 216ns},
        {QStringLiteral("0.0000000000000000000000000000000000000000000000000h"), 0ns}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(parseDuration(text), expected) << text.toStdString();
}

TEST(DurationTextTest, ReadsAndWritesASignWhereOneIsAllowed) {
    EXPECT_EQ(parseSignedDuration(u"-30min"), -30min);
    EXPECT_EQ(parseSignedDuration(u"1.5s"), 1500ms);
    EXPECT_EQ(parseSignedDuration(u"--1s"), std::nullopt);
    EXPECT_EQ(parseSignedDuration(u"- 1s"), std::nullopt);
    EXPECT_EQ(parseSignedDuration(u"-"), std::nullopt);
    EXPECT_EQ(formatDuration(-1500ms), QStringLiteral("-1.5s"));
    EXPECT_EQ(formatDuration(-Duration::max()), QStringLiteral("-9223372036.854775807s"));
}

TEST(DurationTextTest, RefusesWhatIsNoLengthOfTime) {
    for (const char* text : {"",
                             "5",
                             "s",
                             "-1s",
                             "1.s",
                             ".5s",
                             "1.2.3s",
                             "1e3s",
                             "5 parsecs",
                             "0.1ns",
                             "1.0000000001s",
                             "0.00000000000025d",
                             "0.0000000000000000001d",
                             "99999999999999999999s",
                             "300000d",
                             "nan",
                             "1s ago",
                             "1S",
                             "1m",
                             "1ss",
                             "1,5s",
                             " 1s",
                             "+1s"})
        EXPECT_FALSE(parseDuration(QString::fromLatin1(text))) << text;
}

TEST(DurationTextTest, WritesWhatPeopleWrite) {
    EXPECT_EQ(formatDuration(100ms), QStringLiteral("100ms"));
    EXPECT_EQ(formatDuration(1500ms), QStringLiteral("1.5s"));
    EXPECT_EQ(formatDuration(60s), QStringLiteral("1min"));
    EXPECT_EQ(formatDuration(61s), QStringLiteral("61s"));
    EXPECT_EQ(formatDuration(24h), QStringLiteral("1d"));
    EXPECT_EQ(formatDuration(1ns), QStringLiteral("1ns"));
    EXPECT_EQ(formatDuration(0ns), QStringLiteral("0s"));
    EXPECT_EQ(formatDuration(90min), QStringLiteral("90min"));
    EXPECT_EQ(formatDuration(1'667ns), QStringLiteral("1.667us"));
    EXPECT_EQ(formatDuration(1'050ns), QStringLiteral("1.05us"));
    EXPECT_EQ(formatDuration(1s + 1ns), QStringLiteral("1.000000001s"));
}

TEST(DurationTextTest, ReadsBackEveryLengthItWrites) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 20'000; ++i) {
        const Duration duration{static_cast<std::int64_t>(random() >> (1 + random() % 63))};
        ASSERT_EQ(parseDuration(formatDuration(duration)), duration)
            << formatDuration(duration).toStdString();
    }
}

} // namespace
} // namespace rillscope
