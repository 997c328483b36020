// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceUri.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

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

TEST(SourceUriTest, ReadsBackWhatItWritesForAwkwardPaths) {
    for (const char16_t* path : {u"/data/a b.csv", u"/data/50%.csv", u"/data/what?.csv", u"/tmp/ä&ö=1.csv"}) {
        SourceUri uri = SourceUri::replayOf(QString::fromUtf16(path));
        uri.setParameter(QStringLiteral("speed"), QStringLiteral("60"));
        uri.setParameter(QStringLiteral("note"), QStringLiteral("a&b=c%"));
        const auto again = SourceUri::parse(uri.toString());
        ASSERT_TRUE(again) << uri.toString().toStdString();
        EXPECT_EQ(*again, uri);
    }
}

TEST(SourceUriTest, TakesAnExistingFileForItsReplay) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("recording.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto uri = SourceUri::parse(path);
    ASSERT_TRUE(uri);
    EXPECT_EQ(*uri, SourceUri::replayOf(path));
}

TEST(SourceUriTest, NamesThePartThatIsWrong) {
    const std::vector<std::pair<const char16_t*, const char16_t*>> cases{
        {u"", u""},
        {u"normal", u"normal"},
        {u"ftp://host/x", u"ftp://host/x"},
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

TEST(SourceUriTest, TakesNoNameWithANulForAFile) {
    const auto uri = SourceUri::parse(QStringLiteral("a.csv") + QChar(QChar::Null));
    ASSERT_FALSE(uri);
    EXPECT_EQ(uri.error().code, ErrorCode::InvalidUri);
}

TEST(SourceUriTest, ListsTheParametersASourceTakes) {
    const auto uri = SourceUri::parse(QStringLiteral("replay:a.csv?spead=60"));
    ASSERT_TRUE(uri);
    const auto checked = uri->expectOnly({QStringLiteral("speed")});
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().subject, QStringLiteral("spead"));
    EXPECT_TRUE(checked.error().detail.contains(QStringLiteral("speed")));
}

TEST(SourceUriTest, KeepsNoSecretInWhatIsStored) {
    const auto shown = [](const char* uri) { return withoutSecrets(QString::fromUtf8(uri)).toStdString(); };
    EXPECT_EQ(shown("mqtt://ann:pa%40ss@host:1883/a@b/#?qos=1&password=x&client=me"),
              "mqtt://host:1883/a@b/#?qos=1&client=me");
    EXPECT_EQ(shown("mqtt://ann:p@ss@host"), "mqtt://host");
    EXPECT_EQ(shown("kafka://host?API-Key=x&sasl.passphrase=y&AccessToken=z"), "kafka://host");
    EXPECT_EQ(shown("tcp://host?p%61ssword=x&pwd=y"), "tcp://host");
    for (const char* plain : {"sim:normal?mean=20&sd=5&seed=42", "replay://a:b@c/d.csv?speed=max", "stdin:",
                              "replay:/home/ann@work/token=1.csv", "no uri at all", "", ":", "?password=x"})
        EXPECT_EQ(shown(plain), plain);
}

} // namespace
} // namespace rillscope
