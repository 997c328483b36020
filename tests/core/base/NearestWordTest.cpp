// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestWord.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(NearestWordTest, FindsTheWordThatWasMeant) {
    const QStringList words{QStringLiteral("threshold"), QStringLiteral("over"), QStringLiteral("of"),
                            QStringLiteral("name")};
    EXPECT_EQ(nearestWord(QStringLiteral("treshold"), words), QStringLiteral("threshold"));
    EXPECT_EQ(nearestWord(QStringLiteral("naem"), words), QStringLiteral("name")); // one swap
    EXPECT_EQ(nearestWord(QStringLiteral("OVER"), words), QStringLiteral("over"));
    EXPECT_EQ(nearestWord(QStringLiteral("aggregates"), words), QString());
    EXPECT_EQ(nearestWord(QString(), words), QString());
    EXPECT_EQ(nearestWord(QString(100'000, u'x'), words), QString());
    EXPECT_EQ(nearestWord(QStringLiteral("over"), {}), QString());
}

TEST(NearestWordTest, ListsWordsAsASentenceDoes) {
    EXPECT_EQ(listOfWords({QStringLiteral("a")}).english(), QStringLiteral("\"a\""));
    EXPECT_EQ(listOfWords({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}).english(),
              QStringLiteral("\"a\", \"b\" or \"c\""));
}

} // namespace
} // namespace rillscope
