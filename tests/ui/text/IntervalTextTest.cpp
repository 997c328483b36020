// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/IntervalText.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

QString text(Duration minimum, Duration maximum,
             IntervalSettings::Kind kind = IntervalSettings::Kind::Uniform) {
    return intervalText({kind, minimum, maximum}, QLocale(QLocale::English));
}

TEST(IntervalTextTest, ChoosesAUnitPeopleUse) {
    EXPECT_EQ(text(100ms, 500ms), QStringLiteral("100 – 500 ms"));
    EXPECT_EQ(text(0ns, 2us), QStringLiteral("0 – 2 µs"));
    EXPECT_EQ(text(500ns, 500ns), QStringLiteral("500 ns"));
    EXPECT_EQ(text(0s, 20s), QStringLiteral("0 – 20 s"));
    EXPECT_EQ(text(1500ms, 2500ms), QStringLiteral("1.5 – 2.5 s"));
    EXPECT_EQ(text(90s, 90s), QStringLiteral("90 s"));
    EXPECT_EQ(text(5min, 5min), QStringLiteral("5 min"));
}

TEST(IntervalTextTest, RoundsToThreeDigits) {
    EXPECT_EQ(text(333'333'333ns, 666'666'667ns), QStringLiteral("333 – 667 ms"));
    EXPECT_EQ(text(3'333ns, 3'334ns), QStringLiteral("3.33 µs"));
}

TEST(IntervalTextTest, GivesTheMeanOfAPoissonProcess) {
    EXPECT_EQ(text(100ms, 500ms, IntervalSettings::Kind::Poisson), QStringLiteral("300 ms on average"));
}

} // namespace
} // namespace rillscope
