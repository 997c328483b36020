// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"
#include "core/base/Message.h"

#include <gtest/gtest.h>

#include <set>

namespace rillscope {

TEST(ErrorTextTest, SaysForEveryCodeWhatHappenedAndWhatToDo) {
    std::set<QString> headlines;
    std::set<QString> advices;
    const int last = static_cast<int>(ErrorCode::Busy);
    for (int code = 0; code <= last; ++code) {
        for (const char* word : {"", "%1 x %2"}) {
            const QString outside = QString::fromLatin1(word);
            const ErrorText text =
                errorText({static_cast<ErrorCode>(code), outside, Message::verbatim(outside)});
            EXPECT_TRUE(text.headline.endsWith(u'.')) << text.headline.toStdString();
            EXPECT_TRUE(text.advice.endsWith(u'.')) << text.advice.toStdString();
            EXPECT_FALSE(text.headline.contains(QStringLiteral("“”"))) << text.headline.toStdString();
            if (outside.isEmpty()) {
                EXPECT_FALSE(text.headline.contains(u'%')) << text.headline.toStdString();
                headlines.insert(text.headline);
            }
            advices.insert(text.advice);
        }
    }
    EXPECT_EQ(headlines.size(), static_cast<std::size_t>(last + 1));
    EXPECT_EQ(advices.size(), static_cast<std::size_t>(last + 1));
}

TEST(ErrorTextTest, NamesTheSubjectAndTheCause) {
    const ErrorText text = errorText({ErrorCode::FileUnreadable, QStringLiteral("a\nb.csv"),
                                      Message::verbatim(QStringLiteral("it is a folder"))});
    EXPECT_EQ(text.headline, u"“a b.csv” cannot be read: it is a folder.");
    EXPECT_TRUE(text.text().startsWith(text.headline + u' '));
    EXPECT_LT(
        errorText({ErrorCode::InvalidUri, QString(100'000, u'x'), Message::verbatim(QString(100'000, u'y'))})
            .headline.size(),
        700);
}

} // namespace rillscope
