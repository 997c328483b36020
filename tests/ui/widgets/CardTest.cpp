// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/FoldButton.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QTest>

namespace rillscope {
namespace {

class CardTest : public testing::Test {
protected:
    CardTest() : m_card(QStringLiteral("Values")), m_content(new QLabel(QStringLiteral("content"))) {
        m_card.setObjectName(QStringLiteral("card"));
        m_card.content()->addWidget(m_content);
        m_card.setFoldable();
        m_card.show();
        m_title = m_card.findChild<FoldButton*>(QStringLiteral("cardFold"));
    }

    Card m_card;
    QLabel* m_content;
    FoldButton* m_title = nullptr;
};

} // namespace

TEST_F(CardTest, FoldsByAClickOnItsTitleAndByKeys) {
    ASSERT_TRUE(m_title);
    EXPECT_EQ(m_title->text(), QStringLiteral("Values"));
    EXPECT_EQ(m_title->accessibleDescription(), QStringLiteral("Open"));
    const int open = m_card.sizeHint().height();
    QTest::mouseClick(m_title, Qt::LeftButton);
    EXPECT_TRUE(m_card.isFolded());
    EXPECT_FALSE(m_content->isVisible());
    EXPECT_LT(m_card.sizeHint().height(), open);
    EXPECT_EQ(m_title->accessibleDescription(), QStringLiteral("Folded"));
    QTest::keyClick(m_title, Qt::Key_Space);
    EXPECT_TRUE(m_content->isVisible());
    QTest::keyClick(m_title, Qt::Key_Return);
    EXPECT_FALSE(m_content->isVisible());
}

TEST_F(CardTest, LeavesHiddenWhatItsPanelHides) {
    m_card.setFolded(true);
    m_content->hide();
    m_card.setFolded(false);
    EXPECT_FALSE(m_content->isVisible());
    m_card.setFolded(true);
    m_content->show();
    EXPECT_FALSE(m_content->isVisible()) << "folded";
    m_card.setFolded(false);
    EXPECT_TRUE(m_content->isVisible());
}

TEST_F(CardTest, DoesNotFoldUnlessItIsMeantTo) {
    Card card(QStringLiteral("Source"));
    card.setFolded(true);
    EXPECT_FALSE(card.isFolded());
    EXPECT_FALSE(card.findChild<FoldButton*>());
}

TEST_F(CardTest, TakesNoMoreRoomThanItNeeds) {
    QWidget column;
    auto* layout = new QVBoxLayout(&column);
    layout->addWidget(&m_card);
    layout->addStretch();
    column.resize(300, 800);
    column.show();
    EXPECT_EQ(m_card.height(), m_card.sizeHint().height());
    m_card.setParent(nullptr); // it is not the column's to delete
}

} // namespace rillscope
