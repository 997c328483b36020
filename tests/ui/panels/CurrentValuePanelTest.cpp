// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CurrentValuePanel.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

ChannelReading reading(const char* name, double celsius, Quality quality = {}) {
    return {QString::fromUtf8(name), Unit::Celsius, QColor(Qt::blue), celsius, quality, 213ms, true};
}

class CurrentValuePanelTest : public test::EnglishFigures {
protected:
    CurrentValuePanelTest() { m_panel.resize(292, 400); }

    std::string value() const { return textOf(m_panel, "currentValue"); }
    std::string unit() const { return textOf(m_panel, "currentUnit"); }
    std::string details() const { return textOf(m_panel, "currentDetails"); }
    std::string quality() const { return textOf(m_panel, "currentQuality"); }
    QListView* list() const { return m_panel.findChild<QListView*>(QStringLiteral("channelList")); }

    CurrentValuePanel m_panel;
};

} // namespace

TEST_F(CurrentValuePanelTest, WaitsForTheFirstSample) {
    EXPECT_EQ(details(), "Waiting for the first sample");
    EXPECT_EQ(value(), "–");
    ChannelReading silent = reading("sensor-1", 0.0);
    silent.hasValue = false;
    m_panel.setReadings({silent}, Unit::Celsius);
    EXPECT_EQ(details(), "Waiting for the first sample");
    EXPECT_EQ(value(), "–");
}

TEST_F(CurrentValuePanelTest, ShowsTheValueInBothUnits) {
    m_panel.setReadings({reading("sensor-1", 21.9)}, Unit::Fahrenheit);
    EXPECT_EQ(value(), "71.42");
    EXPECT_EQ(unit(), "°F");
    EXPECT_EQ(details(), "21.90 °C · 0.2 s ago");
    m_panel.setReadings({reading("sensor-1", 21.9)}, Unit::Celsius);
    EXPECT_EQ(value(), "21.90");
    EXPECT_EQ(details(), "71.42 °F · 0.2 s ago");
    m_panel.setReadings({reading("sensor-1", 21.9)}, Unit::Kelvin);
    EXPECT_EQ(value(), "295.05");
    EXPECT_EQ(unit(), "K");
    EXPECT_EQ(details(), "71.42 °F · 0.2 s ago");
}

TEST_F(CurrentValuePanelTest, NeverConvertsWhatIsNoTemperature) {
    ChannelReading pressure = reading("pressure", 0.01234);
    pressure.unit = Unit::None;
    m_panel.setReadings({pressure}, Unit::Fahrenheit);
    EXPECT_EQ(value(), "0.0123");
    EXPECT_EQ(unit(), "");
    EXPECT_EQ(details(), "0.2 s ago");
    pressure.unitText = QStringLiteral("h\nPa");
    m_panel.setReadings({pressure, pressure}, Unit::Fahrenheit);
    EXPECT_EQ(value(), "0.0123");
    EXPECT_EQ(unit(), "h Pa");
    EXPECT_EQ(details(), "0.2 s ago");
    EXPECT_TRUE(list()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"0.01 h Pa"))
        << list()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().toStdString();
}

TEST_F(CurrentValuePanelTest, ShowsTheMarksOfASample) {
    m_panel.setReadings({reading("a", std::nan(""), QualityFlag::NotANumber | QualityFlag::OutOfOrder)},
                        Unit::Celsius);
    EXPECT_EQ(value(), "–");
    EXPECT_EQ(quality(), "◆ Not a number, out of order");
    m_panel.setReadings({reading("a", 20.0, QualityFlag::Duplicate)}, Unit::Celsius);
    EXPECT_EQ(quality(), "● Duplicate");
    m_panel.setReadings({reading("a", 20.0)}, Unit::Celsius);
    EXPECT_EQ(quality(), "");
}

TEST_F(CurrentValuePanelTest, KeepsEveryValueWithinThePanel) {
    m_panel.setStyleSheet(QStringLiteral("QLabel[role=\"bigValue\"] { font-size: 42px; font-weight: 600; }"
                                         "QLabel[role=\"bigUnit\"] { font-size: 19px; }"));
    QWidget column; // a window itself would not become narrower than its layout wants
    m_panel.setParent(&column);
    column.show();
    for (const int width : {292, 240}) {
        m_panel.setGeometry(0, 0, width, 400);
        m_panel.show();
        for (const double celsius : {-273.15, 1e7, -1'234'567.8, -99'999'999.0, 1.7e308, -HUGE_VAL}) {
            ChannelReading extreme = reading("a", celsius);
            extreme.age = 12'345h;
            m_panel.setReadings({extreme}, Unit::Celsius);
            SCOPED_TRACE(celsius);
            expectFiguresWhole(m_panel);
            EXPECT_LE(m_panel.minimumSizeHint().width(), width);
        }
    }
    m_panel.setParent(nullptr);
}

TEST_F(CurrentValuePanelTest, ShowsNamesFromOutsideAsPlainText) {
    m_panel.setReadings({reading("<h1>\nroof</h1>", 20.0)}, Unit::Celsius);
    EXPECT_EQ(m_panel.findChild<QLabel*>()->text(), u"<h1> roof</h1>");
    EXPECT_EQ(m_panel.findChild<QLabel*>()->textFormat(), Qt::PlainText);
}

TEST_F(CurrentValuePanelTest, ChoosesAChannelByMouseAndByKeyboard) {
    m_panel.setReadings({reading("a", 10.0), reading("b", 20.0), reading("c", 30.0)}, Unit::Celsius);
    m_panel.show();
    QSignalSpy selected(&m_panel, &CurrentValuePanel::channelSelected);
    const QRect second = list()->visualRect(list()->model()->index(1, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second.center());
    EXPECT_EQ(m_panel.selectedChannel(), 1);
    EXPECT_EQ(value(), "20.00");
    QTest::keyClick(list(), Qt::Key_Down);
    EXPECT_EQ(value(), "30.00");
    ASSERT_EQ(selected.size(), 2);
    EXPECT_EQ(selected.at(1).at(0).toInt(), 2);
    m_panel.setSelectedChannel(99);
    m_panel.setSelectedChannel(-1);
    EXPECT_EQ(m_panel.selectedChannel(), 2);
}

TEST_F(CurrentValuePanelTest, KeepsTheChoiceWhenChannelsComeAndTheValuesChange) {
    m_panel.setReadings({reading("a", 10.0), reading("b", 20.0)}, Unit::Celsius);
    m_panel.setSelectedChannel(1);
    m_panel.setReadings({reading("a", 11.0), reading("b", 21.0), reading("c", 31.0)}, Unit::Celsius);
    EXPECT_EQ(value(), "21.00");
    EXPECT_EQ(list()->currentIndex().row(), 1);
    m_panel.setReadings({reading("a", 12.0)}, Unit::Celsius);
    EXPECT_EQ(value(), "12.00") << "a session with fewer channels";
    EXPECT_EQ(m_panel.selectedChannel(), 0);
    EXPECT_TRUE(list()->isHidden());
}

TEST_F(CurrentValuePanelTest, ListsAtMostSixteenChannelsWithoutScrolling) {
    QList<ChannelReading> many;
    for (int index = 0; index < 256; ++index)
        many.append(reading("channel", index));
    m_panel.setReadings(many.first(16), Unit::Celsius);
    const int height = list()->height();
    m_panel.setReadings(many, Unit::Celsius);
    EXPECT_EQ(list()->height(), height);
    EXPECT_EQ(list()->model()->rowCount(), 256);
}

TEST_F(CurrentValuePanelTest, ReportsOnlyRowsWhoseTextChanged) {
    m_panel.setReadings({reading("a", 10.0), reading("b", 20.0)}, Unit::Celsius);
    QSignalSpy changed(list()->model(), &QAbstractItemModel::dataChanged);
    m_panel.setReadings({reading("a", 10.0), reading("b", 20.0001)}, Unit::Celsius);
    EXPECT_EQ(changed.size(), 0);
    m_panel.setReadings({reading("a", 10.0), reading("b", 20.01)}, Unit::Celsius);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.at(0).at(0).toModelIndex().row(), 1);
}

} // namespace rillscope
