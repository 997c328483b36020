// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceUri.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(SourceUriTest, ReadsSchemePathAndParameters) {
    const auto uri = SourceUri::parse(QStringLiteral("sim:normal?mean=20&interval=100ms..500ms"));
    ASSERT_TRUE(uri);
    EXPECT_EQ(uri->scheme(), QStringLiteral("sim"));
    EXPECT_EQ(uri->path(), QStringLiteral("normal"));
    EXPECT_EQ(uri->parameter(QStringLiteral("mean")), QStringLiteral("20"));
    EXPECT_EQ(uri->parameter(QStringLiteral("interval")), QStringLiteral("100ms..500ms"));
    EXPECT_FALSE(uri->parameter(QStringLiteral("sd")));
}

TEST(SourceUriTest, TakesAnyWellFormedScheme) {
    EXPECT_EQ(SourceUri::parse(QStringLiteral("MQTT://host/t"))->scheme(), QStringLiteral("mqtt"));
    EXPECT_EQ(SourceUri::schemeOf(QStringLiteral("influx+https://h")), QStringLiteral("influx+https"));
    for (const char16_t* text : {u"", u":", u"a b:c", u"+a:b", u"/a:b"})
        EXPECT_EQ(SourceUri::schemeOf(QString::fromUtf16(text)), QString());
}

TEST(SourceUriTest, ReadsBackWhatItWritesForAwkwardPaths) {
    for (const char16_t* path : {u"/data/a b.csv", u"/data/50%.csv", u"/data/what?.csv", u"/tmp/ä&ö=1.csv"}) {
        SourceUri uri = SourceUri::ofFile(QStringLiteral("tail"), QString::fromUtf16(path));
        uri.setParameter(QStringLiteral("speed"), QStringLiteral("60"));
        uri.setParameter(QStringLiteral("note"), QStringLiteral("a&b=c%"));
        const auto again = SourceUri::parse(uri.shown().text());
        ASSERT_TRUE(again) << uri.shown().text().toStdString();
        EXPECT_EQ(*again, uri);
    }
}

TEST(SourceUriTest, NamesThePartThatIsWrong) {
    const std::vector<std::pair<const char16_t*, const char16_t*>> cases{
        {u"", u""},
        {u"normal", u"normal"},
        {u"1sim:normal", u"1sim:normal"},
        {u":normal", u":normal"},
        {u"sim:normal?", u"?"},
        {u"sim:normal?mean", u"mean"},
        {u"sim:normal?=5", u"=5"},
        {u"sim:normal?mean=", u"mean"},
        {u"sim:normal?mean=1&mean=2", u"mean"},
        {u"sim:normal?mean=1&&sd=2", u"?"},
        {u"replay:a%2.csv", u"a%2.csv"},
        {u"replay:a%zz.csv", u"a%zz.csv"},
        {u"replay:a%00b", u"a%00b"},
    };
    for (const auto& [text, subject] : cases) {
        const auto uri = SourceUri::parse(QString::fromUtf16(text));
        ASSERT_FALSE(uri) << QString::fromUtf16(text).toStdString();
        EXPECT_EQ(uri.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(uri.error().subject, QString::fromUtf16(subject));
        EXPECT_FALSE(uri.error().detail.isEmpty());
    }
    EXPECT_FALSE(SourceUri::parse(QStringLiteral("sim:") + QString(SourceUri::maxLength, u'x')));
}

TEST(SourceUriTest, ListsTheParametersASourceTakes) {
    const auto uri = SourceUri::parse(QStringLiteral("replay:a.csv?spead=60"));
    ASSERT_TRUE(uri);
    const auto checked = uri->expectOnly({QStringLiteral("speed")});
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().subject, QStringLiteral("spead"));
    EXPECT_TRUE(checked.error().detail.english().contains(QStringLiteral("did you mean “speed”?")));
    const auto other = uri->expectOnly({QStringLiteral("unit")});
    ASSERT_FALSE(other);
    EXPECT_TRUE(other.error().detail.english().contains(QStringLiteral("it takes unit")));
}

/// Of every scheme, those included that nobody knows yet.
TEST(SourceUriTest, RefusesASecretWithoutRepeatingIt) {
    for (const char* uri :
         {"mqtt://ann:hunter2@host:1883/#", "MQTT://ann:hunter2@host", "sim://ann:hunter2@host",
          "sim:ann:hunter2@host", "replay://ann:hunter2@host/a.csv", "kafka://ann%3Ahunter2%40host/T",
          "tcp://ann:hun/ter2@host", "tcp://ann:hun?ter2@host", "tcp://h1:9092,ann:hunter2@h2:9092/T",
          "stdin:?password=hunter2", "stdin:?unit=celsius&Pass=hunter2", "sim:normal?pw=hunter2",
          "sim:normal?p%61ssword=hunter2", "replay:a.csv?api_key=hunter2", "ftp://host/x?token=hunter2",
          "capture:a.rill?sasl.password=hunter2", "mqtt://host?client_secret=hunter2",
          "mqtt://host?sasl%2Epwd=hunter2"}) {
        const auto parsed = SourceUri::parse(QString::fromUtf8(uri));
        ASSERT_FALSE(parsed) << uri;
        EXPECT_EQ(parsed.error().code, ErrorCode::InvalidUri);
        EXPECT_TRUE(parsed.error().detail.english().contains(QStringLiteral("secret=NAME"))) << uri;
        EXPECT_FALSE(parsed.error().message().contains(QStringLiteral("ter2"))) << uri;
    }
}

TEST(SourceUriTest, RepeatsNoPasswordInTextThatIsNoUriEither) {
    const QString filling(SourceUri::maxLength, u'x');
    for (const QString& text :
         {QStringLiteral("hunter2@host"), QString(QStringLiteral("x:hunter2@") + filling)}) {
        const auto parsed = SourceUri::parse(text);
        ASSERT_FALSE(parsed);
        EXPECT_FALSE(parsed.error().message().contains(QStringLiteral("hunter2")))
            << text.left(40).toStdString();
    }
}

TEST(SourceUriTest, TakesTheNameOfASecretAndOfAUser) {
    const auto uri = SourceUri::parse(QStringLiteral("sim://ann@host:1883/a@b?secret=broker&qos=1"));
    ASSERT_TRUE(uri) << uri.error().message().toStdString();
    EXPECT_EQ(uri->parameter(QStringLiteral("secret")), QStringLiteral("broker"));
    EXPECT_EQ(uri->shown().text(), QStringLiteral("sim://ann@host:1883/a@b?secret=broker&qos=1"));
}

TEST(SourceUriTest, ShowsNoSecretThatWasPutInWithoutParsing) {
    SourceUri uri(QStringLiteral("mqtt"), QStringLiteral("//ann:hunter2@host/t"),
                  {{QStringLiteral("password"), QStringLiteral("hunter2")}});
    uri.setParameter(QStringLiteral("token"), QStringLiteral("hunter2"));
    EXPECT_EQ(uri.shown().text(), QStringLiteral("mqtt://ann@host/t"));
}

// The compiler refuses to take one for the other, or either for text.
static_assert(!std::is_convertible_v<SourceUri, QString> && !std::is_convertible_v<SourceUri, ShownUri>);
static_assert(!std::is_convertible_v<QString, ShownUri> && !std::is_constructible_v<ShownUri, QString>);
static_assert(!std::is_convertible_v<ShownUri, QString>);

} // namespace
} // namespace rillscope
