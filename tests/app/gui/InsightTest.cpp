// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/AccountPanel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/HistogramView.h"
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/SliderScale.h"

#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSlider>

#include <cmath>
#include <numeric>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// What the right column tells of the visible range.
class InsightTest : public ApplicationTest {
protected:
    const HistogramPicture& values() const { return find<HistogramView>("valuesHistogram").picture(); }
    const HistogramPicture& intervals() const { return find<HistogramView>("intervalsHistogram").picture(); }

    /// Of what a histogram shows, in the unit that it shows.
    static double meanOf(const HistogramPicture& picture, const std::vector<double>& weights) {
        double sum = 0.0;
        double total = 0.0;
        for (std::size_t bin = 0; bin < weights.size(); ++bin) {
            sum +=
                weights[bin] * std::midpoint(picture.histogram.edges[bin], picture.histogram.edges[bin + 1]);
            total += weights[bin];
        }
        return picture.factor * sum / total;
    }
    static double measuredMean(const HistogramPicture& picture) {
        return meanOf(picture, {picture.histogram.counts.begin(), picture.histogram.counts.end()});
    }
    static double expectedMean(const HistogramPicture& picture) { return meanOf(picture, picture.expected); }

    bool waitForValues(std::int64_t count) const {
        return waitFor([&] { return values().histogram.total() >= count; });
    }
};

TEST_F(InsightTest, LetsNormalValuesEmergeWithTheirDensityOverThem) {
    start(QStringLiteral("sim:normal?mean=20&sd=5&seed=42&rate=20000"));
    clickSegment("unitControl", 0);
    ASSERT_TRUE(waitForValues(50'000));
    ASSERT_TRUE(waitFor([&] { return values().unit == QStringLiteral("°C"); }));
    const HistogramPicture picture = values();
    ASSERT_EQ(picture.expected.size(), picture.histogram.counts.size());
    const auto total = static_cast<double>(picture.histogram.total());
    EXPECT_NEAR(std::accumulate(picture.expected.begin(), picture.expected.end(), 0.0), total, 0.01 * total);
    for (std::size_t bin = 0; bin < picture.expected.size(); ++bin) {
        const double left = (picture.histogram.edges[bin] - 20.0) / (5.0 * std::sqrt(2.0));
        const double right = (picture.histogram.edges[bin + 1] - 20.0) / (5.0 * std::sqrt(2.0));
        const double wanted = total * (std::erf(right) - std::erf(left)) / 2.0;
        EXPECT_NEAR(picture.expected[bin], wanted, 1e-6 * total);
        EXPECT_NEAR(static_cast<double>(picture.histogram.counts[bin]), wanted, 5.0 * std::sqrt(wanted) + 5.0)
            << "from " << picture.histogram.edges[bin];
    }
    EXPECT_NEAR(figure("visibleRangePercentiles"), 20.0, 0.2);
    EXPECT_EQ(intervals().unit, QStringLiteral("µs"));
    EXPECT_NEAR(measuredMean(intervals()), 50.0, 2.0);
}

TEST_F(InsightTest, FollowsTheMeanSlider) {
    start(QStringLiteral("sim:normal?mean=20&sd=5&seed=42&rate=5000"));
    clickSegment("unitControl", 0);
    chart().followLast(1s);
    ASSERT_TRUE(waitForValues(2'000));
    ASSERT_TRUE(waitFor([&] { return std::abs(expectedMean(values()) - 20.0) < 1.0; }));
    EXPECT_NEAR(measuredMean(values()), 20.0, 1.5);
    type("normalMeanNumber", QStringLiteral("45"));
    EXPECT_TRUE(waitFor([&] { return std::abs(expectedMean(values()) - 45.0) < 1.0; }))
        << expectedMean(values());
    EXPECT_TRUE(waitFor([&] { return std::abs(measuredMean(values()) - 45.0) < 1.0; }))
        << measuredMean(values());
    find<QSlider>("normalMeanSlider").setFocus();
    press(Qt::Key_PageUp);
    const auto settings = SimulationSettings::fromUri(session().uri());
    const double mean = std::get<NormalParameters>(settings->distribution).mean;
    EXPECT_GT(mean, 45.5);
    EXPECT_TRUE(waitFor([&] { return std::abs(expectedMean(values()) - mean) < 0.5; }));
}

TEST_F(InsightTest, BalancesAtEachRepaint) {
    QByteArray lines = "timestamp,temperature\n";
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray time = QByteArray::number(1'700'000'000 + i - (i % 50 == 49 ? 5 : 0));
        lines += i % 10 == 9 ? "broken\n" : time + "," + (i % 7 == 0 ? "nan" : "21.5") + "\n";
    }
    start(QStringLiteral("replay:%1?speed=5000").arg(write("marked.csv", lines)));
    int repaints = 0;
    int unbalanced = 0;
    QObject::connect(&window().account(), &AccountPanel::painted, &window(), [&] {
        ++repaints;
        const double received = figure("accountReceived");
        const double accepted = figure("accountAccepted");
        const bool balances = received == accepted + figure("accountMalformed") &&
                              accepted == figure("accountRecorded") + figure("accountDropped");
        unbalanced += !balances;
    });
    find<QScrollArea>("readings").ensureWidgetVisible(&window().account());
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_TRUE(waitFor([&] { return figure("accountReceived") == 20'000.0; }));
    EXPECT_EQ(figure("accountMalformed"), 2'000.0);
    EXPECT_GE(repaints, 10);
    EXPECT_EQ(unbalanced, 0);
    expectBalanced();
    EXPECT_EQ(figure("accountNotANumber"), static_cast<double>(account().marks[QualityFlag::NotANumber]));
    EXPECT_GT(account().marks[QualityFlag::NotANumber], 2'000);
    EXPECT_TRUE(find<QLabel>("accountNotANumber").isVisible());
    EXPECT_FALSE(find<QLabel>("accountLate").isVisible());
}

TEST_F(InsightTest, ShowsTheChosenChannelAndNoDensityForARecording) {
    QByteArray lines = "timestamp,one,two\n";
    for (int i = 0; i < 1'000; ++i)
        lines += QByteArray::number(1'700'000'000 + 60 * i) + "," + QByteArray::number(i % 10) + "," +
                 QByteArray::number(100 + i % 10) + "\n";
    start(QStringLiteral("replay:%1?speed=max").arg(write("two.csv", lines)));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    clickSegment("unitControl", 0);
    EXPECT_TRUE(waitFor([&] { return std::abs(measuredMean(values()) - 5.0) < 1.0; }));
    EXPECT_TRUE(values().expected.empty());
    EXPECT_TRUE(waitFor([&] { return text("intervalsMean") == QStringLiteral("60.00 ± 0.00 s"); }))
        << text("intervalsMean").toStdString();
    find<QListView>("channelList").setFocus();
    press(Qt::Key_Down);
    EXPECT_TRUE(waitFor([&] { return std::abs(measuredMean(values()) - 105.0) < 1.0; }))
        << measuredMean(values());
    EXPECT_EQ(text("visibleRangePercentiles"), QStringLiteral("104.5 · 108.1 · 109.0"));
}

TEST_F(InsightTest, TellsHowFarTheWatermarkTrails) {
    start(QStringLiteral("sim:normal?seed=1&rate=200"));
    ASSERT_TRUE(waitForSamples(10));
    EXPECT_FALSE(find<QLabel>("timingWatermark").isVisible());
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = 5s;
    TumblingWindow second;
    second.size = 1s;
    StepDefinition step;
    step.name = QStringLiteral("second");
    step.settings = second;
    definition.steps.append(step);
    session().setDefinition(definition);
    EXPECT_TRUE(waitFor([&] { return find<QLabel>("timingWatermark").isVisible(); }));
    EXPECT_TRUE(waitFor([&] { return text("timingTrailing") == QStringLiteral("5.0 s"); }))
        << text("timingTrailing").toStdString();
    EXPECT_TRUE(waitFor([&] { return figure("accountWindows") >= 1.0; }));
    EXPECT_TRUE(waitFor([&] { return text("timingLatency").contains(QStringLiteral("ms")); }));
}

TEST_F(InsightTest, RemembersWhichCardsAreFolded) {
    start(QStringLiteral("sim:normal?seed=1&rate=100"));
    click("allSamplesFold");
    click("intervalsPanelFold");
    EXPECT_FALSE(find<QWidget>("intervalsHistogram").isVisible());
    quit();
    start();
    EXPECT_TRUE(find<Card>("allSamples").isFolded());
    EXPECT_TRUE(find<Card>("intervalsPanel").isFolded());
    EXPECT_FALSE(find<Card>("valuesPanel").isFolded());
    click("intervalsPanelFold");
    EXPECT_TRUE(find<QWidget>("intervalsHistogram").isVisible());
}

} // namespace
} // namespace rillscope::test
