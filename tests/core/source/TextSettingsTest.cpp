// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/TextSettings.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

SourceUri uriOf(const char* text) {
    const auto uri = SourceUri::parse(QString::fromUtf8(text));
    EXPECT_TRUE(uri) << text;
    return uri ? *uri : SourceUri(QString(), QString());
}

TEST(TextSettingsTest, ReadsAReplaysParameters) {
    const auto plain = ReplaySettings::fromUri(uriOf("replay:a.csv"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->path, QStringLiteral("a.csv"));
    EXPECT_EQ(plain->speed, PlaybackSpeed::times(1.0));
    EXPECT_EQ(plain->parse.unit, Unit::Celsius);
    const auto full = ReplaySettings::fromUri(uriOf("replay:a.csv?speed=max&unit=fahrenheit"));
    ASSERT_TRUE(full);
    EXPECT_TRUE(full->speed.isMaximum());
    EXPECT_EQ(full->parse.unit, Unit::Fahrenheit);
}

TEST(TextSettingsTest, NamesTheParameterThatIsWrong) {
    const std::vector<std::pair<const char*, const char16_t*>> cases{
        {"replay:", u"replay:"},
        {"replay:a.csv?speed=fast", u"speed"},
        {"replay:a.csv?unit=rankine", u"unit"},
        {"replay:a.csv?spead=1", u"spead"},
    };
    for (const auto& [text, subject] : cases) {
        const auto settings = ReplaySettings::fromUri(uriOf(text));
        ASSERT_FALSE(settings) << text;
        EXPECT_EQ(settings.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(settings.error().subject, QString::fromUtf16(subject));
    }
}

TEST(TextSettingsTest, ReadsTheParametersOfStandardInput) {
    EXPECT_EQ(LineSettings::fromUri(uriOf("stdin:?unit=kelvin"))->parse.unit, Unit::Kelvin);
    EXPECT_FALSE(LineSettings::fromUri(uriOf("stdin:file.csv")));
    EXPECT_FALSE(LineSettings::fromUri(uriOf("stdin:?speed=1")));
}

} // namespace
} // namespace rillscope
