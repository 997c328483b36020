// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AlarmPanel.h"
#include "tests/ui/panels/EnglishFigures.h"
#include "ui/widgets/ResultTable.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start = fromNanoseconds(1'391'785'200'000'000'000); // 2014-02-07T15:00:00Z

class AlarmPanelTest : public test::EnglishFigures {
protected:
    AlarmPanelTest() {
        m_panel.resize(850, 150);
        m_panel.show();
    }

    void raise(Duration first, Severity severity = Severity::Alarm, double worst = 100.0) {
        AlarmOccurrence alarm;
        alarm.step = QStringLiteral("hot");
        alarm.channel = QStringLiteral("sensor-1");
        alarm.severity = severity;
        alarm.first = start + first;
        alarm.last = start + first + 90s;
        alarm.worst = worst;
        m_table.raise(alarm);
    }

    void show() { m_panel.setAlarms(m_table); }

    std::string row(int row) const {
        QStringList cells;
        for (int column = 0; column < m_panel.model()->columnCount(); ++column)
            cells.append(m_panel.model()->index(row, column).data().toString());
        return cells.join(u'|').toStdString();
    }

    ResultTable* view() const { return m_panel.findChild<ResultTable*>(QStringLiteral("alarmList")); }

    AlarmTable m_table;
    AlarmPanel m_panel;
};

} // namespace

TEST_F(AlarmPanelTest, ListsTheNewestFirstWithStateTimesAndWorst) {
    raise(0s, Severity::Warning);
    raise(3'600s, Severity::Alarm, 88.5);
    m_table.end(1);
    show();
    EXPECT_EQ(row(0),
              "▲ Alarm, active|hot|sensor-1|2014-02-07 16:00:00|2014-02-07 16:01:30|1 min 30 s|88.50");
    EXPECT_EQ(
        row(1),
        "◆ Warning, unacknowledged|hot|sensor-1|2014-02-07 15:00:00|2014-02-07 15:01:30|1 min 30 s|100.00");
    m_table.acknowledge(1);
    m_table.acknowledge(2);
    m_panel.model()->setQuantity([](const AlarmOccurrence&) { return AlarmQuantity::Temperature; });
    m_panel.model()->setUnit(Unit::Fahrenheit);
    m_panel.setTimeZone(QTimeZone(3'600));
    show();
    EXPECT_EQ(
        row(0),
        "▲ Alarm, acknowledged|hot|sensor-1|2014-02-07 17:00:00|2014-02-07 17:01:30|1 min 30 s|191.30 °F");
    EXPECT_EQ(row(1).substr(0, 22), "◆ Warning, cleared|h");
}

TEST_F(AlarmPanelTest, SaysWhatTheWorstValueIs) {
    const NumberFormat format;
    EXPECT_EQ(worstText(2.0, AlarmQuantity::TemperatureRate, Unit::Fahrenheit, format),
              QStringLiteral("3.60 °F/s"));
    EXPECT_EQ(worstText(2.0, AlarmQuantity::Rate, Unit::Fahrenheit, format), QStringLiteral("2.00 /s"));
    EXPECT_EQ(worstText(200.0, AlarmQuantity::Silence, Unit::Fahrenheit, format),
              QStringLiteral("3 min 20 s"));
    EXPECT_FALSE(worstText(1e300, AlarmQuantity::Silence, Unit::Celsius, format).isEmpty());
}

TEST_F(AlarmPanelTest, AcknowledgesTheSelectedByKeyAndAllByButton) {
    raise(0s);
    raise(100s);
    raise(200s);
    show();
    QSignalSpy one(&m_panel, &AlarmPanel::acknowledgeRequested);
    QSignalSpy all(&m_panel, &AlarmPanel::acknowledgeAllRequested);
    EXPECT_FALSE(m_panel.acknowledgeAction()->isEnabled()) << "none is selected";
    m_panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    view()->setFocus();
    view()->selectRow(1);
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_Return}) {
        QTest::keyClick(view(), key);
        ASSERT_EQ(one.size(), 1);
        EXPECT_EQ(one.takeFirst().constFirst().toULongLong(), 2U);
    }
    m_table.acknowledge(2);
    show();
    EXPECT_EQ(view()->selectedRows(), QList<int>{1}) << "the selection stays";
    EXPECT_FALSE(m_panel.acknowledgeAction()->isEnabled());
    QTest::mouseClick(m_panel.findChild<QPushButton*>(QStringLiteral("acknowledgeAllAlarmsButton")),
                      Qt::LeftButton);
    EXPECT_EQ(all.size(), 1);
}

TEST_F(AlarmPanelTest, AsksForTheTimeOfADoubleClickedAlarm) {
    raise(0s);
    raise(3'600s);
    show();
    QSignalSpy chosen(&m_panel, &AlarmPanel::timeChosen);
    view()->setCurrentIndex(m_panel.model()->index(1, 2));
    Q_EMIT view()->doubleClicked(m_panel.model()->index(1, 2));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen.constFirst().at(0).value<Timestamp>(), start);
    EXPECT_EQ(chosen.constFirst().at(1).value<Timestamp>(), start + 90s);
}

TEST_F(AlarmPanelTest, CountsWhatSomeoneShouldLookAt) {
    raise(0s);
    raise(100s, Severity::Warning);
    raise(200s, Severity::Notice);
    m_table.end(1);
    m_table.acknowledge(1); // over and seen
    m_table.acknowledge(2); // seen, goes on
    m_table.end(3);         // over, not seen
    show();
    EXPECT_EQ(m_panel.model()->openCount(), 2);
    EXPECT_EQ(m_panel.model()->openSeverity(), Severity::Warning);
}

TEST_F(AlarmPanelTest, SaysWhyThereIsNone) {
    EXPECT_TRUE(textOf(m_panel, "alarmsEmpty").starts_with("No alarm rules yet"));
    m_panel.setHasRules(true);
    EXPECT_TRUE(textOf(m_panel, "alarmsEmpty").starts_with("No alarm yet"));
    EXPECT_FALSE(view()->isVisible());
    EXPECT_FALSE(m_panel.saveAction()->isEnabled());
    raise(0s);
    show();
    EXPECT_TRUE(view()->isVisible());
    EXPECT_TRUE(m_panel.saveAction()->isEnabled());
}

TEST_F(AlarmPanelTest, LeavesOutToolsThatFindNoRoomButSquashesNone) {
    raise(0s);
    show();
    const auto tool = [this](const char* name) {
        return m_panel.findChild<QWidget*>(QString::fromLatin1(name));
    };
    for (const int width : {850, 300, 150, 850}) {
        m_panel.resize(width, 150);
        QCoreApplication::processEvents();
        for (const char* name : {"notifyOfAlarmsBox", "acknowledgeAlarmButton", "acknowledgeAllAlarmsButton",
                                 "saveAlarmsButton"}) {
            const QWidget& each = *tool(name);
            EXPECT_TRUE(!each.isVisible() || each.width() >= each.sizeHint().width()) << name << width;
        }
        EXPECT_TRUE(tool("saveAlarmsButton")->isVisible()) << width;
        EXPECT_EQ(tool("notifyOfAlarmsBox")->isVisible(), width == 850);
    }
}

/// Whatever is raised, ended and forgotten between two looks, the rows are those of the table.
TEST_F(AlarmPanelTest, FollowsATableThatForgetsItsOldest) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    m_table = AlarmTable(20);
    const QAbstractItemModelTester tester(m_panel.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Warning);
    for (int i = 0; i < 300; ++i) {
        for (auto count = random() % 12 * (random() % 4 == 0 ? 3 : 1); count > 0; --count)
            raise(std::chrono::seconds(i));
        m_table.end(random() % 500);
        if (random() % 50 == 0)
            m_table = AlarmTable(20); // another session
        show();
        const QList<AlarmOccurrence>& expected = m_table.occurrences();
        ASSERT_EQ(m_panel.model()->rowCount(), expected.size());
        for (int row = 0; row < m_panel.model()->rowCount(); ++row) {
            ASSERT_EQ(m_panel.model()->at(row), expected.at(expected.size() - 1 - row));
            ASSERT_EQ(m_panel.model()->rowOf(m_panel.model()->at(row).id), row);
        }
    }
}

} // namespace rillscope
