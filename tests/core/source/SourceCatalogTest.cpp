// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceCatalog.h"

#include "core/model/ShownUri.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Sources.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

SourceUri uriOf(const QString& text) {
    const auto uri = SourceUri::parse(text);
    EXPECT_TRUE(uri) << text.toStdString();
    return uri ? *uri : SourceUri(QString(), QString());
}

TEST(SourceCatalogTest, KnowsTheKindOfAUri) {
    EXPECT_EQ(sources().typeOf(uriOf(QStringLiteral("SIM:normal")))->page, SourcePage::Simulator);
    EXPECT_TRUE(sources().traitsOf(uriOf(QStringLiteral("replay:a.csv"))).playsFiles);
    EXPECT_TRUE(sources().traitsOf(uriOf(QStringLiteral("stdin:"))).hasExclusiveInput);
    EXPECT_EQ(sources().typeOf(uriOf(QStringLiteral("ftp://host"))), nullptr);
    EXPECT_EQ(sources().typeOf(SourceUri::captureOf(QStringLiteral("a.rill"))), nullptr);
    EXPECT_FALSE(sources().hasPage(uriOf(QStringLiteral("ftp://host")), SourcePage::Keys));
}

TEST(SourceCatalogTest, TakesAnyExistingFileForItsReplay) {
    QTemporaryDir folder;
    for (const char* name : {"recording.csv", "ann:b@c?password=x.csv", "50%.csv"}) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        ASSERT_TRUE(QFile(path).open(QIODevice::WriteOnly));
        for (const QString& typed : {path, QString(u'/' + path)}) {
            const auto uri = sources().parse(typed);
            ASSERT_TRUE(uri) << uri.error().message().toStdString();
            EXPECT_EQ(uri->path(), path);
            EXPECT_TRUE(sources().traitsOf(*uri).playsFiles);
            EXPECT_EQ(sources().parse(uri->shown().text()), *uri) << uri->shown().text().toStdString();
        }
    }
    EXPECT_FALSE(sources().fileNamedBy(QStringLiteral("sim:normal")));
    EXPECT_FALSE(sources().fileNamedBy(QStringLiteral("a.csv") + QChar(QChar::Null)));
}

TEST(SourceCatalogTest, RefusesWhatItDoesNotKnowAndNamesTheNearest) {
    const std::vector<std::tuple<const char16_t*, const char16_t*, const char16_t*>> cases{
        {u"", u"", u"sim:"},
        {u"normal", u"normal", u"stdin:"},
        {u"ftp://host/x", u"ftp://host/x", u"replay:"},
        {u"simm:normal", u"simm:normal", u"did you mean “sim:”"},
        {u"relpay:a.csv?speed=60", u"relpay:a.csv?speed=60", u"did you mean “replay:”"},
        {u"stdin:%2", u"%2", u"hexadecimal"},
    };
    for (const auto& [text, subject, part] : cases) {
        const auto uri = sources().parse(QString::fromUtf16(text));
        ASSERT_FALSE(uri) << QString::fromUtf16(text).toStdString();
        EXPECT_EQ(uri.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(uri.error().subject, QString::fromUtf16(subject));
        EXPECT_TRUE(uri.error().detail.english().contains(QString::fromUtf16(part)))
            << uri.error().detail.english().toStdString();
    }
    EXPECT_FALSE(sources().parse(QStringLiteral("a.csv") + QChar(QChar::Null)));
    EXPECT_FALSE(sources().parse(QStringLiteral("sim:") + QString(SourceUri::maxLength, u'x')));
}

TEST(SourceCatalogTest, RepeatsNoPasswordWhateverWasTyped) {
    const QString filling(SourceUri::maxLength, u'x');
    for (const QString& text :
         {QStringLiteral("ann:hunter2@host:1883/topic"), QStringLiteral("hunter2@host"),
          QStringLiteral("mqtt://ann:hunter2@host"), QString(QStringLiteral("x:hunter2@") + filling)}) {
        const auto parsed = sources().parse(text);
        ASSERT_FALSE(parsed);
        EXPECT_FALSE(parsed.error().message().contains(QStringLiteral("hunter2")))
            << text.left(40).toStdString();
    }
}

TEST(SourceCatalogTest, MakesNoSourceOfACapture) {
    const ManualClock clock;
    const auto parsed = sources().parse(QStringLiteral("capture:a.rill"));
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->isCapture());
    const auto made = sources().make(*parsed, {clock});
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().detail.english().contains(QStringLiteral("replay:a.rill")));
    EXPECT_FALSE(sources().make(uriOf(QStringLiteral("ftp://host")), {clock}));
}

TEST(SourceCatalogTest, DescribesEveryKindWithAnExampleThatWorks) {
    const ManualClock clock;
    for (const SourceType& type : sources().types()) {
        EXPECT_EQ(SourceUri::schemeOf(type.example), type.scheme);
        const auto uri = sources().parse(type.example);
        ASSERT_TRUE(uri) << type.example.toStdString();
        EXPECT_TRUE(type.make(*uri, {clock})) << type.example.toStdString();
        EXPECT_TRUE(type.streamTitle || type.traits.readsFile) << "a session has a title";
        EXPECT_NE(QByteArray(type.title), "");
        EXPECT_FALSE(QByteArray(type.description).endsWith('.'));
    }
}

/// Gives one key of a kind a value that no key takes. The error, if it was taken for a key at all, is about
/// it.
Error errorOfBadValue(const SourceType& type, const QString& address, const QString& key) {
    const ManualClock clock;
    const auto made = type.make(SourceUri(type.scheme, address, {{key, QStringLiteral("!")}}), {clock});
    return made ? Error{ErrorCode::Busy, {}, {}} : made.error();
}

bool isUnknown(const Error& error) {
    return error.detail.english().contains(QStringLiteral("knows no such parameter")) ||
           error.detail.english().contains(QStringLiteral("takes no parameters"));
}

QStringList addressesOf(const SourceType& type) {
    if (!type.keys.address)
        return {QString()};
    const auto* word = std::get_if<SourceKey::Word>(&type.keys.address->type);
    return word ? word->words : QStringList{QStringLiteral("/tmp/a.csv")};
}

TEST(SourceCatalogTest, ReadsEveryKeyOfItsTableAndNoOther) {
    for (const SourceType& type : sources().types()) {
        const QStringList addresses = addressesOf(type);
        for (const SourceKey& key : type.keys.parameters) {
            const bool isTaken = std::any_of(addresses.begin(), addresses.end(), [&](const QString& address) {
                const Error error = errorOfBadValue(type, address, key.name);
                return error.subject == key.name && !isUnknown(error);
            });
            EXPECT_TRUE(isTaken) << type.scheme.toStdString() << ' ' << key.name.toStdString();
            const Error mistyped = errorOfBadValue(type, addresses.constFirst(), key.name + u'x');
            EXPECT_TRUE(isUnknown(mistyped)) << mistyped.message().toStdString();
        }
        EXPECT_TRUE(isUnknown(errorOfBadValue(type, addresses.constFirst(), QStringLiteral("nosuchkey"))));
    }
}

TEST(SourceCatalogTest, NamesTheNearestKey) {
    const ManualClock clock;
    const std::vector<std::pair<const char*, const char*>> cases{{"sim:normal?maen=20", "“mean”"},
                                                                 {"replay:a.csv?spead=1", "“speed”"},
                                                                 {"stdin:?units=kelvin", "“unit”"}};
    for (const auto& [text, nearest] : cases) {
        const auto made = sources().make(uriOf(QString::fromUtf8(text)), {clock});
        ASSERT_FALSE(made);
        EXPECT_TRUE(made.error().detail.english().contains(QString::fromUtf8(nearest)))
            << made.error().detail.english().toStdString();
    }
}

TEST(SourceCatalogTest, SaysOfEachKeyWhatItIs) {
    const ManualClock clock;
    for (const SourceType& type : sources().types()) {
        const QString address = addressesOf(type).constFirst();
        QStringList names;
        for (const SourceKey& key : type.keys.parameters) {
            EXPECT_FALSE(names.contains(key.name)) << key.name.toStdString();
            names.append(key.name);
            EXPECT_FALSE(holdsSecret(key.name)) << "no URI could hold " << key.name.toStdString();
            EXPECT_NE(QByteArray(key.label), "");
            EXPECT_FALSE(QByteArray(key.help).endsWith('.')) << key.help;
            if (key.otherwise.isEmpty())
                continue;
            const SourceUri uri(type.scheme, address, {{key.name, key.otherwise}});
            EXPECT_TRUE(type.make(uri, {clock})) << uri.shown().text().toStdString();
        }
    }
}

} // namespace
} // namespace rillscope::test
