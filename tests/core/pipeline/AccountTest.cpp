// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Account.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace rillscope {

TEST(AccountTest, CountsEveryMarkOfASampleOnce) {
    Account account;
    account.countMarks({});
    EXPECT_EQ(account, Account{});
    account.countMarks(QualityFlag::OutOfOrder | QualityFlag::Duplicate);
    account.countMarks(QualityFlag::OutOfOrder);
    account.countMarks(QualityFlag::OutOfRange);
    account.countMarks(QualityFlag::NotANumber | QualityFlag::OutOfOrder);
    EXPECT_EQ(account.marks, (MarkCounts{{QualityFlag::OutOfOrder, 3},
                                         {QualityFlag::Duplicate, 1},
                                         {QualityFlag::OutOfRange, 1},
                                         {QualityFlag::NotANumber, 1}}));
    for (const QualityFlag flag : allQualityFlags)
        account.countMarks(flag);
    EXPECT_EQ(account.marks[QualityFlag::Gap], 1);
    EXPECT_EQ(account.marks[QualityFlag::NotANumber], 2);
    EXPECT_EQ(account.marked, 15) << "of a sample with several, one";
    EXPECT_EQ(account.received, 0) << "marks stand beside the balance";
}

TEST(AccountTest, BalancesOnlyWhenEveryInputIsExplained) {
    Account account{.received = 10, .accepted = 8, .malformed = 2, .recorded = 5, .dropped = 3};
    EXPECT_TRUE(account.balances());
    account.malformed = 1;
    EXPECT_FALSE(account.balances());
    account.malformed = 2;
    account.dropped = 2;
    EXPECT_FALSE(account.balances());
}

TEST(AccountTest, BalancesWithoutWhatTheSourceLostBecauseThatWasNeverReceived) {
    EXPECT_TRUE((Account{.received = 10, .accepted = 10, .recorded = 10, .lost = 7}).balances());
    EXPECT_FALSE((Account{.received = 17, .accepted = 10, .recorded = 10, .lost = 7}).balances());
}

TEST(AccountTest, WritesAllCountersAsJsonWithoutLosingADigit) {
    const qint64 huge = 9'007'199'254'740'993; // 2^53 + 1 is no double
    const Account account{.received = huge,
                          .accepted = 2,
                          .malformed = 3,
                          .recorded = 4,
                          .dropped = 5,
                          .lost = 18,
                          .unknownLosses = 23,
                          .columnsLeftOut = 20,
                          .rowsLeftOut = 21,
                          .empty = 22,
                          .marks = {{QualityFlag::OutOfOrder, 6},
                                    {QualityFlag::Duplicate, 7},
                                    {QualityFlag::OutOfRange, 8},
                                    {QualityFlag::NotANumber, 9},
                                    {QualityFlag::Late, 11},
                                    {QualityFlag::RateOfChange, 12},
                                    {QualityFlag::Stuck, 13},
                                    {QualityFlag::Gap, 14},
                                    {QualityFlag::FarFuture, 15},
                                    {QualityFlag::NoValue, 19},
                                    {QualityFlag::DoubtfulTime, 24}},
                          .derived = 16,
                          .evicted = 10,
                          .marked = 17};
    const QByteArray text = QJsonDocument(account.toJson()).toJson(QJsonDocument::Compact);
    EXPECT_EQ(
        text.toStdString(),
        R"({"accepted":2,"columnsLeftOut":20,"derived":16,"doubtfulTime":24,"dropped":5,"duplicate":7,"empty":22,"evicted":10,)"
        R"("farFuture":15,"gap":14,"late":11,)"
        R"("lost":18,"malformed":3,"marked":17,"noValue":19,"notANumber":9,"outOfOrder":6,"outOfRange":8,"rateOfChange":12,)"
        R"("received":9007199254740993,"recorded":4,"rowsLeftOut":21,"stuck":13,"unknownLosses":23})");
}

TEST(AccountTest, ReadsBackWhatItWroteAndNothingThatIsNoCount) {
    Account account{.received = 5, .accepted = 4, .malformed = 1, .recorded = 3, .dropped = 1};
    account.marks[QualityFlag::Gap] = 2;
    account.marked = account.derived = account.evicted = account.lost = account.unknownLosses = 7;
    EXPECT_EQ(Account::fromJson(account.toJson()), account);
    EXPECT_EQ(Account::fromJson({}), Account());
    EXPECT_EQ(Account::fromJson({{QStringLiteral("received"), -1},
                                 {QStringLiteral("recorded"), QStringLiteral("3")},
                                 {QStringLiteral("late"), 1e300}}),
              Account());
}

} // namespace rillscope
