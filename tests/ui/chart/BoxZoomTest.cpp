// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

class BoxZoomTest : public ChartFixture {
protected:
    BoxZoomTest() {
        fill(1'000);
        view.followAll();
        view.refresh();
    }

    void pull(QRectF box, Qt::MouseButton button = Qt::RightButton,
              Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool releases = true) {
        dragMouse(view.viewport(), box.topLeft(), box.bottomRight(), button, modifiers, releases);
        view.refresh();
    }

    QRectF plot = view.plotArea();
    QRectF flat{plot.left() + 100.0, plot.top() + 100.0, 200.0, 10.0};
    QRectF tall{plot.left() + 100.0, plot.top() + 100.0, 200.0, 120.0};
};

TEST_F(BoxZoomTest, ShowsTheTimeUnderAFlatBoxAndLeavesTheValues) {
    const Timestamp begin = view.mapping().timeAt(flat.left());
    const Timestamp end = view.mapping().timeAt(flat.right());
    pull(flat);
    EXPECT_EQ(view.timeWindow().begin(), begin);
    EXPECT_EQ(view.timeWindow().end(), end);
    EXPECT_FALSE(view.timeWindow().isLive());
    EXPECT_TRUE(view.valueScale().isAutomatic());
}

TEST_F(BoxZoomTest, ShowsTheValuesUnderATallBoxUntilTheViewIsLiveAgain) {
    const double minimum = view.mapping().shownValueAt(tall.bottom());
    const double maximum = view.mapping().shownValueAt(tall.top());
    pull(tall, Qt::LeftButton, Qt::ShiftModifier);
    EXPECT_NEAR(view.mapping().minimum, minimum, 1e-9);
    EXPECT_NEAR(view.mapping().maximum, maximum, 1e-9);
    pull(tall);
    EXPECT_LT(view.mapping().maximum - view.mapping().minimum, (maximum - minimum) / 2.0) << "once more";
    pressKey(Qt::Key_End);
    EXPECT_TRUE(view.timeWindow().isLive());
    EXPECT_TRUE(view.valueScale().isAutomatic());
}

TEST_F(BoxZoomTest, GoesBackToTheRangeThatWasFixedBefore) {
    view.setFixedValueRange(0.0, 40.0);
    view.refresh();
    pull(tall);
    EXPECT_TRUE(view.valueScale().isZoomed());
    view.setUnit(Unit::Fahrenheit);
    view.backToLive();
    view.refresh();
    EXPECT_FALSE(view.valueScale().isAutomatic());
    EXPECT_DOUBLE_EQ(view.valueScale().minimum(), 32.0);
    EXPECT_DOUBLE_EQ(view.valueScale().maximum(), 104.0);
}

TEST_F(BoxZoomTest, HoldsThePictureStillWhileItIsPulledAndLetsGoAtEscape) {
    const Timestamp end = view.timeWindow().end();
    pull(tall, Qt::RightButton, Qt::NoModifier, false);
    append(1'001s, 20.0);
    view.refresh();
    EXPECT_EQ(view.timeWindow().end(), end);
    pressKey(Qt::Key_Escape);
    EXPECT_TRUE(view.timeWindow().isLive());
    EXPECT_EQ(view.timeWindow().end(), streamStart + 1'001s);
    QTest::mouseRelease(view.viewport(), Qt::RightButton, Qt::NoModifier, tall.bottomRight().toPoint());
    EXPECT_TRUE(view.timeWindow().isLive()) << "nothing is left to zoom to";
    EXPECT_TRUE(view.valueScale().isAutomatic());
}

TEST_F(BoxZoomTest, TakesAClickForNoBoxAndStaysInThePlot) {
    pull(QRectF(plot.center(), QSizeF(3.0, 80.0)));
    EXPECT_TRUE(view.timeWindow().isLive());
    const Timestamp end = view.mapping().end;
    pull(QRectF(plot.center(), QSizeF(5'000.0, 5'000.0)));
    EXPECT_EQ(view.timeWindow().end(), end);
    EXPECT_FALSE(view.timeWindow().isLive()) << "a box holds still, even at the right edge";
}

} // namespace
} // namespace rillscope::test
