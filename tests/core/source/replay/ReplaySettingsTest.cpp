// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/ReplaySettings.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

SourceUri uriOf(const char* text) {
    const auto uri = SourceUri::parse(QString::fromUtf8(text));
    EXPECT_TRUE(uri) << text;
    return uri ? *uri : SourceUri(QString(), QString());
}

TEST(ReplaySettingsTest, ReadsAReplaysParameters) {
    const auto plain = ReplaySettings::fromUri(uriOf("replay:a.csv"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->path, QStringLiteral("a.csv"));
    EXPECT_EQ(plain->speed, PlaybackSpeed::times(1.0));
    EXPECT_EQ(plain->parse.unit, std::nullopt);
    EXPECT_FALSE(plain->parse.speaksOfTemperature);
    EXPECT_TRUE(ReplaySettings::fromUri(uriOf("replay:hall_temperature.csv"))->parse.speaksOfTemperature);
    const auto full = ReplaySettings::fromUri(uriOf("replay:a.csv?speed=max&unit=fahrenheit"));
    ASSERT_TRUE(full);
    EXPECT_TRUE(full->speed.isMaximum());
    EXPECT_EQ(full->parse.unit, Unit::Fahrenheit);
}

TEST(ReplaySettingsTest, ReadsHowATextIsWritten) {
    const auto settings = ReplaySettings::fromUri(
        uriOf("replay:a.csv?time=2&timeform=epoch-ms&dates=mdy&start=2027-05-14T08:00:00Z"
              "&interval=10s&separator=tab&decimal=comma"));
    ASSERT_TRUE(settings) << settings.error().message().toStdString();
    EXPECT_EQ(settings->parse.timeColumn, QStringLiteral("2"));
    EXPECT_EQ(settings->parse.timeForm->unit, std::chrono::milliseconds{1});
    EXPECT_EQ(settings->parse.dates, DateOrder::MonthFirst);
    EXPECT_EQ(settings->parse.start,
              Timestamp{std::chrono::sys_days{std::chrono::year{2027} / 5 / 14}} + std::chrono::hours{8});
    EXPECT_EQ(settings->parse.interval, std::chrono::seconds{10});
    EXPECT_EQ(settings->parse.separator, '\t');
    EXPECT_EQ(settings->parse.decimal, NumberForm::Decimal::Comma);
}

TEST(ReplaySettingsTest, NamesTheParameterThatIsWrong) {
    const std::vector<std::pair<const char*, const char16_t*>> cases{
        {"replay:", u"replay:"},
        {"replay:a.csv?speed=fast", u"speed"},
        {"replay:a.csv?unit=rankine", u"unit"},
        {"replay:a.csv?dates=dym", u"dates"},
        {"replay:a.csv?timeform=moon", u"timeform"},
        {"replay:a.csv?start=noon", u"start"},
        {"replay:a.csv?interval=0s", u"interval"},
        {"replay:a.csv?spead=1", u"spead"},
        {"replay:a.rill?unit=kelvin", u"unit"},
    };
    for (const auto& [text, subject] : cases) {
        const auto settings = ReplaySettings::fromUri(uriOf(text));
        ASSERT_FALSE(settings) << text;
        EXPECT_EQ(settings.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(settings.error().subject, QString::fromUtf16(subject));
    }
}

} // namespace
} // namespace rillscope
