// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/EnglishFigures.h"
#include "ui/panels/IntervalsPanel.h"
#include "ui/panels/TimingPanel.h"
#include "ui/panels/ValuesPanel.h"
#include "ui/widgets/HistogramView.h"

#include <QCoreApplication>

#include <algorithm>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using InsightPanelsTest = test::EnglishFigures;

Spread spreadOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    RunningStatistics statistics;
    for (const double value : values)
        statistics.add(value);
    return {statistics, percentileOfSorted(values, 0.5), percentileOfSorted(values, 0.9),
            percentileOfSorted(values, 0.99), Histogram::of(values, Histogram::Scale::Automatic)};
}

bool isShown(const QWidget& panel, const char* label) {
    return panel.findChild<QLabel*>(QString::fromLatin1(label))->isVisible();
}

} // namespace

TEST_F(InsightPanelsTest, DrawsExpectedSharesAtTheScaleOfTheCounts) {
    ValuesPanel panel;
    RangeInsight insight;
    insight.unit = Unit::Fahrenheit;
    insight.values = spreadOf({1.0, 2.0, 3.0, 4.0});
    const std::size_t bins = insight.values.histogram.counts.size();
    panel.setInsight(insight, std::vector<double>(bins, 0.25));
    EXPECT_EQ(panel.view().picture().expected, std::vector<double>(bins, 1.0));
    EXPECT_EQ(panel.view().picture().unit, QStringLiteral("°F"));
    panel.setInsight(insight, {});
    EXPECT_TRUE(panel.view().picture().expected.empty());
}

TEST_F(InsightPanelsTest, SaysWhatItLeavesOut) {
    ValuesPanel panel;
    panel.show();
    RangeInsight insight;
    insight.inRange = insight.lookedAt = 4;
    insight.values = spreadOf({1.0, 2.0, 3.0, 4.0});
    panel.setInsight(insight, {});
    EXPECT_FALSE(isShown(panel, "valuesOutside"));
    EXPECT_FALSE(isShown(panel, "valuesSelection"));
    insight.values.histogram.below = 3;
    insight.values.histogram.above = 12;
    insight.inRange = 1'204'311;
    insight.lookedAt = 51'200;
    insight.evicted = 40'960;
    panel.setInsight(insight, {});
    EXPECT_TRUE(isShown(panel, "valuesOutside"));
    EXPECT_EQ(textOf(panel, "valuesOutside"), "3 below · 12 above");
    EXPECT_EQ(textOf(panel, "valuesSelection"),
              "From 51,200 of 1.20 M samples, without 40,960 kept as min/max");
}

TEST_F(InsightPanelsTest, ShowsIntervalsInAFittingUnit) {
    IntervalsPanel panel;
    panel.show();
    EXPECT_EQ(textOf(panel, "intervalsMean"), "–");
    RangeInsight insight;
    insight.intervals = spreadOf({0.1, 0.3, 0.5});
    panel.setInsight(insight);
    EXPECT_EQ(textOf(panel, "intervalsMean"), "300 ± 200 ms");
    EXPECT_EQ(textOf(panel, "intervalsPercentiles"), "300 · 496 · 500 ms");
    EXPECT_EQ(panel.view().picture().unit, QStringLiteral("ms"));
    EXPECT_FALSE(isShown(panel, "intervalsBackward"));
    insight.intervals = spreadOf({300.0, 300.0, 300.0});
    insight.backward = 12;
    panel.setInsight(insight);
    EXPECT_EQ(textOf(panel, "intervalsMean"), "300 ± 0 s");
    EXPECT_EQ(textOf(panel, "intervalsBackward"), "12");
    EXPECT_TRUE(isShown(panel, "intervalsBackward"));
    insight.intervals = spreadOf({2e-6, 4e-6});
    panel.setInsight(insight);
    EXPECT_EQ(textOf(panel, "intervalsPercentiles"), "3.00 · 3.98 · 4.00 µs");
}

TEST_F(InsightPanelsTest, FitNarrowColumns) {
    IntervalsPanel intervals;
    ValuesPanel values;
    RangeInsight insight;
    insight.unit = Unit::Kelvin;
    insight.intervals = spreadOf({1e-9, 9.2e9, 9.2e9});
    insight.values = spreadOf({-1e300, 1e300});
    insight.values.histogram.below = insight.values.histogram.above = insight.lookedAt = 999'999;
    insight.inRange = insight.evicted = insight.backward = 999'999'999'999;
    intervals.setInsight(insight);
    values.setInsight(insight, {});
    for (QWidget* panel : {static_cast<QWidget*>(&intervals), static_cast<QWidget*>(&values)}) {
        panel->resize(292, 300);
        panel->show();
        expectFiguresWhole(*panel);
        EXPECT_LE(panel->minimumSizeHint().width(), 292) << panel->objectName().toStdString();
    }
}

TEST_F(InsightPanelsTest, ShowTheWatermarkWhileThereIsOne) {
    TimingPanel panel;
    panel.show();
    panel.setFigures({.samplesPerSecond = 3.3});
    EXPECT_EQ(textOf(panel, "timingRate"), "3.3 samples/s");
    for (const char* label : {"timingWatermark", "timingTrailing", "timingLatency"})
        EXPECT_FALSE(isShown(panel, label)) << label;
    const Timestamp newest = fromNanoseconds(1'767'225'600'000'000'000);
    panel.setFigures({.samplesPerSecond = 3.3,
                      .watermark = newest - 5s,
                      .newestEventTime = newest,
                      .latencyMedian = 9ms,
                      .latencyNinetyNinth = 21ms});
    EXPECT_EQ(textOf(panel, "timingWatermark"), "23:59:55.000");
    EXPECT_EQ(textOf(panel, "timingTrailing"), "5.0 s");
    EXPECT_EQ(textOf(panel, "timingLatency"), "9 ms · 21 ms");
    for (const char* label : {"timingWatermark", "timingTrailing", "timingLatency"})
        EXPECT_TRUE(isShown(panel, label)) << label;
}

} // namespace rillscope
