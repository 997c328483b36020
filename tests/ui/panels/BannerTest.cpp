// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Banner.h"
#include "tests/support/WaitFor.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

namespace rillscope {
namespace {

using test::waitFor;

class BannerTest : public test::EnglishFigures {
protected:
    BannerTest() : m_banner(&m_window), m_elsewhere(&m_window) {
        m_elsewhere.setFocus(); // a message with the focus is being used
        m_window.show();
    }

    QPushButton* button(const char* action) const {
        return m_banner.findChild<QPushButton*>(QStringLiteral("banner_") + QString::fromUtf8(action));
    }
    std::string text() const { return textOf(m_banner, "bannerText"); }
    static BannerMessage message(const QByteArray& text, Severity severity = Severity::Notice) {
        return {severity, QString::fromUtf8(text), {}};
    }

    /// Many times as long as a notice of one millisecond takes: its timer fires before later ones of others.
    static void letNoticesGo() {
        int turns = 0;
        QTimer turn;
        QObject::connect(&turn, &QTimer::timeout, [&turns] { ++turns; });
        turn.start(2);
        EXPECT_TRUE(waitFor([&] { return turns > 5; }));
    }

    QWidget m_window;
    Banner m_banner;
    QPushButton m_elsewhere;
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
    for (const QPushButton* action : m_banner.findChildren<QPushButton*>())
        EXPECT_FALSE(action->isVisible());
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
                                {{QStringLiteral("tryAgain"), QStringLiteral("Try again"), [&] { ++first; }},
                                 {QStringLiteral("choose"), QStringLiteral("Choose…"), [&] { ++second; }},
                                 {QStringLiteral("third"), QStringLiteral("Too many"), [] { FAIL(); }}}};
    m_banner.post(failure);
    EXPECT_EQ(button("tryAgain")->text(), u"Try again");
    QTest::mouseClick(button("tryAgain"), Qt::LeftButton);
    EXPECT_EQ(first, 1);
    EXPECT_FALSE(m_banner.isVisible()) << "an action closes its message";
    m_banner.post(failure);
    button("choose")->setFocus();
    QTest::keyClick(button("choose"), Qt::Key_Space);
    EXPECT_EQ(second, 1);
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, LetsAnActionPostTheNextMessage) {
    m_banner.post(
        {Severity::Notice, QStringLiteral("one"), {{QStringLiteral("go"), QStringLiteral("Go"), [this] {
                                                        m_banner.post(message("two"));
                                                    }}}});
    QTest::mouseClick(button("go"), Qt::LeftButton);
    EXPECT_EQ(text(), "two");
    EXPECT_TRUE(m_banner.isVisible());
}

TEST_F(BannerTest, ClosesByButtonAndByEscape) {
    m_banner.post(message("one"));
    QTest::mouseClick(m_banner.findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_FALSE(m_banner.isVisible());
    m_banner.post(
        {Severity::Notice, QStringLiteral("two"), {{QStringLiteral("go"), QStringLiteral("Go"), {}}}});
    QTest::keyClick(button("go"), Qt::Key_Escape);
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, ShowsTheNewestOfTheMostSevere) {
    m_banner.post(message("saved"));
    m_banner.post(message("failed", Severity::Alarm));
    EXPECT_EQ(text(), "failed") << "no failure waits behind a success";
    m_banner.post(message("saved again"));
    m_banner.post(message("careful", Severity::Warning));
    EXPECT_EQ(text(), "failed");
    m_banner.post(message("failed again", Severity::Alarm));
    m_banner.post(message("saved again"));
    EXPECT_EQ(text(), "failed again");
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "4 more") << "none is there twice";
    for (const char* next : {"failed", "careful", "saved again", "saved"}) {
        m_banner.dismiss();
        EXPECT_EQ(text(), next);
    }
    EXPECT_FALSE(m_banner.findChild<QLabel*>(QStringLiteral("bannerWaiting"))->isVisible());
    m_banner.dismiss();
    EXPECT_TRUE(m_banner.isEmpty());
}

TEST_F(BannerTest, LetsNoticesGoOnceTheyWereSeenAndNothingElse) {
    m_banner.setNoticeTime(std::chrono::milliseconds(1));
    m_banner.post(message("saved"));
    EXPECT_TRUE(waitFor([this] { return m_banner.isEmpty(); }));
    m_banner.post(message("saved"));
    m_banner.post(message("failed", Severity::Alarm));
    BannerMessage offer = message("kept until the next start");
    offer.stay = BannerStay::UntilClosed;
    letNoticesGo();
    EXPECT_EQ(text(), "failed");
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "1 more") << "it was not seen yet";
    m_banner.dismiss();
    EXPECT_EQ(text(), "saved");
    EXPECT_TRUE(waitFor([this] { return m_banner.isEmpty(); }));
    m_banner.post(offer);
    m_banner.post(message("saved"));
    EXPECT_TRUE(waitFor([this] { return text() == "kept until the next start"; }));
    EXPECT_FALSE(m_banner.isEmpty());
}

TEST_F(BannerTest, KeepsANoticeThatIsBeingUsed) {
    m_banner.setNoticeTime(std::chrono::milliseconds(1));
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    m_banner.post({Severity::Notice,
                   QStringLiteral("saved"),
                   {{QStringLiteral("openFolder"), QStringLiteral("Open folder"), {}}}});
    button("openFolder")->setFocus();
    letNoticesGo();
    EXPECT_EQ(text(), "saved");
    m_elsewhere.setFocus();
    EXPECT_TRUE(waitFor([this] { return m_banner.isEmpty(); }));
}

TEST_F(BannerTest, TellsOfFailuresForTheEventList) {
    QStringList listed;
    QObject::connect(&m_banner, &Banner::failureShown, &m_banner,
                     [&listed](Severity, const QString& text) { listed.append(text); });
    m_banner.post(message("saved"));
    m_banner.post(message("failed", Severity::Alarm));
    m_banner.post(message("failed", Severity::Alarm));
    m_banner.post(message("careful", Severity::Warning));
    BannerMessage question = message("really?", Severity::Warning);
    question.event = BannerEvent::None;
    m_banner.post(question);
    const BannerMessage state{Severity::Warning, QStringLiteral("stuck"), {}, QStringLiteral("disk")};
    m_banner.post(state);
    m_banner.post(state);
    EXPECT_EQ(listed.join(u' '), QStringLiteral("failed failed careful stuck"))
        << "it failed twice, and is stuck still";
}

TEST_F(BannerTest, CoversTheTopOfAWidgetAndGrowsWithItsText) {
    m_window.resize(600, 400);
    QWidget area(&m_window);
    area.setGeometry(10, 50, 500, 300);
    area.show(); // what is hidden is told of its place later
    m_banner.cover(area);
    m_banner.post(message("short"));
    EXPECT_EQ(m_banner.geometry().topLeft(), QPoint(10, 50));
    EXPECT_EQ(m_banner.width(), 500);
    const int height = m_banner.height();
    area.setGeometry(20, 60, 300, 300);
    EXPECT_EQ(m_banner.geometry().topLeft(), QPoint(20, 60));
    EXPECT_EQ(m_banner.width(), 300);
    m_banner.post(
        message(QString(200, u'x').replace(QStringLiteral("xxxxx"), QStringLiteral("xxxx ")).toUtf8(),
                Severity::Alarm));
    EXPECT_TRUE(waitFor([&] { return m_banner.height() > height; }));
}

TEST_F(BannerTest, ReplacesAnOlderMessageOfTheSameTopic) {
    int ran = 0;
    const auto offer = [&ran](int number, Severity severity = Severity::Notice) {
        return BannerMessage{
            severity,
            QStringLiteral("offer %1").arg(number),
            {{QStringLiteral("take"), QStringLiteral("Take"), [&ran, number] { ran = number; }}},
            QStringLiteral("offer")};
    };
    m_banner.post(offer(1));
    m_banner.post(message("other"));
    m_banner.post(offer(2));
    EXPECT_EQ(text(), "offer 2");
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "1 more");
    EXPECT_EQ(button("take")->toolTip(), QStringLiteral("Take, and close this message"));
    button("take")->click();
    EXPECT_EQ(ran, 2);
    EXPECT_EQ(text(), "other");
    m_banner.post(offer(3, Severity::Alarm));
    m_banner.post(offer(4));
    EXPECT_EQ(text(), "offer 4") << "what failed has been made good";
    EXPECT_EQ(textOf(m_banner, "bannerWaiting"), "1 more");
    m_banner.dismissAll();
    EXPECT_TRUE(m_banner.isEmpty());
    EXPECT_FALSE(m_banner.isVisible());
}

TEST_F(BannerTest, IsBoundedAndShowsTextFromOutsideAsItIs) {
    for (int number = 0; number < 1'000; ++number)
        m_banner.post({Severity::Notice, QStringLiteral("<b>%1</b>\n").arg(number), {}});
    EXPECT_EQ(text(), "<b>999</b>");
    m_banner.post(message("grave", Severity::Alarm));
    EXPECT_EQ(text(), "grave");
    int closed = 0;
    for (; !m_banner.isEmpty(); ++closed)
        m_banner.dismiss();
    EXPECT_EQ(closed, Banner::maximumMessages);
}

} // namespace rillscope
