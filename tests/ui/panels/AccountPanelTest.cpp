// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AccountPanel.h"

#include "tests/ui/panels/EnglishFigures.h"
#include <QCoreApplication>

namespace rillscope {
namespace {

using AccountPanelTest = test::EnglishFigures;

QLabel* labelOf(const QWidget& panel, const char* objectName) {
    return panel.findChild<QLabel*>(QString::fromLatin1(objectName));
}

} // namespace

TEST_F(AccountPanelTest, ShowsWhereTheSamplesWent) {
    AccountPanel panel;
    panel.setAccount({41'230, 41'229, 1, 41'227, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    EXPECT_EQ(textOf(panel, "accountReceived"), "41,230");
    EXPECT_EQ(textOf(panel, "accountAccepted"), "41,229");
    EXPECT_EQ(textOf(panel, "accountRecorded"), "41,227");
    EXPECT_EQ(textOf(panel, "accountMalformed"), "1");
    EXPECT_EQ(textOf(panel, "accountOrder"), "3 · 4");
    EXPECT_EQ(textOf(panel, "accountRange"), "5 · 6");
    EXPECT_EQ(textOf(panel, "accountTime"), "7 · 11");
    EXPECT_EQ(textOf(panel, "accountRules"), "8 · 9 · 10");
    EXPECT_EQ(textOf(panel, "accountDropped"), "2");
}

TEST_F(AccountPanelTest, SaysWhetherItBalances) {
    AccountPanel panel;
    EXPECT_EQ(textOf(panel, "accountBalance"), "● Balanced") << "nothing received, nothing lost";
    panel.setAccount({.received = 10, .accepted = 8, .malformed = 1, .recorded = 8});
    EXPECT_EQ(textOf(panel, "accountBalance"), "▲ Does not balance");
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"alarm");
    EXPECT_TRUE(labelOf(panel, "accountBalance")->toolTip().contains(QStringLiteral("malformed 1 = 1")));
    panel.setAccount({.received = 10, .accepted = 8, .malformed = 2, .recorded = 8});
    EXPECT_EQ(textOf(panel, "accountBalance"), "● Balanced");
    EXPECT_EQ(labelOf(panel, "accountBalance")->property("state").toString(), u"ok");
}

TEST_F(AccountPanelTest, FitsCountersOfATrillionAndKeepsTheirDigitsInTheTooltip) {
    AccountPanel panel;
    panel.resize(292, 300);
    panel.show();
    constexpr qint64 huge = 1'234'567'890'123;
    constexpr qint64 widest = 999'999;
    for (const qint64 count : {huge, widest}) {
        panel.setAccount({count, count, count, count, count, count, count, count, count, count, count, count,
                          count, count});
        QCoreApplication::sendPostedEvents();
        EXPECT_LE(panel.minimumSizeHint().width(), 292) << count;
    }
    panel.setAccount({.received = huge, .accepted = huge, .recorded = huge, .duplicate = huge});
    EXPECT_EQ(textOf(panel, "accountReceived"), "1.23 T");
    EXPECT_TRUE(labelOf(panel, "accountReceived")->toolTip().contains(QStringLiteral("1,234,567,890,123")));
    EXPECT_TRUE(labelOf(panel, "accountOrder")->toolTip().contains(QStringLiteral("0 · 1,234,567,890,123")));
}

} // namespace rillscope
