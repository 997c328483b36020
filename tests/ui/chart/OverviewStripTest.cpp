// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/OverviewStrip.h"

#include "tests/support/WaitFor.h"
#include "tests/ui/chart/ChartFixture.h"

#include <QVBoxLayout>

#include <limits>
#include <thread>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// The strip under its chart in one window, as the program has them.
class OverviewStripTest : public ChartFixture {
protected:
    OverviewStripTest() {
        auto* layout = new QVBoxLayout(&card);
        layout->addWidget(&view, 1);
        layout->addWidget(&strip);
        card.resize(900, 560);
        card.show();
        QApplication::processEvents();
        view.refresh();
    }

    ~OverviewStripTest() override {
        view.setParent(nullptr);
        strip.setParent(nullptr);
    }

    void showHistory(int seconds, Duration window) {
        view.followLast(window);
        fill(seconds);
        strip.refresh();
    }

    void drag(double from, double to) {
        const double y = strip.historyArea().center().y();
        dragMouse(&strip, QPointF(from, y), QPointF(to, y));
        view.refresh();
    }

    double middle() { return strip.windowArea().center().x(); }

    int pixelsOf(const QColor& color) {
        const QImage image = strip.grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }

    QWidget card;
    OverviewStrip strip{&view};
};

TEST_F(OverviewStripTest, IsHiddenWithoutSamplesAndKeepsItsRoom) {
    EXPECT_FALSE(strip.isVisible());
    const QRect chart = view.geometry();
    fill(10);
    EXPECT_TRUE(strip.isVisible());
    QApplication::processEvents();
    EXPECT_EQ(view.geometry(), chart) << "the chart does not jump";
    view.setHistory(std::make_shared<SampleHistory>());
    EXPECT_FALSE(strip.isVisible());
}

TEST_F(OverviewStripTest, GivesItsRoomToAChartThatHasTooLittle) {
    fill(10);
    const int height = strip.height();
    EXPECT_GT(height, 0);
    for (const int least : {100, 900, 100}) {
        card.resize(900, least);
        QApplication::processEvents();
        EXPECT_EQ(strip.height(), least > 500 ? height : 0) << least;
        EXPECT_FALSE(strip.height() > 0 && strip.geometry().intersects(view.geometry()));
    }
}

TEST_F(OverviewStripTest, LiesInLineWithThePlotAndShowsTheWindowOnIt) {
    showHistory(1'000, 100s);
    EXPECT_EQ(strip.historyArea().left(), view.plotArea().left());
    EXPECT_EQ(strip.historyArea().right(), view.plotArea().right());
    EXPECT_EQ(strip.windowArea().right(), strip.historyArea().right());
    EXPECT_NEAR(strip.windowArea().width(), strip.historyArea().width() * 100.0 / 999.0, 1.0);
}

TEST_F(OverviewStripTest, DrawsVisibleChannelsOnly) {
    history->addChannel({QStringLiteral("sensor-2"), Unit::Celsius});
    for (int i = 0; i < 600; ++i)
        append(std::chrono::seconds(i), 40.0, 1);
    showHistory(600, 600s);
    EXPECT_GT(pixelsOf(Qt::red), 50);
    EXPECT_GT(pixelsOf(Qt::green), 50);
    view.setChannelVisible(1, false);
    EXPECT_GT(pixelsOf(Qt::red), 50);
    EXPECT_EQ(pixelsOf(Qt::green), 0);
}

TEST_F(OverviewStripTest, ShowsASpikeOfOneSampleAmongAMillion) {
    constexpr int size = 1'000'000;
    for (int i = 0; i < size; ++i)
        append(std::chrono::milliseconds(i), i == size / 3 ? 90.0 : 20.0);
    view.followAll();
    view.refresh();
    strip.refresh();
    const QImage image = strip.grab().toImage();
    const auto x = static_cast<int>(strip.historyArea().left() + strip.historyArea().width() / 3.0);
    const int y = strip.historyArea().center().toPoint().y();
    bool isSeen = false;
    for (int near = x - 2; near <= x + 2; ++near)
        isSeen = isSeen || image.pixelColor(near, y) == QColor(Qt::red);
    EXPECT_TRUE(isSeen);
}

TEST_F(OverviewStripTest, MovesTheWindowByDraggingAndFollowsAtTheEnd) {
    showHistory(1'000, 100s);
    drag(middle(), middle() - 300.0);
    EXPECT_FALSE(view.timeWindow().isLive());
    EXPECT_EQ(view.timeWindow().span(), 100s);
    const double expected = 899.0 - 300.0 * 999.0 / strip.historyArea().width();
    EXPECT_NEAR(toSeconds(view.timeWindow().begin() - streamStart), expected, 2.0);
    drag(middle(), middle() - 5'000.0);
    EXPECT_EQ(view.timeWindow().begin(), streamStart) << "it stops at the first sample";
    drag(middle(), middle() + 5'000.0);
    EXPECT_TRUE(view.timeWindow().isLive());
    EXPECT_EQ(view.timeWindow().span(), 100s);
}

TEST_F(OverviewStripTest, ResizesTheWindowByItsEdges) {
    showHistory(1'000, 100s);
    drag(strip.windowArea().left(), strip.historyArea().center().x());
    EXPECT_TRUE(view.timeWindow().isLive()) << "its right edge is the newest sample still";
    EXPECT_NEAR(toSeconds(view.timeWindow().span()), 499.5, 3.0);
    const Timestamp begin = view.timeWindow().begin();
    drag(strip.windowArea().right(), strip.windowArea().right() - 200.0);
    EXPECT_FALSE(view.timeWindow().isLive());
    EXPECT_EQ(view.timeWindow().begin(), begin);
    const Timestamp end = view.timeWindow().end();
    drag(strip.windowArea().left(), strip.historyArea().right());
    EXPECT_EQ(view.timeWindow().end(), end) << "edges do not cross";
    EXPECT_GE(view.timeWindow().span(), TimeWindow::minimumSpan);
    drag(strip.windowArea().right() + 1.0, strip.historyArea().right() + 30.0);
    EXPECT_TRUE(view.timeWindow().isLive());
}

TEST_F(OverviewStripTest, BringsTheWindowToAClick) {
    showHistory(1'000, 100s);
    const QPointF place(strip.historyArea().left() + strip.historyArea().width() / 4.0, 20.0);
    QTest::mouseClick(&strip, Qt::LeftButton, Qt::NoModifier, place.toPoint());
    view.refresh();
    EXPECT_NEAR(middle(), place.x(), 2.0);
    EXPECT_EQ(view.timeWindow().span(), 100s);
}

TEST_F(OverviewStripTest, ObeysTheKeys) {
    showHistory(1'000, 100s);
    QTest::keyClick(&strip, Qt::Key_Left);
    EXPECT_EQ(view.timeWindow().end(), streamStart + 979s);
    QTest::keyClick(&strip, Qt::Key_PageUp);
    EXPECT_EQ(view.timeWindow().end(), streamStart + 879s);
    QTest::keyClick(&strip, Qt::Key_Right);
    EXPECT_EQ(view.timeWindow().end(), streamStart + 899s);
    QTest::keyClick(&strip, Qt::Key_Home);
    EXPECT_EQ(view.timeWindow().begin(), streamStart);
    QTest::keyClick(&strip, Qt::Key_End);
    EXPECT_TRUE(view.timeWindow().isLive());
    EXPECT_FALSE(strip.accessibleName().isEmpty());
    EXPECT_FALSE(strip.toolTip().isEmpty());
}

TEST_F(OverviewStripTest, CatchesUpWithTheStreamByItself) {
    showHistory(100, 10s);
    const double width = strip.windowArea().width();
    for (int i = 100; i < 1'000; ++i)
        append(std::chrono::seconds(i), 20.0);
    view.refresh();
    EXPECT_TRUE(waitFor([&] { return strip.windowArea().width() < width / 4.0; }));
}

TEST_F(OverviewStripTest, SurvivesStrangeTimesAndSizes) {
    history->append({0, Timestamp::min(), 1.0, {}});
    for (const Timestamp time : {streamStart, Timestamp::max()}) {
        history->append({0, time, std::numeric_limits<double>::quiet_NaN(), {}});
        history->append({0, time, 1e308, {}});
        history->append({0, time, -1e308, {}});
        view.refresh();
        strip.refresh();
        for (const int width : {1, 300, 2'000}) {
            card.resize(width, 400);
            QApplication::processEvents();
            view.refresh();
            drag(middle(), middle() - 100.0);
            drag(strip.windowArea().left(), strip.windowArea().left() - 50.0);
            drag(strip.windowArea().right(), strip.windowArea().right() + 50.0);
            EXPECT_FALSE(strip.grab().isNull());
        }
    }
}

// A picture of no size cannot be painted, and Qt warns of the attempt.
TEST_F(OverviewStripTest, FoldsAwayWithoutAWordWhenThereIsNoRoomForIt) {
    showHistory(100, 60s);
    for (int height = 600; height > 100; height -= 7) {
        card.resize(900, height);
        QApplication::processEvents();
        strip.refresh();
    }
    EXPECT_EQ(strip.height(), 0);
    card.resize(900, 560);
    QApplication::processEvents();
    view.refresh();
    strip.refresh();
    EXPECT_TRUE(strip.isVisible());
    EXPECT_GT(strip.height(), 0);
    EXPECT_GT(pixelsOf(Qt::red), 0);
}

TEST_F(OverviewStripTest, LosesNothingWhileOneExploresAFastStream) {
    constexpr int size = 300'000;
    append(0s, 20.0);
    view.refresh();
    std::thread writer([this] {
        for (int i = 1; i < size; ++i)
            append(std::chrono::milliseconds(i), 20.0 + std::sin(i / 50.0));
    });
    const QRectF plot = view.plotArea();
    for (int round = 0; history->size() < size || round < 20; ++round) {
        view.zoom(round % 2 == 0 ? 0.6 : 1.5, plot.center().x());
        view.pan(round % 3 == 0 ? -0.4 : 0.3);
        view.refresh();
        dragMouse(view.viewport(), plot.center(), plot.center() + QPointF(60.0, 50.0),
                  round % 2 == 0 ? Qt::RightButton : Qt::LeftButton);
        strip.refresh();
        drag(middle(), strip.historyArea().left() + (round * 37) % 700);
        drag(strip.windowArea().left(), strip.historyArea().left() + (round * 91) % 400);
        pressKey(round % 5 == 0 ? Qt::Key_End : Qt::Key_C);
        QApplication::processEvents();
    }
    writer.join();
    EXPECT_EQ(history->size(), size);
    view.followAll();
    view.refresh();
    EXPECT_EQ(view.visibleSampleCount(), size);
}

} // namespace
} // namespace rillscope::test
