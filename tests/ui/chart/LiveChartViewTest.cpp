// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LiveChartView.h"

#include "ui/chart/ChartNavigation.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QMap>
#include <QSet>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <set>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start = fromNanoseconds(1'700'000'000'000'000'000);

ChartPalette testPalette() {
    return {.surface = Qt::white,
            .line = Qt::lightGray,
            .text = Qt::black,
            .dim = Qt::darkGray,
            .grid = Qt::lightGray,
            .accent = Qt::blue,
            .seriesPen = [](int channel) { return QPen(channel == 0 ? Qt::red : Qt::green, 1.0); }};
}

/// A chart of a history that the test fills.
class LiveChartViewTest : public testing::Test {
protected:
    LiveChartViewTest() {
        history->addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
        view.resize(900, 500);
        view.setChartPalette(testPalette());
        view.setTimeZone(QTimeZone::utc());
        view.setHistory(history);
        view.show();
        QApplication::processEvents();
        view.refresh();
    }

    void append(Duration time, double celsius, Quality quality = {}, ChannelIndex channel = 0) {
        history->append({channel, start + time, celsius, quality});
    }

    void fill(int seconds) {
        for (int i = 0; i < seconds; ++i)
            append(std::chrono::seconds(i), 20.0 + 5.0 * std::sin(i / 7.0));
    }

    QImage picture() { return view.grab().toImage(); }

    /// In the plot area: the legend has the same colours.
    int pixelsOf(const QColor& color) {
        const QImage image = picture();
        const QRect area = view.plotArea().toRect();
        int count = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }

    void wheel(QPointF position, int notches) {
        QWheelEvent event(position, view.viewport()->mapToGlobal(position), QPoint(),
                          QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }

    std::shared_ptr<SampleHistory> history = std::make_shared<SampleHistory>();
    LiveChartView view;
    ChartNavigation* navigation = new ChartNavigation(&view);
};

TEST_F(LiveChartViewTest, LeavesDroppedFilesToItsWindow) {
    EXPECT_FALSE(view.acceptDrops());
    EXPECT_FALSE(view.viewport()->acceptDrops());
}

TEST_F(LiveChartViewTest, AppendsWhatArrivedSinceTheLastFrame) {
    fill(10);
    EXPECT_TRUE(view.refresh());
    EXPECT_EQ(view.visibleSampleCount(), 10);
    EXPECT_FALSE(view.refresh()) << "nothing arrived, nothing is to be drawn";
    append(10s, 21.0);
    EXPECT_TRUE(view.refresh());
    EXPECT_EQ(view.visibleSampleCount(), 11);
}

TEST_F(LiveChartViewTest, PaintsTheLine) {
    EXPECT_EQ(pixelsOf(Qt::red), 0);
    fill(60);
    view.refresh();
    EXPECT_GT(pixelsOf(Qt::red), 100);
}

TEST_F(LiveChartViewTest, ShowsTheNewestSamplesAndScrolls) {
    view.followLast(20s);
    fill(100);
    view.refresh();
    EXPECT_NEAR(static_cast<double>(view.visibleSampleCount()), 20.0, 1.0);
    EXPECT_EQ(view.timeWindow().end(), start + 99s);
}

TEST_F(LiveChartViewTest, StandsStillWhenFrozenAndCountsWhatIsNew) {
    view.followLast(20s);
    fill(100);
    view.refresh();
    QTest::keyClick(&view, Qt::Key_Space);
    for (int i = 100; i < 130; ++i)
        append(std::chrono::seconds(i), 20.0);
    view.refresh();
    EXPECT_EQ(view.timeWindow().end(), start + 99s);
    EXPECT_EQ(view.timeWindow().behind(), 30s);
    EXPECT_EQ(view.newSinceFrozen(), 30);
    QTest::keyClick(&view, Qt::Key_End);
    view.refresh();
    EXPECT_EQ(view.timeWindow().end(), start + 129s);
    EXPECT_EQ(view.newSinceFrozen(), 0);
}

TEST_F(LiveChartViewTest, HoldsThePictureStillWhileFrozen) {
    fill(20);
    view.refresh();
    view.freeze();
    view.refresh();
    const QImage frozen = picture();
    append(20s, 35.0);
    append(21s, 5.0);
    view.refresh();
    EXPECT_EQ(picture(), frozen);
    view.backToLive();
    view.refresh();
    EXPECT_NE(picture(), frozen);
}

TEST_F(LiveChartViewTest, ZoomsAtTheCursorByWheelAndPansByDrag) {
    fill(1'000);
    view.followAll();
    view.refresh();
    const QPointF centre = view.plotArea().center();
    const Duration whole = view.timeWindow().span();
    wheel(centre, 3);
    view.refresh();
    EXPECT_LT(view.timeWindow().span(), whole);
    EXPECT_FALSE(view.timeWindow().isLive());
    const Timestamp before = view.timeWindow().begin();
    QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, centre.toPoint());
    QTest::mouseMove(view.viewport(), centre.toPoint() + QPoint(50, 0));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::NoModifier, centre.toPoint() + QPoint(50, 0));
    EXPECT_LT(view.timeWindow().begin(), before) << "dragging to the right shows the past";
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, centre.toPoint());
    EXPECT_TRUE(view.timeWindow().isLive());
}

TEST_F(LiveChartViewTest, ReadsTheNearestSampleInBothUnits) {
    append(0s, 10.0);
    append(10s, 20.0, QualityFlag::OutOfOrder);
    append(20s, 30.0);
    view.followAll();
    view.refresh();
    QTest::mouseMove(view.viewport(), view.plotArea().center().toPoint());
    ASSERT_EQ(view.crosshairText().size(), 2);
    EXPECT_EQ(view.crosshairText().at(0), QStringLiteral("68.00 °F · 20.00 °C"));
    EXPECT_TRUE(view.crosshairText().at(1).contains(QStringLiteral("22:13:30")))
        << view.crosshairText().at(1).toStdString();
    EXPECT_TRUE(view.crosshairText().at(1).contains(QStringLiteral("Out of order")));
}

TEST_F(LiveChartViewTest, NamesItsAxesByWhatTheyShow) {
    const auto axisTitle = [this](Qt::Orientation orientation) {
        return view.chart()->axes(orientation).constFirst()->titleText();
    };
    EXPECT_EQ(axisTitle(Qt::Horizontal), QStringLiteral("Timestamp"));
    EXPECT_EQ(axisTitle(Qt::Vertical), QStringLiteral("Temperature (°F)"));
    view.setUnit(Unit::Kelvin);
    EXPECT_EQ(axisTitle(Qt::Vertical), QStringLiteral("Temperature (K)"));
    history->addChannel({QStringLiteral("humidity"), Unit::None});
    append(0s, 55.0, {}, 1);
    view.refresh();
    EXPECT_EQ(axisTitle(Qt::Vertical), QStringLiteral("Temperature (K) and other values"));
    view.setChannelVisible(0, false);
    EXPECT_EQ(axisTitle(Qt::Vertical), QStringLiteral("Value"));
}

TEST_F(LiveChartViewTest, ShowsValuesInTheChosenUnit) {
    append(0s, 0.0);
    append(10s, 100.0);
    view.refresh();
    EXPECT_LE(view.valueScale().minimum(), 32.0);
    EXPECT_GE(view.valueScale().maximum(), 212.0);
    view.setUnit(Unit::Kelvin);
    view.refresh();
    EXPECT_GE(view.valueScale().minimum(), 200.0);
    EXPECT_GE(view.valueScale().maximum(), 373.15);
}

TEST_F(LiveChartViewTest, KeepsAFixedRangeThroughAChangeOfUnit) {
    fill(10);
    view.setUnit(Unit::Celsius);
    view.setFixedValueRange(0.0, 100.0);
    view.refresh();
    view.setUnit(Unit::Fahrenheit);
    view.refresh();
    EXPECT_DOUBLE_EQ(view.valueScale().minimum(), 32.0);
    EXPECT_DOUBLE_EQ(view.valueScale().maximum(), 212.0);
}

TEST_F(LiveChartViewTest, DrawsTheGridWhereTheValuesAreAtEverySize) {
    ChartPalette palette = testPalette();
    palette.grid = Qt::magenta;
    view.setChartPalette(palette);
    view.setUnit(Unit::Celsius);
    view.setFixedValueRange(0.0, 100.0);
    view.refresh();
    for (const int height : {500, 440, 380, 620}) {
        view.resize(900, height);
        QApplication::processEvents();
        const QImage image = picture();
        const QRectF area = view.plotArea();
        const int x = static_cast<int>(area.left()) + 3;
        for (const double value : {0.0, 20.0, 40.0, 60.0, 80.0, 100.0}) {
            const double y = area.bottom() - area.height() * value / 100.0;
            bool isThere = false;
            for (int offset = -1; offset <= 1; ++offset)
                isThere |=
                    image.pixelColor(x, static_cast<int>(std::lround(y)) + offset) == QColor(Qt::magenta);
            EXPECT_TRUE(isThere) << value << " at height " << height;
        }
    }
}

TEST_F(LiveChartViewTest, ShowsNoTimesBeforeThereIsASample) {
    ChartPalette palette = testPalette();
    palette.grid = Qt::magenta;
    view.setChartPalette(palette);
    view.refresh();
    const auto gridColumns = [this] {
        const QImage image = picture();
        const int y = static_cast<int>(view.plotArea().top()) + 3;
        int count = 0;
        for (int x = view.plotArea().toRect().left(); x < image.width(); ++x)
            count += image.pixelColor(x, y) == QColor(Qt::magenta) ? 1 : 0;
        return count;
    };
    EXPECT_EQ(gridColumns(), 0);
    fill(10);
    view.refresh();
    EXPECT_GT(gridColumns(), 0);
}

TEST_F(LiveChartViewTest, HidesAndShowsChannelsByTheLegend) {
    history->addChannel({QStringLiteral("sensor-2"), Unit::Celsius});
    fill(60);
    for (int i = 0; i < 60; ++i)
        append(std::chrono::seconds(i), 30.0, {}, 1);
    view.refresh();
    ASSERT_FALSE(view.legend().entryArea(1).isNull());
    const QPoint entry = view.legend().entryArea(1).center().toPoint();
    EXPECT_GT(pixelsOf(Qt::green), 100);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, entry);
    view.refresh();
    EXPECT_FALSE(view.isChannelVisible(1));
    EXPECT_EQ(view.visibleSampleCount(), 60);
    EXPECT_FALSE(view.legend().entryArea(1).isNull()) << "the way back";
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, entry);
    view.refresh();
    EXPECT_EQ(view.visibleSampleCount(), 120);
}

TEST_F(LiveChartViewTest, PaintsNothingForSamplesOutsideAFrozenWindow) {
    fill(100);
    view.followLast(20s);
    view.refresh();
    view.explore(start + 20s, start + 40s);
    view.refresh();
    QApplication::processEvents();
    int paintings = 0;
    QObject::connect(&view, &LiveChartView::painted, &view, [&paintings] { ++paintings; });
    for (int i = 100; i < 200; ++i) {
        append(std::chrono::seconds(i), 20.0, i % 5 == 0 ? QualityFlag::OutOfRange : Quality());
        EXPECT_FALSE(view.refresh());
        QApplication::processEvents();
    }
    EXPECT_EQ(paintings, 0);
    EXPECT_EQ(view.newSinceFrozen(), 100) << "they are counted all the same";
    append(30s, 20.0, QualityFlag::OutOfOrder); // late, and in view
    EXPECT_TRUE(view.refresh());
    QApplication::processEvents();
    EXPECT_EQ(paintings, 1);
}

TEST_F(LiveChartViewTest, ChangesItsColumnsInStepsWhileAHistoryThatIsFollowedWholeGrows) {
    fill(1'000);
    view.followAll();
    std::set<Duration> lengths;
    for (int i = 1'000; i < 2'000; ++i) {
        append(std::chrono::seconds(i), 20.0);
        view.refresh();
        const PlotMapping& mapping = view.mapping();
        ASSERT_LE(mapping.begin, start);
        ASSERT_GT(mapping.end, start + std::chrono::seconds(i));
        ASSERT_LT(toSeconds(mapping.end - mapping.begin), 1.04 * i) << "little of the plot is empty";
        lengths.insert(mapping.end - mapping.begin);
    }
    EXPECT_LE(lengths.size(), 34U) << "32 steps until it is twice as long";
}

TEST_F(LiveChartViewTest, MarksAGapWithItsLength) {
    for (int i = 0; i < 60; ++i)
        append(std::chrono::seconds(i < 30 ? i : i + 11), 20.0);
    view.followAll();
    view.refresh();
    ASSERT_EQ(view.gaps().gaps().size(), 1);
    EXPECT_EQ(view.gaps().gaps().constFirst().length, 12s);
    EXPECT_EQ(view.gaps().labels(), QStringList{QStringLiteral("gap 12.0 s")});
}

TEST_F(LiveChartViewTest, MarksRemarkableSamplesWhereTheyAre) {
    fill(60);
    append(60s, 20.0, QualityFlag::Duplicate);
    append(30s, 20.0, QualityFlag::OutOfOrder);
    append(61s, -300.0, QualityFlag::OutOfRange);
    append(62s, std::numeric_limits<double>::quiet_NaN(), QualityFlag::NotANumber);
    append(63s, 20.0, QualityFlag::Late | QualityFlag::RateOfChange | QualityFlag::Stuck);
    append(64s, 20.0,
           QualityFlag::Gap | QualityFlag::FarFuture | QualityFlag::NoValue | QualityFlag::DoubtfulTime);
    view.followAll();
    view.refresh();
    QMap<QualityFlag, QPointF> places;
    for (const SampleMarksItem::Mark& mark : view.marks().marks())
        places[mark.kind] = mark.position;
    ASSERT_EQ(places.size(), static_cast<qsizetype>(allQualityFlags.size()));
    const QRectF area = view.plotArea();
    EXPECT_NEAR(places[QualityFlag::OutOfOrder].x(), area.center().x(), area.width() / 30.0);
    EXPECT_EQ(places[QualityFlag::NotANumber].y(), area.bottom());
    EXPECT_LT(places[QualityFlag::OutOfOrder].y(), places[QualityFlag::OutOfRange].y());
    EXPECT_TRUE(view.gaps().gaps().isEmpty()) << "a NaN is no silence";
    view.setChannelVisible(0, false);
    view.refresh();
    EXPECT_TRUE(view.marks().marks().isEmpty());
}

TEST_F(LiveChartViewTest, DrawsSmoothOrSharpAsChosen) {
    const auto shades = [this] {
        const QImage image = picture();
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.green() == color.blue() && color.red() > color.green())
                    colors.insert(color.rgb());
            }
        }
        return colors.size();
    };
    for (int i = 0; i < 60; ++i)
        append(std::chrono::seconds(i), i % 2 == 0 ? 10.0 : 20.0);
    view.refresh();
    view.setAntialiasing(Antialiasing::On);
    view.refresh();
    const auto smooth = shades();
    view.setAntialiasing(Antialiasing::Off);
    view.refresh();
    EXPECT_LT(shades(), smooth);
}

TEST_F(LiveChartViewTest, SurvivesEverySizeAndEmptyAndStrangeHistories) {
    append(0s, std::numeric_limits<double>::quiet_NaN());
    append(1s, std::numeric_limits<double>::infinity());
    append(2s, 1e308);
    append(3s, -1e308);
    history->append({0, Timestamp::min(), 1.0, {}});
    history->append({0, Timestamp::max(), 1.0, {}});
    for (const QSize size : {QSize(260, 180), QSize(1, 1), QSize(2000, 40), QSize(900, 500)}) {
        view.resize(size);
        for (int step = 0; step < 40; ++step) {
            view.zoom(step % 2 == 0 ? 0.01 : 30.0, view.plotArea().center().x());
            view.refresh();
        }
        view.followAll();
        view.refresh();
        EXPECT_FALSE(picture().isNull());
    }
    view.setHistory(nullptr);
    view.refresh();
    EXPECT_EQ(view.visibleSampleCount(), 0);
}

} // namespace
} // namespace rillscope
