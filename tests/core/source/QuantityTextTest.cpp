// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/QuantityText.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace rillscope {
namespace {

TEST(QuantityTextTest, WritesDurationsInTheUnitThatFits) {
    const std::vector<std::pair<std::int64_t, const char16_t*>> cases{{0, u"0s"},
                                                                      {1, u"1ns"},
                                                                      {999, u"999ns"},
                                                                      {1'667, u"1.667us"},
                                                                      {1'050, u"1.05us"},
                                                                      {100'000'000, u"100ms"},
                                                                      {1'500'000, u"1.5ms"},
                                                                      {1'000'000'001, u"1.000000001s"},
                                                                      {20'000'000'000, u"20s"}};
    for (const auto& [nanoseconds, text] : cases)
        EXPECT_EQ(durationText(Duration{nanoseconds}), QString::fromUtf16(text));
    EXPECT_EQ(secondsText(86'400.0), QStringLiteral("1d"));
    EXPECT_EQ(secondsText(5'400.0), QStringLiteral("90min"));
    EXPECT_EQ(secondsText(7'200.0), QStringLiteral("2h"));
    EXPECT_EQ(secondsText(30.25), QStringLiteral("30.25s"));
    EXPECT_EQ(secondsText(0.0), QStringLiteral("0s"));
}

TEST(QuantityTextTest, ReadsBackEveryNumberAndDuration) {
    std::mt19937_64 random(20);
    for (int i = 0; i < 100'000; ++i) {
        const double number = std::bit_cast<double>(random());
        if (std::isnormal(number)) {
            ASSERT_EQ(parseNumber(numberText(number)), number) << numberText(number).toStdString();
        }
        const double seconds = std::exp(std::uniform_real_distribution(-7.0, 18.0)(random));
        for (const double value : {seconds, std::round(seconds), 60.0 * std::round(seconds)})
            ASSERT_EQ(parseSeconds(secondsText(value)), value) << secondsText(value).toStdString();
        const Duration duration{
            std::llround(std::exp(std::uniform_real_distribution(0.0, std::log(2e10))(random)))};
        const auto read = parseSeconds(durationText(duration));
        ASSERT_TRUE(read) << durationText(duration).toStdString();
        ASSERT_EQ(std::llround(*read * 1e9), duration.count()) << durationText(duration).toStdString();
    }
}

TEST(QuantityTextTest, RefusesWhatIsNoNumber) {
    for (const char16_t* text : {u"", u"-", u"nan", u"inf", u"-inf", u"1e400", u"1e-400", u"0x10", u"1,5",
                                 u" 1", u"1 ", u"+1", u".5", u"1.2.3", u"--1", u"１", u"twelve"})
        EXPECT_FALSE(parseNumber(QString::fromUtf16(text))) << QString::fromUtf16(text).toStdString();
    for (const char16_t* text :
         {u"", u"1", u"s", u"1 s", u"1S", u"1sec", u"1e308d", u"nans", u"ms", u"1m", u"1ss"})
        EXPECT_FALSE(parseSeconds(QString::fromUtf16(text))) << QString::fromUtf16(text).toStdString();
}

} // namespace
} // namespace rillscope
