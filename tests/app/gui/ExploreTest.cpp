// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/widgets/SegmentedControl.h"

#include <QPushButton>
#include <QRandomGenerator>
#include <QWheelEvent>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// Looks around in the chart while the stream goes on.
class ExploreTest : public ApplicationTest {
protected:
    QString liveText() const { return find<QPushButton>("livePill").text(); }
    bool isLive() const { return chart().timeWindow().isLive(); }

    QPoint plotPoint(double share) const {
        const QRectF area = chart().plotArea();
        return QPointF(area.left() + area.width() * share, area.center().y()).toPoint();
    }

    void turnWheel(int notches, double share = 0.5, Qt::KeyboardModifiers modifiers = {}) const {
        const QPoint position = plotPoint(share);
        QWheelEvent event(position, chart().viewport()->mapToGlobal(position), QPoint(),
                          QPoint(0, 120 * notches), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart().viewport(), &event);
    }

    void drag(double fromShare, double toShare) const {
        QTest::mousePress(chart().viewport(), Qt::LeftButton, {}, plotPoint(fromShare));
        for (int step = 1; step <= 5; ++step)
            QTest::mouseMove(chart().viewport(), plotPoint(fromShare + (toShare - fromShare) * step / 5.0));
        QTest::mouseRelease(chart().viewport(), Qt::LeftButton, {}, plotPoint(toShare));
    }

    /// Zooms in at the live edge until the window is short enough to be full soon.
    void watchShortTime() const {
        for (int i = 0; i < 40 && chart().timeWindow().span() > 200ms; ++i)
            turnWheel(1, 0.999);
        ASSERT_TRUE(isLive());
        ASSERT_TRUE(waitFor([&] {
            const auto range = history().timeRange();
            return range && range->second - range->first > 2 * chart().timeWindow().span();
        }));
    }

    void stopAndExpectBalanced() const {
        window().actions().startStop->trigger();
        ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
        expectBalanced();
    }
};

TEST_F(ExploreTest, ShowsTheTimeThatIsChosen) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    const QList<Duration> spans{10s, 60s, 5min, 1h};
    for (int i = 0; i < spans.size(); ++i) {
        clickSegment("timeWindowControl", i);
        EXPECT_EQ(chart().timeWindow().span(), spans.at(i));
        press(static_cast<Qt::Key>(Qt::Key_1 + (i + 1) % 4), Qt::ControlModifier);
        EXPECT_EQ(chart().timeWindow().span(), spans.at((i + 1) % 4));
        EXPECT_EQ(find<SegmentedControl>("timeWindowControl").current(), (i + 1) % 4);
    }
    press(Qt::Key_5, Qt::ControlModifier);
    EXPECT_EQ(chart().timeWindow().mode(), TimeWindow::Mode::FollowingAll);
    EXPECT_EQ(find<SegmentedControl>("timeWindowControl").current(), 4);
    EXPECT_TRUE(
        waitFor([&] { return chart().visibleSampleCount() > 100 && chart().timeWindow().span() < 10min; }));
    choose("timeWindow1");
    EXPECT_EQ(chart().timeWindow().span(), 10s);
    turnWheel(1);
    EXPECT_EQ(find<SegmentedControl>("timeWindowControl").current(), -1) << "none of those offered";
}

TEST_F(ExploreTest, StandsStillWhileTheStreamGoesOn) {
    start(QStringLiteral("sim:normal?seed=1&rate=8000"));
    const auto ways = std::to_array<std::pair<std::function<void()>, std::function<void()>>>({
        {[&] { press(Qt::Key_F6); }, [&] { press(Qt::Key_F5); }},
        {[&] { press(Qt::Key_F6); }, [&] { press(Qt::Key_F6); }},
        {[&] { pressOnChart(Qt::Key_Space); }, [&] { pressOnChart(Qt::Key_End); }},
        {[&] { pressOnChart(Qt::Key_Space); }, [&] { pressOnChart(Qt::Key_Space); }},
        {[&] { click("freezeButton"); }, [&] { click("livePill"); }},
        {[&] { choose("freeze"); }, [&] { choose("backToLive"); }},
        {[&] { drag(0.2, 0.8); },
         [&] { QTest::mouseDClick(chart().viewport(), Qt::LeftButton, {}, plotPoint(0.5)); }},
    });
    watchShortTime();
    int way = 0;
    for (const auto& [leave, goBack] : ways) {
        SCOPED_TRACE(way++);
        ASSERT_TRUE(waitForSamples(history().size() + 1'000));
        ASSERT_TRUE(waitFor([&] { return liveText() == QStringLiteral("Live"); }));
        ASSERT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 0; }));
        leave();
        EXPECT_FALSE(isLive());
        const Timestamp end = chart().timeWindow().end();
        const Timestamp begin = chart().timeWindow().begin();
        const std::int64_t before = history().size();
        EXPECT_TRUE(waitFor([&] { return chart().newSinceFrozen() > 1'000; }));
        EXPECT_TRUE(waitFor([&] {
            return liveText().startsWith(QStringLiteral("Paused · ")) &&
                   liveText().contains(QStringLiteral(" behind"));
        })) << liveText().toStdString();
        EXPECT_EQ(text("statusState"), QStringLiteral("‖ Paused"));
        EXPECT_GT(history().size(), before + 500) << "the stream goes on being recorded";
        EXPECT_EQ(chart().timeWindow().begin(), begin);
        EXPECT_EQ(chart().timeWindow().end(), end);
        EXPECT_GT(chart().timeWindow().behind(), Duration::zero());
        EXPECT_TRUE(window().actions().freeze->isChecked());
        goBack();
        EXPECT_TRUE(isLive());
        EXPECT_FALSE(window().actions().freeze->isChecked());
        EXPECT_TRUE(waitFor([&] { return chart().timeWindow().end() > end; }));
    }
    stopAndExpectBalanced();
}

TEST_F(ExploreTest, ZoomsAndPansWhileTheStreamGoesOn) {
    start(QStringLiteral("sim:normal?seed=1&rate=8000"));
    ASSERT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 0; }));
    watchShortTime();
    turnWheel(3, 0.05);
    EXPECT_FALSE(isLive());
    EXPECT_LT(chart().timeWindow().span(), 200ms);
    EXPECT_TRUE(waitFor([&] { return liveText().contains(QStringLiteral("behind")); }));
    const Timestamp begin = chart().timeWindow().begin();
    drag(0.3, 0.6);
    EXPECT_LT(chart().timeWindow().begin(), begin) << "dragging to the right looks back";
    turnWheel(-1, 0.5, Qt::ShiftModifier);
    pressOnChart(Qt::Key_Left);
    const Duration span = chart().timeWindow().span();
    press(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_LT(chart().timeWindow().span(), span);
    press(Qt::Key_Minus, Qt::ControlModifier);
    const Timestamp placed = chart().timeWindow().begin();
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_LT(chart().timeWindow().begin(), placed);
    for (int i = 0; i < 100 && !isLive(); ++i)
        press(Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(isLive()) << "the live edge is where moving forward ends";
    stopAndExpectBalanced();
}

TEST_F(ExploreTest, ReadsTheSampleUnderTheCursor) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    press(Qt::Key_1, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 500; }));
    press(Qt::Key_F6);
    const double x = chart().plotArea().left() + 4.0;
    QMouseEvent move(QEvent::MouseMove, QPointF(x, chart().plotArea().center().y()), QPointF(), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(chart().viewport(), &move);
    const QStringList lines = chart().crosshairText();
    ASSERT_EQ(lines.size(), 2) << lines.join(u'|').toStdString();
    EXPECT_TRUE(lines.at(0).contains(QStringLiteral("°F")) && lines.at(0).contains(QStringLiteral("°C")));
    EXPECT_TRUE(lines.at(1).endsWith(QStringLiteral("good")));
}

/// More than the picture has columns arrives between any two frames.
TEST_F(ExploreTest, KeepsEverySampleOfAFastStreamThatIsLookedAround) {
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE("seed " + std::to_string(seed));
    QRandomGenerator random(seed);
    start(QStringLiteral("sim:normal?seed=1&rate=200000"));
    std::int64_t wanted = 0;
    for (int i = 0; i < 150; ++i) {
        switch (random.bounded(8)) {
        case 0:
            turnWheel(random.bounded(-5, 6), random.generateDouble());
            break;
        case 1:
            turnWheel(random.bounded(-5, 6), 0.5, Qt::ShiftModifier);
            break;
        case 2:
            drag(random.generateDouble(), random.generateDouble());
            break;
        case 3:
            clickSegment("timeWindowControl", random.bounded(5));
            break;
        case 4:
            pressOnChart(Qt::Key_Space);
            break;
        case 5:
            clickSegment("unitControl", random.bounded(3));
            break;
        case 6:
            press(Qt::Key_F5);
            break;
        default:
            press(Qt::Key_F6);
            break;
        }
        wanted = std::max<std::int64_t>(wanted, history().size()) + 2'000;
        ASSERT_TRUE(waitForSamples(wanted));
    }
    EXPECT_GE(history().size(), 300'000);
    stopAndExpectBalanced();
}

TEST_F(ExploreTest, FixesTheValueAxisByItsDialog) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    fixValueAxis(-10.0, 212.0);
    EXPECT_FALSE(chart().valueScale().isAutomatic());
    EXPECT_EQ(chart().valueScale().minimum(), -10.0);
    EXPECT_EQ(chart().valueScale().maximum(), 212.0);
    clickSegment("unitControl", 0);
    EXPECT_NEAR(chart().valueScale().maximum(), 100.0, 1e-9);
}

} // namespace
} // namespace rillscope::test
