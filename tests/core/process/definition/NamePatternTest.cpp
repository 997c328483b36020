// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/NamePattern.h"

#include <gtest/gtest.h>

#include <QString>

#include <random>

namespace rillscope {
namespace {

bool fits(const char* pattern, const char* name) {
    return matchesPattern(QString::fromUtf8(pattern), QString::fromUtf8(name));
}

TEST(NamePatternTest, FitsTextStarsAndQuestionMarks) {
    EXPECT_TRUE(fits("*", ""));
    EXPECT_TRUE(fits("*", "oven-1"));
    EXPECT_TRUE(fits("oven-?", "oven-1"));
    EXPECT_TRUE(fits("oven-*", "oven-"));
    EXPECT_TRUE(fits("*temp*", "hall 2 temperature"));
    EXPECT_TRUE(fits("a*b*c", "a b b c b c"));
    EXPECT_TRUE(fits("", ""));
    EXPECT_FALSE(fits("", "a"));
    EXPECT_FALSE(fits("?", ""));
    EXPECT_FALSE(fits("oven-?", "oven-10"));
    EXPECT_FALSE(fits("oven", "Oven"));
    EXPECT_FALSE(fits("a*b*c", "a b b c b"));
    EXPECT_FALSE(fits("oven", "oven-1"));
}

TEST(NamePatternTest, TakesAPatternOfManyStarsInItsStride) {
    const QString pattern = QStringLiteral("*a").repeated(100) + QStringLiteral("b");
    EXPECT_FALSE(matchesPattern(pattern, QString(200, u'a')));
    EXPECT_TRUE(matchesPattern(pattern, QString(200, u'a') + u'b'));
}

/// By the words: a star is nothing, or one character more.
bool reference(QStringView pattern, QStringView name) {
    if (pattern.isEmpty())
        return name.isEmpty();
    if (pattern.front() == u'*')
        return reference(pattern.mid(1), name) || (!name.isEmpty() && reference(pattern, name.mid(1)));
    return !name.isEmpty() && (pattern.front() == u'?' || pattern.front() == name.front()) &&
           reference(pattern.mid(1), name.mid(1));
}

TEST(NamePatternTest, AgreesWithTheWords) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto textOf = [&random](QStringView letters) {
        QString text;
        for (std::size_t count = random() % 9; count > 0; --count)
            text += letters.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(letters.size())));
        return text;
    };
    for (int round = 0; round < 50'000; ++round) {
        const QString pattern = textOf(u"ab*?*");
        const QString name = textOf(u"ab");
        ASSERT_EQ(matchesPattern(pattern, name), reference(pattern, name))
            << pattern.toStdString() << " " << name.toStdString();
    }
}

} // namespace
} // namespace rillscope
