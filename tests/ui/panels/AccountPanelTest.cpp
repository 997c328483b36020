// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AccountPanel.h"

#include "tests/ui/panels/EnglishFigures.h"
#include <QCoreApplication>

namespace rillscope {
namespace {

using AccountPanelTest = test::EnglishFigures;

StreamStatus statusOf(const Account& account) {
    StreamStatus status;
    status.account = account;
    return status;
}

QLabel* labelOf(const QWidget& panel, const char* objectName) {
    return panel.findChild<QLabel*>(QString::fromLatin1(objectName));
}

} // namespace

TEST_F(AccountPanelTest, ShowsWhereTheSamplesWent) {
    AccountPanel panel;
    panel.show();
    StreamStatus status = statusOf({.received = 41'230,
                                    .accepted = 41'229,
                                    .malformed = 1,
                                    .recorded = 41'227,
                                    .dropped = 2,
                                    .lost = 15,
                                    .unknownLosses = 20,
                                    .columnsLeftOut = 16,
                                    .rowsLeftOut = 17,
                                    .empty = 18,
                                    .marks = {{QualityFlag::OutOfOrder, 3},
                                              {QualityFlag::Duplicate, 4},
                                              {QualityFlag::OutOfRange, 5},
                                              {QualityFlag::NotANumber, 6},
                                              {QualityFlag::Late, 7},
                                              {QualityFlag::RateOfChange, 8},
                                              {QualityFlag::Stuck, 9},
                                              {QualityFlag::Gap, 10},
                                              {QualityFlag::FarFuture, 11},
                                              {QualityFlag::NoValue, 19}},
                                    .marked = 40});
    status.windows = {12, 13, 0};
    status.alarms.raised = 14;
    panel.setStatus(status);
    const std::pair<const char*, const char*> shown[]{
        {"accountReceived", "41,230"}, {"accountAccepted", "41,229"},   {"accountRecorded", "41,227"},
        {"accountMalformed", "1"},     {"accountDropped", "2"},         {"accountLost", "15"},
        {"accountMarked", "40"},       {"accountOutOfOrder", "3"},      {"accountDuplicate", "4"},
        {"accountOutOfRange", "5"},    {"accountNotANumber", "6"},      {"accountLate", "7"},
        {"accountRateOfChange", "8"},  {"accountStuck", "9"},           {"accountGap", "10"},
        {"accountFarFuture", "11"},    {"accountWindows", "12"},        {"accountLateForWindows", "13"},
        {"accountAlarms", "14"},       {"accountColumnsLeftOut", "16"}, {"accountRowsLeftOut", "17"},
        {"accountEmpty", "18"},        {"accountNoValue", "19"},        {"accountUnknownLosses", "20"}};
    for (const auto& [label, text] : shown) {
        EXPECT_EQ(textOf(panel, label), text);
        EXPECT_TRUE(labelOf(panel, label)->isVisible()) << label;
    }
}

TEST_F(AccountPanelTest, GivesNoRoomToWhatHasNotOccurred) {
    AccountPanel panel;
    panel.show();
    panel.setStatus(statusOf(
        {.received = 3, .accepted = 3, .recorded = 3, .marks = {{QualityFlag::Stuck, 2}}, .marked = 2}));
    for (const char* label : {"accountDropped", "accountMalformed", "accountMarked", "accountStuck"})
        EXPECT_TRUE(labelOf(panel, label)->isVisible()) << label;
    for (const char* label :
         {"accountLost", "accountUnknownLosses", "accountLate", "accountGap", "accountWindows",
          "accountAlarms", "accountColumnsLeftOut", "accountRowsLeftOut", "accountEmpty", "accountNoValue"})
        EXPECT_FALSE(labelOf(panel, label)->isVisible()) << label;
    panel.setStatus(statusOf({.received = 4, .accepted = 4, .recorded = 4}));
    EXPECT_FALSE(labelOf(panel, "accountMarked")->isVisible()) << "another session";
}

TEST_F(AccountPanelTest, SaysWhetherItBalances) {
    AccountPanel panel;
    EXPECT_EQ(textOf(panel, "accountBalance"), "● Counts match") << "nothing received, nothing lost";
    panel.setStatus(statusOf({.received = 10, .accepted = 8, .malformed = 1, .recorded = 8}));
    EXPECT_EQ(textOf(panel, "accountBalance"), "▲ Counts do not match");
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"alarm");
    EXPECT_TRUE(labelOf(panel, "accountBalance")->toolTip().contains(QStringLiteral("unreadable 1 = 1")));
    panel.setStatus(statusOf({.received = 10, .accepted = 8, .malformed = 2, .recorded = 8}));
    EXPECT_EQ(textOf(panel, "accountBalance"), "● Counts match");
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"info")
        << "two are unreadable";
    panel.setStatus(statusOf({.received = 10, .accepted = 10, .recorded = 10}));
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"ok");
    panel.setStatus(statusOf({.received = 10, .accepted = 10, .recorded = 10, .lost = 1}));
    EXPECT_EQ(textOf(panel, "accountBalance"), "● Counts match") << "what was lost was never received";
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"info");
    panel.setStatus(statusOf({.received = 10, .accepted = 10, .recorded = 10}));
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"ok");
    panel.setStatus(statusOf({.received = 10, .accepted = 10, .recorded = 10, .unknownLosses = 1}));
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"info")
        << "something may be missing";
    panel.setStatus(statusOf({.received = 10, .accepted = 10, .recorded = 10, .rowsLeftOut = 1}));
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"info");
    panel.setStatus(
        statusOf({.received = 10, .accepted = 10, .recorded = 10, .columnsLeftOut = 1, .empty = 1}));
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"ok") << "that is no loss";
}

TEST_F(AccountPanelTest, FitsCountersOfATrillionAndKeepsTheirDigitsInTheTooltip) {
    AccountPanel panel;
    panel.resize(292, 300);
    panel.show();
    constexpr qint64 huge = 1'234'567'890'123;
    constexpr qint64 widest = 999'999;
    for (const qint64 count : {huge, widest}) {
        Account account{.received = count,
                        .accepted = count,
                        .malformed = count,
                        .recorded = count,
                        .dropped = count,
                        .lost = count,
                        .unknownLosses = count,
                        .columnsLeftOut = count,
                        .rowsLeftOut = count,
                        .empty = count,
                        .derived = count,
                        .evicted = count,
                        .marked = count};
        for (const QualityFlag flag : allQualityFlags)
            account.marks[flag] = count;
        panel.setStatus(statusOf(account));
        expectFiguresWhole(panel);
        EXPECT_LE(panel.minimumSizeHint().width(), 292) << count;
    }
    panel.setStatus(statusOf(
        {.received = huge, .accepted = huge, .recorded = huge, .marks = {{QualityFlag::Duplicate, huge}}}));
    EXPECT_EQ(textOf(panel, "accountReceived"), "1.23 T");
    EXPECT_TRUE(labelOf(panel, "accountReceived")->toolTip().contains(QStringLiteral("1,234,567,890,123")));
    EXPECT_TRUE(labelOf(panel, "accountDuplicate")->toolTip().contains(QStringLiteral("1,234,567,890,123")));
}

} // namespace rillscope
