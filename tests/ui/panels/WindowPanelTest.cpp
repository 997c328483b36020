// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/WindowPanel.h"
#include "tests/ui/panels/EnglishFigures.h"
#include "ui/widgets/ResultTable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start = fromNanoseconds(1'391'785'200'000'000'000); // 2014-02-07T15:00:00Z

class WindowPanelTest : public test::EnglishFigures {
protected:
    WindowPanelTest() {
        m_panel.resize(850, 150);
        m_panel.show();
    }

    void addSeries(const QString& step, Unit unit, const QList<Aggregate>& aggregates) {
        m_results.addSeries(
            {.step = step, .channel = QStringLiteral("sensor-1"), .unit = unit, .aggregates = aggregates});
    }

    void append(std::size_t series, Duration from, double value) {
        WindowRow row;
        row.start = start + from;
        row.end = row.start + 10min;
        row.values.fill(value);
        m_results.append(series, row);
    }

    void show() { m_panel.setResults(m_results); }

    std::string header() const {
        QStringList cells;
        for (int column = 0; column < m_panel.model()->columnCount(); ++column)
            cells.append(m_panel.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        return cells.join(u'|').toStdString();
    }

    std::string row(int row) const {
        QStringList cells;
        for (int column = 0; column < m_panel.model()->columnCount(); ++column)
            cells.append(m_panel.model()->index(row, column).data().toString());
        return cells.join(u'|').toStdString();
    }

    ResultTable* view() const { return m_panel.findChild<ResultTable*>(QStringLiteral("windowList")); }
    QComboBox* series() const { return m_panel.findChild<QComboBox*>(QStringLiteral("windowSeries")); }

    WindowResults m_results;
    WindowPanel m_panel;
};

} // namespace

TEST_F(WindowPanelTest, ListsTheNewestRowFirstWithTheAggregatesAskedFor) {
    addSeries(QStringLiteral("ten minutes"), Unit::Celsius,
              {Aggregate::Count, Aggregate::Mean, Aggregate::StandardDeviation});
    append(0, 0s, 10.0);
    append(0, 10min, std::numeric_limits<double>::quiet_NaN());
    append(0, 20min, 20.0);
    show();
    EXPECT_EQ(header(), "Start|End|count|mean °C|sd °C");
    EXPECT_EQ(row(0), "2014-02-07 15:20:00|2014-02-07 15:30:00|20|20.00|20.00");
    EXPECT_EQ(row(1), "2014-02-07 15:10:00|2014-02-07 15:20:00|0|–|–");
    m_panel.model()->setUnit(Unit::Fahrenheit);
    m_panel.setTimeZone(QTimeZone(3'600));
    EXPECT_EQ(header(), "Start|End|count|mean °F|sd °F");
    EXPECT_EQ(row(2), "2014-02-07 16:00:00|2014-02-07 16:10:00|10|50.00|18.00");
}

TEST_F(WindowPanelTest, ChoosesAmongStepsAndChannels) {
    addSeries(QStringLiteral("a"), Unit::Celsius, {Aggregate::Mean});
    append(0, 0s, 1.0);
    show();
    EXPECT_EQ(series()->count(), 1);
    addSeries(QStringLiteral("b"), Unit::None, {Aggregate::Last});
    append(1, 0s, 2.0);
    append(1, 10min, 3.0);
    show();
    ASSERT_EQ(series()->count(), 2);
    EXPECT_EQ(series()->itemText(1), QStringLiteral("b · sensor-1"));
    EXPECT_EQ(m_panel.model()->rowCount(), 1) << "the choice stays";
    series()->setCurrentIndex(1);
    EXPECT_EQ(header(), "Start|End|last");
    EXPECT_EQ(m_panel.model()->rowCount(), 2);
    m_results = WindowResults(); // another session
    show();
    EXPECT_EQ(series()->count(), 0);
    EXPECT_EQ(m_panel.model()->rowCount(), 0);
    EXPECT_FALSE(view()->isVisible());
}

TEST_F(WindowPanelTest, AsksForTheTimeOfADoubleClickedRow) {
    addSeries(QStringLiteral("a"), Unit::Celsius, {Aggregate::Mean});
    append(0, 0s, 1.0);
    append(0, 10min, 1.0);
    show();
    QSignalSpy chosen(&m_panel, &WindowPanel::timeChosen);
    view()->setCurrentIndex(m_panel.model()->index(1, 0));
    Q_EMIT view()->activated(m_panel.model()->index(1, 0));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen.constFirst().at(0).value<Timestamp>(), start);
    EXPECT_EQ(chosen.constFirst().at(1).value<Timestamp>(), start + 10min);
}

TEST_F(WindowPanelTest, TakesNothingInWhileItIsHidden) {
    addSeries(QStringLiteral("a"), Unit::Celsius, {Aggregate::Mean});
    m_panel.hide();
    append(0, 0s, 1.0);
    show();
    EXPECT_EQ(m_panel.model()->rowCount(), 0);
    m_panel.show();
    EXPECT_EQ(m_panel.model()->rowCount(), 1);
}

/// Rows come and the oldest go, chunk by chunk: the list is always that of the results.
TEST_F(WindowPanelTest, FollowsResultsThatForgetTheirOldest) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    m_results = WindowResults(1'000);
    addSeries(QStringLiteral("a"), Unit::Celsius, {Aggregate::Mean});
    const QAbstractItemModelTester tester(m_panel.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Warning);
    int number = 0;
    for (int i = 0; i < 100; ++i) {
        for (auto count = random() % 100 * (random() % 20 == 0 ? 20 : 1); count > 0; --count)
            append(0, 10min * number++, i);
        show();
        const WindowSeries& expected = m_results.series().constFirst();
        ASSERT_EQ(m_panel.model()->rowCount(), expected.size());
        for (int row = 0; row < m_panel.model()->rowCount(); row += 7)
            ASSERT_EQ(m_panel.model()->at(row).start, expected.row(expected.size() - 1 - row).start);
    }
}

TEST_F(WindowPanelTest, StandsAMillionRows) {
    addSeries(QStringLiteral("a"), Unit::Celsius, {Aggregate::Mean});
    for (int i = 0; i < 1'000'000; ++i)
        append(0, 10min * i, i);
    show();
    EXPECT_EQ(m_panel.model()->rowCount(), 1'000'000);
    for (int i = 1'000'000; i < 1'000'010; ++i) {
        append(0, 10min * i, i);
        show();
    }
    EXPECT_EQ(m_panel.model()->at(0).value(Aggregate::Mean), 1'000'009.0);
    EXPECT_GT(m_results.removedCount(), 0);
    EXPECT_TRUE(textOf(m_panel, "windowsNote").starts_with("256 older rows discarded"));
    view()->scrollToBottom();
    EXPECT_GT(view()->indexAt(QPoint(5, 5)).row(), 990'000);
}

} // namespace rillscope
