// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/AxisTicks.h"

#include "core/base/Rfc3339.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

QString labels(const QList<TimeTick>& ticks) {
    QStringList texts;
    for (const TimeTick& tick : ticks)
        texts.append(tick.label);
    return texts.join(u' ');
}

TEST(AxisTicksTest, StepsByOneTwoOrFive) {
    EXPECT_EQ(niceStep(60.0, 7), 10.0);
    EXPECT_EQ(niceStep(0.7, 7), 0.1);
    EXPECT_EQ(niceStep(13.0, 7), 2.0);
    EXPECT_EQ(decimalsOfStep(10.0), 0);
    EXPECT_EQ(decimalsOfStep(0.5), 1);
    EXPECT_EQ(decimalsOfStep(0.02), 2);
}

TEST(AxisTicksTest, PutsTicksOnRoundWallClockTimes) {
    const Timestamp noon = *parseRfc3339("2026-03-01T12:00:07Z");
    EXPECT_EQ(labels(timeTicks(noon, noon + 60s, 6, QTimeZone::utc())),
              QStringLiteral("12:00:10 12:00:20 12:00:30 12:00:40 12:00:50 12:01:00"));
    EXPECT_EQ(labels(timeTicks(noon, noon + 3h, 6, QTimeZone::utc())),
              QStringLiteral("12:30 13:00 13:30 14:00 14:30 15:00"));
    EXPECT_EQ(labels(timeTicks(noon, noon + 20ms, 4, QTimeZone::utc())),
              QStringLiteral("12:00:07.000 12:00:07.005 12:00:07.010 12:00:07.015 12:00:07.020"));
}

TEST(AxisTicksTest, AlignsToTheZoneAndNamesTheDayAtMidnight) {
    const Timestamp evening = *parseRfc3339("2026-03-01T18:00:00Z");
    const QTimeZone india("Asia/Kolkata");
    EXPECT_EQ(labels(timeTicks(evening - 1h, evening + 2h, 6, india)),
              QStringLiteral("22:30 23:00 23:30 2 Mar 00:30 01:00 01:30"));
}

TEST(AxisTicksTest, NeverGivesMoreTicksThanAskedForWhateverTheWindow) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 2'000; ++i) {
        const auto begin = fromNanoseconds(static_cast<std::int64_t>(random() % 4'000'000'000'000'000'000) -
                                           2'000'000'000'000'000'000);
        const Duration span{std::int64_t{10} << (random() % 57)};
        const int most = 2 + static_cast<int>(random() % 12);
        const QList<TimeTick> ticks = timeTicks(begin, begin + span, most, QTimeZone::utc());
        ASSERT_LE(ticks.size(), most + 1) << span.count();
        for (qsizetype j = 0; j < ticks.size(); ++j) {
            ASSERT_GE(ticks.at(j).time, begin);
            ASSERT_LE(ticks.at(j).time, begin + span);
            ASSERT_TRUE(j == 0 || ticks.at(j - 1).time < ticks.at(j).time);
        }
    }
}

} // namespace
} // namespace rillscope
