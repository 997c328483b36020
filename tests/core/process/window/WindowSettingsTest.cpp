// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowSettings.h"
#include "core/base/Message.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(WindowSettingsTest, AcceptsWhatTheWindowsOfFlinkSqlAccept) {
    EXPECT_FALSE(windowMistake(TumblingWindow{seconds(10), {}, {}}));
    EXPECT_FALSE(windowMistake(TumblingWindow{milliseconds(1), milliseconds(-7), {}}));
    EXPECT_FALSE(windowMistake(HoppingWindow{seconds(60), seconds(15), seconds(1), {Aggregate::P99}}));
    EXPECT_FALSE(windowMistake(SessionWindow{seconds(30), {}}));
    EXPECT_FALSE(windowMistake(CumulatingWindow{seconds(60), seconds(10), {}, {}}));
}

QString sentence(const WindowSettings& settings) {
    return windowMistake(settings).value_or(Message()).english();
}

TEST(WindowSettingsTest, SaysWhatIsWrong) {
    EXPECT_EQ(sentence(TumblingWindow{}),
              QStringLiteral("the size of a window must be a whole number of milliseconds, one at least"));
    EXPECT_TRUE(windowMistake(TumblingWindow{Duration(1'500'000), {}, {}}));
    EXPECT_TRUE(windowMistake(TumblingWindow{seconds(-1), {}, {}}));
    EXPECT_EQ(sentence(TumblingWindow{seconds(1), Duration(1), {}}),
              QStringLiteral("the offset of a window must be a whole number of milliseconds"));
    EXPECT_EQ(sentence(HoppingWindow{seconds(60), seconds(7), {}, {}}),
              QStringLiteral("the size of a window must be a multiple of its slide"));
    EXPECT_EQ(sentence(HoppingWindow{seconds(60), {}, {}, {}}),
              QStringLiteral("the slide of a window must be a whole number of milliseconds, one at least"));
    EXPECT_TRUE(windowMistake(HoppingWindow{seconds(5), seconds(10), {}, {}}));
    EXPECT_EQ(sentence(CumulatingWindow{seconds(11), milliseconds(1), {}, {}}),
              QStringLiteral("the size of a window may be at most 10000 times its step"));
    EXPECT_FALSE(windowMistake(CumulatingWindow{seconds(10), milliseconds(1), {}, {}}));
    EXPECT_EQ(sentence(SessionWindow{}),
              QStringLiteral("the gap of a window must be a whole number of milliseconds, one at least"));
}

TEST(WindowSettingsTest, FindsTheWindowsAmongTheSteps) {
    const HoppingWindow hopping{seconds(60), seconds(15), {}, {Aggregate::P99}};
    EXPECT_EQ(windowSettingsOf(hopping), WindowSettings(hopping));
    EXPECT_TRUE(windowSettingsOf(SessionWindow{seconds(1), {}}));
    EXPECT_FALSE(windowSettingsOf(MovingAverage{seconds(1)}));
    EXPECT_FALSE(windowSettingsOf(AlarmRule{}));
}

} // namespace
} // namespace rillscope
