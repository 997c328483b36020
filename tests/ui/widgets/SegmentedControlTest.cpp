// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedControl.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

namespace rillscope {
namespace {

class SegmentedControlTest : public testing::Test {
protected:
    SegmentedControlTest() { m_control.show(); }

    SegmentedControl m_control{QStringLiteral("unit"),
                               QStringLiteral("Unit"),
                               {{QStringLiteral("°C"), {}, QStringLiteral("Celsius")},
                                {QStringLiteral("°F"), {}, {}},
                                {QStringLiteral("K"), {}, {}}}};
    QSignalSpy m_changed{&m_control, &SegmentedControl::currentChanged};
};

TEST_F(SegmentedControlTest, ChoosesOneByClick) {
    EXPECT_EQ(m_control.current(), -1);
    QTest::mouseClick(m_control.segment(1), Qt::LeftButton);
    QTest::mouseClick(m_control.segment(1), Qt::LeftButton);
    EXPECT_EQ(m_control.current(), 1);
    EXPECT_EQ(m_changed.count(), 1) << "choosing what is chosen is no change";
    QTest::mouseClick(m_control.segment(2), Qt::LeftButton);
    EXPECT_FALSE(m_control.segment(1)->isChecked());
    EXPECT_EQ(m_changed.takeLast().at(0).toInt(), 2);
}

TEST_F(SegmentedControlTest, ChoosesByArrowKeys) {
    m_control.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_control));
    m_control.setCurrent(0);
    m_control.segment(0)->setFocus();
    QTest::keyClick(m_control.segment(0), Qt::Key_Right);
    EXPECT_EQ(m_control.current(), 1);
    EXPECT_TRUE(m_control.segment(1)->isChecked());
    EXPECT_TRUE(m_control.segment(1)->hasFocus());
    QTest::keyClick(m_control.segment(1), Qt::Key_Left);
    EXPECT_EQ(m_control.current(), 0);
    EXPECT_EQ(m_changed.count(), 2);
}

TEST_F(SegmentedControlTest, LetsTabStopAtTheChosenSegment) {
    const auto stops = [this] {
        QList<int> indices;
        for (int i = 0; i < m_control.count(); ++i) {
            if (m_control.segment(i)->focusPolicy() & Qt::TabFocus)
                indices.append(i);
        }
        return indices;
    };
    EXPECT_EQ(stops(), QList<int>{0}) << "the first one while none is chosen";
    m_control.setCurrent(2);
    EXPECT_EQ(stops(), QList<int>{2});
    QTest::mouseClick(m_control.segment(1), Qt::LeftButton);
    EXPECT_EQ(stops(), QList<int>{1});
    m_control.setCurrent(2); // by a shortcut, while the focus is elsewhere
    EXPECT_EQ(stops(), QList<int>{2});
}

TEST_F(SegmentedControlTest, SetsWithoutASignal) {
    m_control.setCurrent(2);
    EXPECT_TRUE(m_control.segment(2)->isChecked());
    m_control.setCurrent(-1);
    EXPECT_FALSE(m_control.segment(2)->isChecked());
    EXPECT_EQ(m_changed.count(), 0);
    QTest::mouseClick(m_control.segment(2), Qt::LeftButton);
    EXPECT_EQ(m_control.current(), 2);
    EXPECT_EQ(m_changed.count(), 1);
}

TEST_F(SegmentedControlTest, KeepsItsWidthAsTheChoiceMoves) {
    const QSize none = m_control.sizeHint();
    for (int i = 0; i < m_control.count(); ++i) {
        m_control.setCurrent(i);
        EXPECT_EQ(m_control.sizeHint(), none);
    }
}

TEST_F(SegmentedControlTest, IsNamedForAScreenReader) {
    EXPECT_EQ(m_control.segment(0)->accessibleName(), QStringLiteral("Unit: Celsius"));
    EXPECT_EQ(m_control.segment(2)->accessibleName(), QStringLiteral("Unit: K"));
}

} // namespace
} // namespace rillscope
