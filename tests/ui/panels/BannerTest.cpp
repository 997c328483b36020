// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Banner.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace rillscope {
namespace {

class BannerTest : public test::EnglishFigures {
protected:
    BannerTest() : m_banner(&m_window) { m_window.show(); }

    QPushButton* button(int number) const {
        return m_banner.findChild<QPushButton*>(QStringLiteral("bannerAction%1").arg(number));
    }
    std::string text() const { return textOf(m_banner, "bannerText"); }
    static BannerMessage message(const char* text, Severity severity = Severity::Notice) {
        return {severity, QString::fromUtf8(text), {}};
    }

    QWidget m_window;
    Banner m_banner;
};

} // namespace

TEST_F(BannerTest, IsNotThereWithoutAMessage) {
    EXPECT_FALSE(m_banner.isVisible());
    m_banner.dismiss();
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, ShowsAMessageWithShapeAndSeverity) {
    m_banner.post(message("The disk is full.", Severity::Alarm));
    EXPECT_TRUE(m_banner.isVisible());
    EXPECT_EQ(text(), "The disk is full.");
    EXPECT_EQ(textOf(m_banner, "bannerShape"), "▲");
    EXPECT_EQ(m_banner.property("severity").toString(), u"alarm");
    EXPECT_EQ(m_banner.accessibleName(), u"Alarm: The disk is full.");
    EXPECT_FALSE(button(1)->isVisible());
    EXPECT_FALSE(button(2)->isVisible());
}

TEST_F(BannerTest, TakesBackWhatNoLongerHolds) {
    BannerMessage stuck = message("It does not respond.", Severity::Warning);
    stuck.topic = QStringLiteral("stuck");
    m_banner.post(stuck);
    m_banner.post(message("Saved."));
    m_banner.withdraw(QStringLiteral("stuck"));
    EXPECT_EQ(text(), "Saved.");
    m_banner.post(stuck);
    m_banner.withdraw(QStringLiteral("stuck"));
    EXPECT_EQ(text(), "Saved.");
    EXPECT_FALSE(m_banner.findChild<QWidget*>(QStringLiteral("bannerWaiting"))->isVisible());
    m_banner.withdraw(QStringLiteral("another"));
    m_banner.dismiss();
    m_banner.withdraw(QStringLiteral("stuck"));
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, RunsItsActionsByMouseAndByKeyboard) {
    int first = 0;
    int second = 0;
    const BannerMessage failure{Severity::Warning,
                                QStringLiteral("a.csv was not found."),
                                {{QStringLiteral("Try again"), [&] { ++first; }},
                                 {QStringLiteral("Choose…"), [&] { ++second; }},
                                 {QStringLiteral("Too many"), [] { FAIL(); }}}};
    m_banner.post(failure);
    EXPECT_EQ(button(1)->text(), u"Try again");
    QTest::mouseClick(button(1), Qt::LeftButton);
    EXPECT_EQ(first, 1);
    EXPECT_FALSE(m_banner.isVisible()) << "an action closes its message";
    m_banner.post(failure);
    button(2)->setFocus();
    QTest::keyClick(button(2), Qt::Key_Space);
    EXPECT_EQ(second, 1);
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, LetsAnActionPostTheNextMessage) {
    m_banner.post({Severity::Notice, QStringLiteral("one"), {{QStringLiteral("Go"), [this] {
                                                                  m_banner.post(message("two"));
                                                              }}}});
    QTest::mouseClick(button(1), Qt::LeftButton);
    EXPECT_EQ(text(), "two");
    EXPECT_TRUE(m_banner.isVisible());
}

TEST_F(BannerTest, ClosesByButtonAndByEscape) {
    m_banner.post(message("one"));
    QTest::mouseClick(m_banner.findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_FALSE(m_banner.isVisible());
    m_banner.post({Severity::Notice, QStringLiteral("two"), {{QStringLiteral("Go"), {}}}});
    QTest::keyClick(button(1), Qt::Key_Escape);
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, QueuesMessagesWithTheGravestNext) {
    m_banner.post(message("first"));
    m_banner.post(message("second"));
    m_banner.post(message("grave", Severity::Alarm));
    m_banner.post(message("second"));
    EXPECT_EQ(text(), "first") << "what shows is not pushed away under the pointer";
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "2 more");
    m_banner.dismiss();
    EXPECT_EQ(text(), "grave");
    m_banner.dismiss();
    EXPECT_EQ(text(), "second");
    EXPECT_FALSE(m_banner.findChild<QLabel*>(QStringLiteral("bannerWaiting"))->isVisible());
    m_banner.dismiss();
    EXPECT_TRUE(m_banner.isEmpty());
}

TEST_F(BannerTest, ReplacesAnOlderMessageOfTheSameTopic) {
    int ran = 0;
    const auto offer = [&ran](int number) {
        return BannerMessage{Severity::Notice,
                             QStringLiteral("offer %1").arg(number),
                             {{QStringLiteral("Take"), [&ran, number] { ran = number; }}},
                             QStringLiteral("offer")};
    };
    m_banner.post(offer(1));
    m_banner.post(message("other"));
    m_banner.post(offer(2));
    EXPECT_EQ(text(), "offer 2");
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "1 more");
    button(1)->click();
    EXPECT_EQ(ran, 2);
    m_banner.post(offer(3));
    m_banner.post(offer(4));
    EXPECT_EQ(text(), "other");
    m_banner.dismiss();
    EXPECT_EQ(text(), "offer 4");
    EXPECT_EQ(button(1)->toolTip(), QStringLiteral("Take, and close this message"));
    m_banner.dismiss();
    EXPECT_TRUE(m_banner.isEmpty());
}

TEST_F(BannerTest, IsBoundedAndShowsTextFromOutsideAsItIs) {
    for (int number = 0; number < 1'000; ++number)
        m_banner.post({Severity::Notice, QStringLiteral("<b>%1</b>\n").arg(number), {}});
    m_banner.post(message("grave", Severity::Alarm));
    EXPECT_EQ(text(), "<b>0</b>");
    m_banner.dismiss();
    EXPECT_EQ(text(), "grave");
    int closed = 1;
    for (; !m_banner.isEmpty(); ++closed)
        m_banner.dismiss();
    EXPECT_EQ(closed, Banner::maximumMessages);
}

} // namespace rillscope
