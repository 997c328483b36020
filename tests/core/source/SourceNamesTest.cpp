// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceNames.h"
#include "core/source/BuiltInSources.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <utility>

namespace rillscope::test {
namespace {

Result<QStringList> namesOfTexts(const QStringList& texts) {
    const SourceCatalog sources = builtInSources();
    QList<SourceUri> uris;
    for (const QString& text : texts)
        uris.append(sources.parse(text).value());
    return namesOf(uris, sources);
}

std::string names(const QStringList& texts) {
    const auto found = namesOfTexts(texts);
    return found ? found->join(u'|').toStdString() : found.error().message().toStdString();
}

TEST(SourceNamesTest, GiveTheFirstNoNameUnlessItsUriDoes) {
    EXPECT_EQ(names({QStringLiteral("sim:normal")}), "");
    EXPECT_EQ(names({QStringLiteral("sim:normal?name=oven")}), "oven");
}

TEST(SourceNamesTest, NameTheOthersAfterTheirFilesOrKinds) {
    EXPECT_EQ(names({QStringLiteral("tail:/a/x.log"), QStringLiteral("tail:/b/y.log"),
                     QStringLiteral("sim:normal"), QStringLiteral("tail:/c/z.log?name=cellar")}),
              "|y.log|sim|cellar");
}

TEST(SourceNamesTest, NumberNamesThatAreTaken) {
    EXPECT_EQ(names({QStringLiteral("tail:/a/x.log?name=x.log"), QStringLiteral("tail:/b/x.log"),
                     QStringLiteral("tail:/c/x.log")}),
              "x.log|x.log (2)|x.log (3)");
}

TEST(SourceNamesTest, RefuseANameGivenTwice) {
    const auto refused =
        namesOfTexts({QStringLiteral("sim:normal?name=a"), QStringLiteral("sim:walk?name=a")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().subject, QStringLiteral("name"));
    EXPECT_TRUE(refused.error().detail.english().contains(QStringLiteral("“a”")));
}

TEST(SourceNamesTest, RefuseASecondReaderOfStandardInput) {
    const auto refused = namesOfTexts({QStringLiteral("stdin:"), QStringLiteral("stdin:?name=b")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().subject, QStringLiteral("stdin:"));
}

TEST(SourceNamesTest, AreTakenByEveryKindOfSource) {
    const ManualClock clock;
    const SourceCatalog sources = builtInSources();
    for (const SourceType& type : sources.types()) {
        SourceUri uri = sources.parse(type.example).value();
        uri.setParameter(nameKey(), QStringLiteral("a/b"));
        EXPECT_TRUE(type.make(uri, {clock})) << type.scheme.toStdString();
    }
}

} // namespace
} // namespace rillscope::test
