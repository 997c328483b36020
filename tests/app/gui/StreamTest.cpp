// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/SimulationPanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/SegmentedControl.h"

#include <QAbstractAxis>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace rillscope::test {
namespace {

/// Moves the controls of the simulator while it runs.
class StreamTest : public ApplicationTest {
protected:
    double rateHz() const { return window().sourcePanel().simulation()->settings().interval.meanRateHz(); }

    /// Of the newest `count` samples of a channel; NaN when there are not so many.
    double meanValue(std::int64_t count, int channelIndex = 0) const {
        const ChannelHistory& channel = history().channel(channelIndex);
        const std::int64_t size = channel.size();
        double sum = 0.0;
        for (std::int64_t i = size - count; i < size; ++i)
            sum += i < 0 ? std::nan("") : channel.value(i);
        return sum / static_cast<double>(count);
    }

    double meanInterval(std::int64_t count) const {
        if (history().channelCount() == 0)
            return std::nan("");
        const ChannelHistory& channel = history().channel(0);
        const std::int64_t last = channel.size() - 1;
        if (last < count)
            return std::nan("");
        return toSeconds(channel.eventTime(last) - channel.eventTime(last - count)) /
               static_cast<double>(count);
    }

    /// The account's samples/s, and the event times, come to the rate asked for.
    void expectStreamToFollow(double wantedHz) {
        EXPECT_TRUE(waitFor([&] { return std::abs(meanInterval(200) * wantedHz - 1.0) < 0.15; }))
            << "event times: " << 1.0 / meanInterval(200) << "/s instead of " << wantedHz;
        EXPECT_TRUE(waitFor([&] { return std::abs(figure("statusRate") / wantedHz - 1.0) < 0.15; }))
            << "status line: " << figure("statusRate") << "/s instead of " << wantedHz;
    }

    QStringList visibleSliders() const {
        QStringList names;
        for (const LabeledSlider* slider : window().sourcePanel().findChildren<LabeledSlider*>()) {
            if (slider->isVisible())
                names.append(slider->objectName());
        }
        names.sort();
        return names;
    }
};

TEST_F(StreamTest, ShowsTheSimulatorRunningAtTheFirstStart) {
    start();
    ASSERT_TRUE(waitForSamples(3));
    EXPECT_TRUE(waitFor([&] { return chart().visibleSampleCount() >= 3; }));
    const std::int64_t first = chart().visibleSampleCount();
    EXPECT_TRUE(waitFor([&] { return chart().visibleSampleCount() > first; })) << "the line does not grow";
    EXPECT_EQ(session().uri().shown(), SimulationSettings().toUri().shown());
    EXPECT_EQ(text("statusState"), QStringLiteral("● Live"));
    EXPECT_EQ(text("currentUnit"), QStringLiteral("°F"));
    EXPECT_TRUE(text("currentDetails").contains(QStringLiteral("°C")))
        << text("currentDetails").toStdString();
    EXPECT_NEAR(figure("currentValue"), figure("currentDetails") * 9.0 / 5.0 + 32.0, 0.02);
    EXPECT_EQ(chart().chart()->axes(Qt::Vertical).constFirst()->titleText(),
              QStringLiteral("Temperature (°F)"));
    EXPECT_TRUE(window().banner().isEmpty()) << shownBanner().toStdString();
}

TEST_F(StreamTest, FollowsTheRateSliderMovedByKeyboard) {
    start(QStringLiteral("sim:normal?seed=1"));
    auto& slider = find<QSlider>("rateSlider");
    slider.setFocus();
    ASSERT_TRUE(slider.hasFocus());
    for (int presses = 0; presses < 200 && rateHz() < 999.0; ++presses)
        press(Qt::Key_Right);
    EXPECT_NEAR(rateHz(), 1'000.0, 120.0) << "a press is about a tenth";
    expectStreamToFollow(rateHz());
}

TEST_F(StreamTest, FollowsTheRateSliderDraggedByMouse) {
    start(QStringLiteral("sim:normal?seed=1"));
    auto& slider = find<QSlider>("rateSlider");
    const int wanted = SliderScale::logarithmic(0.1, 1e6).positionOf(1'000.0);
    dragSlider("rateSlider", wanted);
    EXPECT_NEAR(slider.value(), wanted, 3) << "positions within a pixel";
    expectStreamToFollow(rateHz());
    dragSlider("rateSlider", SliderScale::logarithmic(0.1, 1e6).positionOf(100.0));
    EXPECT_LT(rateHz(), 120.0);
    expectStreamToFollow(rateHz());
}

TEST_F(StreamTest, FollowsARateThatIsTyped) {
    start(QStringLiteral("sim:normal?seed=1"));
    type("rateNumber", QStringLiteral("1000"));
    EXPECT_NEAR(rateHz(), 1'000.0, 1e-3);
    EXPECT_TRUE(text("intervalReadout").contains(QStringLiteral("ms")))
        << text("intervalReadout").toStdString();
    expectStreamToFollow(1'000.0);
}

TEST_F(StreamTest, FollowsTheIntervalSpread) {
    start(QStringLiteral("sim:normal?seed=1&rate=500&spread=1"));
    const auto intervals = [this](std::int64_t count) {
        std::vector<std::int64_t> all;
        const ChannelHistory& channel = history().channel(0);
        const std::int64_t size = channel.size();
        for (std::int64_t i = std::max<std::int64_t>(1, size - count); i < size; ++i)
            all.push_back((channel.eventTime(i) - channel.eventTime(i - 1)).count());
        return all;
    };
    ASSERT_TRUE(waitForSamples(300));
    const auto wide = intervals(200);
    EXPECT_LT(*std::min_element(wide.begin(), wide.end()), 400'000);
    EXPECT_GT(*std::max_element(wide.begin(), wide.end()), 3'600'000);
    find<QSlider>("spreadSlider").setFocus();
    press(Qt::Key_Home);
    EXPECT_TRUE(waitFor([&] {
        const auto regular = intervals(100);
        return std::all_of(regular.begin(), regular.end(),
                           [](std::int64_t nanoseconds) { return nanoseconds == 2'000'000; });
    })) << "without spread each interval is the mean";
    clickSegment("intervalKind", 1);
    EXPECT_FALSE(find<QSlider>("spreadSlider").isEnabled()) << "a Poisson process has its own spread";
    EXPECT_TRUE(waitFor([&] {
        const auto poisson = intervals(400);
        return std::count_if(poisson.begin(), poisson.end(),
                             [](std::int64_t each) { return each > 4'000'000; }) > 10;
    }));
}

TEST_F(StreamTest, ShowsTheSlidersOfTheChosenDistribution) {
    start(QStringLiteral("sim:normal?seed=1&rate=1000"));
    ASSERT_TRUE(waitForSamples(10));
    const QStringList always{QStringLiteral("channels"), QStringLiteral("rate"), QStringLiteral("spread")};
    const QList<QStringList> own{
        {QStringLiteral("normalMean"), QStringLiteral("normalStandardDeviation")},
        {QStringLiteral("uniformMaximum"), QStringLiteral("uniformMinimum")},
        {QStringLiteral("exponentialMeanExcess"), QStringLiteral("exponentialMinimum")},
        {QStringLiteral("randomWalkMean"), QStringLiteral("randomWalkRelaxation"),
         QStringLiteral("randomWalkStandardDeviation")},
        {QStringLiteral("dailyCycleAmplitude"), QStringLiteral("dailyCycleMean"),
         QStringLiteral("dailyCycleNoise"), QStringLiteral("dailyCyclePeriod")}};
    auto& chooser = find<QComboBox>("distribution");
    ASSERT_EQ(chooser.count(), own.size());
    for (int kind = 0; kind < chooser.count(); ++kind) {
        QStringList expected = always + own.at(kind);
        expected.sort();
        EXPECT_EQ(visibleSliders(), expected) << chooser.currentText().toStdString();
        const auto& settings = window().sourcePanel().simulation()->settings();
        EXPECT_EQ(static_cast<int>(settings.distribution.index()), kind);
        const auto next = SimulationSettings::fromUri(session().uri());
        ASSERT_TRUE(next);
        EXPECT_EQ(*next, settings) << "the next start uses what is shown";
        chooser.setFocus();
        press(Qt::Key_Down);
    }
    while (chooser.currentIndex() != 1)
        press(Qt::Key_Up);
    EXPECT_TRUE(waitFor([&] {
        const ChannelHistory& channel = history().channel(0);
        const std::int64_t size = channel.size();
        for (std::int64_t i = std::max<std::int64_t>(0, size - 2'000); i < size; ++i) {
            if (channel.value(i) < 10.0 || channel.value(i) > 30.0)
                return false;
        }
        return true;
    })) << "uniform between 10 and 30 °C";
}

TEST_F(StreamTest, FollowsTheMean) {
    start(QStringLiteral("sim:normal?seed=1&rate=1000"));
    ASSERT_TRUE(waitForSamples(1'000));
    EXPECT_NEAR(meanValue(1'000), 20.0, 1.0);
    find<QSlider>("normalMeanSlider").setFocus();
    press(Qt::Key_End);
    EXPECT_TRUE(waitFor([&] { return std::abs(meanValue(1'000) - 100.0) < 1.0; })) << meanValue(1'000);
    EXPECT_NEAR(history().channel(0).value(0), 20.0, 30.0) << "what came before stays as it was";
    type("normalMeanNumber", QStringLiteral("-40"));
    EXPECT_TRUE(waitFor([&] { return std::abs(meanValue(1'000) + 40.0) < 1.0; })) << meanValue(1'000);
    click("resetSimulation");
    EXPECT_EQ(session().uri(), SimulationSettings().toUri());
}

TEST_F(StreamTest, AddsChannelsWhileItRuns) {
    start(QStringLiteral("sim:normal?seed=1&rate=200"));
    ASSERT_TRUE(waitForSamples(10));
    EXPECT_EQ(history().channelCount(), 1);
    EXPECT_FALSE(find<QListView>("channelList").isVisible());
    find<QSlider>("channelsSlider").setFocus();
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Right);
    ASSERT_TRUE(waitFor([&] { return history().channelCount() == 4; }));
    EXPECT_TRUE(waitFor([&] { return history().channel(3).size() > 10; }));
    EXPECT_TRUE(waitFor([&] { return !chart().legend().entryArea(3).isNull(); })) << "a name for each line";
    EXPECT_TRUE(waitFor([&] { return find<QListView>("channelList").isVisible(); }));
    EXPECT_EQ(find<QListView>("channelList").model()->rowCount(), 4);

    // The legend hides a line; the list chooses what is shown large.
    QTest::mouseClick(chart().viewport(), Qt::LeftButton, {},
                      chart().legend().entryArea(3).center().toPoint());
    EXPECT_FALSE(chart().isChannelVisible(3));
    auto& list = find<QListView>("channelList");
    list.setFocus();
    press(Qt::Key_Down);
    EXPECT_TRUE(waitFor([&] {
        return find<QWidget>("currentValuePanel").findChild<QLabel*>()->text() == history().info(1).name;
    }));

    window().actions().startStop->trigger();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    expectBalanced();
}

/// By segments, by keys and by the menu.
TEST_F(StreamTest, ShowsEveryUnit) {
    start(QStringLiteral("sim:normal?seed=1&rate=100"));
    ASSERT_TRUE(waitForSamples(10));
    const auto expectUnit = [this](const char* symbol, double zeroCelsius, double degree) {
        const QString unit = QString::fromUtf8(symbol);
        EXPECT_EQ(chart().chart()->axes(Qt::Vertical).constFirst()->titleText(),
                  QStringLiteral("Temperature (%1)").arg(unit));
        EXPECT_TRUE(waitFor([&] { return text("currentUnit") == unit; }));
        for (const char* label : {"visibleRangeMean", "visibleRangeExtremes", "allSamplesMean"})
            EXPECT_TRUE(waitFor([&] { return text(label).endsWith(unit); })) << text(label).toStdString();
        EXPECT_TRUE(waitFor([&] {
            const double mean = session().status().statistics.value(0).mean();
            return std::abs(figure("allSamplesMean") - (zeroCelsius + mean * degree)) < 1.0;
        })) << text("allSamplesMean").toStdString();
        EXPECT_TRUE(waitFor([&] {
            const ValueScale& scale = chart().valueScale();
            const double middle = zeroCelsius + 20.0 * degree;
            return scale.minimum() < middle && middle < scale.maximum() &&
                   scale.maximum() - scale.minimum() < 150.0;
        })) << chart().valueScale().minimum()
            << " to " << chart().valueScale().maximum();
    };
    expectUnit("°F", 32.0, 1.8);
    clickSegment("unitControl", 0);
    expectUnit("°C", 0.0, 1.0);
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    expectUnit("K", 273.15, 1.0);
    EXPECT_EQ(find<SegmentedControl>("unitControl").current(), 2);
    choose("unit_fahrenheit");
    expectUnit("°F", 32.0, 1.8);
    EXPECT_EQ(find<SegmentedControl>("unitControl").current(), 1);
}

} // namespace
} // namespace rillscope::test
