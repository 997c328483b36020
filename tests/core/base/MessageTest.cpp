// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"

#include "core/base/Error.h"

#include <QString>

#include <gtest/gtest.h>

#include <type_traits>

namespace rillscope {
namespace {

// Words that were already put together cannot be translated, so they do not become a message by accident.
static_assert(!std::is_convertible_v<QString, Message>);
static_assert(!std::is_constructible_v<Message, QString>);
static_assert(!std::is_convertible_v<const char*, Message>);

QString upperCase(const char* text) {
    return QString::fromUtf8(text).toUpper();
}

TEST(MessageTest, SaysItsTemplateInEnglishWithItsArguments) {
    EXPECT_EQ(Message().english(), QString());
    EXPECT_EQ(Message(QT_TRANSLATE_NOOP("Message", "it is empty")).english(), QStringLiteral("it is empty"));
    EXPECT_EQ(Message(QT_TRANSLATE_NOOP("Message", "“%1” is none of %2"), QStringLiteral("é"), -3).english(),
              QStringLiteral("“é” is none of -3"));
    EXPECT_EQ(Message("%2 before %1, and %2 again", QStringLiteral("a"), QStringLiteral("b")).english(),
              QStringLiteral("b before a, and b again"));
}

TEST(MessageTest, LeavesPercentSignsFromOutsideAlone) {
    EXPECT_EQ(Message("%1 and %2", QStringLiteral("%2"), QStringLiteral("100%1")).english(),
              QStringLiteral("%2 and 100%1"));
    EXPECT_EQ(Message::verbatim(QStringLiteral("%1 % %")).english(), QStringLiteral("%1 % %"));
    EXPECT_EQ(Message("a “%” goes before %1", QStringLiteral("%25")).english(),
              QStringLiteral("a “%” goes before %25"));
}

TEST(MessageTest, TranslatesTheMessagesWithinButNotTheWordsFromOutside) {
    const Message reason("%1 is no number", QStringLiteral("abc"));
    const Message whole("line %1: %2 (%3)", 7, reason, Message::verbatim(QStringLiteral("disk full")));
    EXPECT_EQ(whole.english(), QStringLiteral("line 7: abc is no number (disk full)"));
    EXPECT_EQ(whole.worded(upperCase), QStringLiteral("LINE 7: abc IS NO NUMBER (disk full)"));
    EXPECT_EQ(Message::verbatim(QStringLiteral("disk full")).worded(upperCase), QStringLiteral("disk full"));
}

TEST(MessageTest, KnowsWhetherItSaysAnything) {
    EXPECT_TRUE(Message().isEmpty());
    EXPECT_TRUE(Message::verbatim({}).isEmpty());
    EXPECT_FALSE(Message("x").isEmpty());
    EXPECT_FALSE(Message::verbatim(QStringLiteral("x")).isEmpty());
    EXPECT_EQ(Message("x"), Message::verbatim(QStringLiteral("x")));
    EXPECT_NE(Message("x"), Message("y"));
}

TEST(MessageTest, StandsBehindTheSubjectOfAnError) {
    const Message detail("it has %1 bytes", 3);
    EXPECT_EQ((Error{ErrorCode::WriteFailed, QStringLiteral("a.csv"), detail}.message()),
              QStringLiteral("a.csv: it has 3 bytes"));
    EXPECT_EQ((Error{ErrorCode::WriteFailed, {}, detail}.message()), QStringLiteral("it has 3 bytes"));
}

} // namespace
} // namespace rillscope
