// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventPanel.h"
#include "tests/ui/panels/EnglishFigures.h"
#include "ui/panels/EventListModel.h"
#include "ui/panels/EventView.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <random>

namespace rillscope {
namespace {

using Kind = StreamEvent::Kind;

constexpr Timestamp start = fromNanoseconds(1'769'868'261'337'000'000); // 2026-01-31T14:04:21.337Z

/// Events whose count is their number, from `first` on.
QList<StreamEvent> events(qint64 first, qint64 count) {
    QList<StreamEvent> list;
    for (qint64 number = first; number < first + count; ++number)
        list.append({Kind::MalformedMore, start + std::chrono::milliseconds(number), {}, {}, 0, number});
    return list;
}

class EventPanelTest : public test::EnglishFigures {
protected:
    EventPanelTest() {
        m_panel.resize(850, 134);
        m_panel.show();
    }

    EventView* view() const { return m_panel.findChild<EventView*>(QStringLiteral("eventList")); }
    std::string cell(int row, int column) const {
        return m_panel.model()->index(row, column).data().toString().toStdString();
    }

    EventPanel m_panel;
};

} // namespace

TEST_F(EventPanelTest, ListsTheNewestFirst) {
    m_panel.append({{Kind::Started, start, QStringLiteral("sim:normal"), {}, 0, 0},
                    {Kind::Failed,
                     start + std::chrono::seconds(1),
                     {},
                     Message::verbatim(QStringLiteral("no more")),
                     0,
                     0}});
    ASSERT_EQ(m_panel.model()->rowCount(), 2);
    EXPECT_EQ(cell(0, EventListModel::TimeColumn), "14:04:22.337");
    EXPECT_EQ(cell(0, EventListModel::StateColumn), "▲ Failed");
    EXPECT_EQ(cell(1, EventListModel::StateColumn), "● Started");
    EXPECT_EQ(cell(1, EventListModel::TextColumn), "The stream from sim:normal started.");
    EXPECT_EQ(textOf(m_panel, "eventsNote"), "Times in UTC");
    m_panel.setTimeZone(QTimeZone(3'600));
    EXPECT_EQ(cell(1, EventListModel::TimeColumn), "15:04:21.337");
}

TEST_F(EventPanelTest, KeepsAThousandEventsAndSaysHowManyItDiscarded) {
    const unsigned seed = 7;
    std::mt19937 random(seed);
    std::uniform_int_distribution<qint64> burst(0, 700);
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    qint64 sent = 0;
    for (int round = 0; round < 30; ++round) {
        const qint64 count = round == 20 ? 2'500 : burst(random);
        model.append(events(sent, count));
        sent += count;
        ASSERT_EQ(model.rowCount(), std::min<qint64>(sent, EventListModel::maximumEvents)) << "seed " << seed;
        ASSERT_EQ(model.discardedCount() + model.rowCount(), sent);
        for (int row = 0; row < model.rowCount(); row += 97) {
            const QString count97 = QLocale().toString(sent - 1 - row);
            ASSERT_TRUE(model.line(row).contains(count97 + u' ') || sent - 1 - row <= 1) << row;
        }
    }
    m_panel.append(events(0, 1'001));
    EXPECT_EQ(textOf(m_panel, "eventsNote"), "1 older event discarded · Times in UTC");
    m_panel.append(events(0, 2'000));
    EXPECT_EQ(textOf(m_panel, "eventsNote"), "2,001 older events discarded · Times in UTC");
}

TEST_F(EventPanelTest, CopiesTheSelectedLinesByKeyboard) {
    m_panel.append(events(1, 5));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    EXPECT_FALSE(m_panel.copyAction()->isEnabled()) << "nothing is selected";
    view()->setFocus();
    view()->selectRow(1);
    view()->selectionModel()->select(m_panel.model()->index(2, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(
        QGuiApplication::clipboard()->text().toStdString(),
        "2026-01-31T14:04:21.341Z\tUnreadable\t4 further inputs hold no sample and were skipped; all are "
        "counted.\n"
        "2026-01-31T14:04:21.340Z\tUnreadable\t3 further inputs hold no sample and were skipped; all are "
        "counted.");
}

TEST_F(EventPanelTest, ClearsByItsButton) {
    auto* button = m_panel.findChild<QPushButton*>(QStringLiteral("clearEventsButton"));
    EXPECT_FALSE(button->isVisible()) << "nothing to clear";
    m_panel.append(events(0, 1'500));
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(m_panel.model()->rowCount(), 0);
    EXPECT_EQ(textOf(m_panel, "eventsNote"), "");
    EXPECT_TRUE(m_panel.findChild<QLabel*>(QStringLiteral("eventsEmpty"))->isVisible());
    EXPECT_FALSE(button->isVisible());
}

TEST_F(EventPanelTest, LeavesAReaderWhereHeIsWhenNewEventsCome) {
    m_panel.append(events(0, 200));
    EXPECT_EQ(view()->indexAt(QPoint(1, 1)).row(), 0);
    m_panel.append(events(200, 3));
    EXPECT_EQ(view()->indexAt(QPoint(1, 1)).row(), 0) << "at the top one sees what is new";
    view()->verticalScrollBar()->setValue(50);
    const QString read = m_panel.model()->line(view()->indexAt(QPoint(1, 1)).row());
    m_panel.append(events(203, 40));
    EXPECT_EQ(m_panel.model()->line(view()->indexAt(QPoint(1, 1)).row()), read);
}

TEST_F(EventPanelTest, ShowsTheWholeAdviceOfAnAlarm) {
    m_panel.append({{Kind::Failed, start, QString(100, u'x'), Message::verbatim(QString(200, u'y')), 0, 0},
                    {Kind::Remark, start, {}, Message::verbatim(QString(300, u'z')), 1, 0}});
    EXPECT_GT(view()->rowHeight(1), 2 * view()->fontMetrics().height());
    EXPECT_LT(view()->rowHeight(0), 2 * view()->fontMetrics().height());
    const int wide = view()->rowHeight(1);
    m_panel.resize(500, 134);
    QCoreApplication::sendPostedEvents();
    EXPECT_GT(view()->rowHeight(1), wide) << "a narrower list needs more lines";
    EXPECT_FALSE(m_panel.grab().isNull());
}

} // namespace rillscope
