// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StatisticsPanel.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <QCoreApplication>
#include <limits>

namespace rillscope {
namespace {

RunningStatistics statisticsOf(std::initializer_list<double> values) {
    RunningStatistics statistics;
    for (const double value : values)
        statistics.add(value);
    return statistics;
}

using StatisticsPanelTest = test::EnglishFigures;

} // namespace

TEST_F(StatisticsPanelTest, ConvertsDeviationsAsDifferences) {
    StatisticsPanel panel;
    panel.setStatistics(statisticsOf({10.0, 20.0, 30.0}), statisticsOf({0.0}), Unit::Fahrenheit);
    EXPECT_EQ(textOf(panel, "visibleRangeSamples"), "3");
    EXPECT_EQ(textOf(panel, "visibleRangeMean"), "68.00 ± 18.00 °F");
    EXPECT_EQ(textOf(panel, "visibleRangeExtremes"), "50.00 · 86.00 °F");
    EXPECT_EQ(textOf(panel, "allSamplesMean"), "32.00 °F") << "one value has no deviation";
    panel.setStatistics(statisticsOf({10.0, 20.0, 30.0}), {}, Unit::Kelvin);
    EXPECT_EQ(textOf(panel, "visibleRangeMean"), "293.15 ± 10.00 K");
    panel.setStatistics(statisticsOf({10.0, 20.0, 30.0}), {}, Unit::None);
    EXPECT_EQ(textOf(panel, "visibleRangeMean"), "20.00 ± 10.00");
}

TEST_F(StatisticsPanelTest, SaysThatNothingIsKnownOfNothing) {
    StatisticsPanel panel;
    EXPECT_EQ(textOf(panel, "visibleRangeSamples"), "0");
    EXPECT_EQ(textOf(panel, "visibleRangeMean"), "–");
    EXPECT_EQ(textOf(panel, "allSamplesExtremes"), "–");
}

TEST_F(StatisticsPanelTest, ShowsMoreDecimalsWhenValuesLieCloseTogether) {
    StatisticsPanel panel;
    panel.setStatistics(statisticsOf({20.001, 20.002}), {}, Unit::Celsius);
    EXPECT_EQ(textOf(panel, "visibleRangeExtremes"), "20.00100 · 20.00200 °C");
}

TEST_F(StatisticsPanelTest, FitsExtremeValuesIntoANarrowPanel) {
    StatisticsPanel panel;
    panel.resize(292, panel.sizeHint().height());
    panel.show();
    const double largest = std::numeric_limits<double>::max();
    panel.setStatistics(statisticsOf({-largest, largest}), statisticsOf({-5'000'000.0, 5'000'000.0}),
                        Unit::Fahrenheit);
    EXPECT_LE(panel.minimumSizeHint().width(), 292);
    expectFiguresWhole(panel);
    EXPECT_EQ(textOf(panel, "allSamplesExtremes"), "−8,999,968 · 9,000,032 °F");
}

TEST_F(StatisticsPanelTest, ShowsThePercentilesOfTheVisibleRange) {
    StatisticsPanel panel;
    EXPECT_EQ(textOf(panel, "visibleRangePercentiles"), "–");
    RangeInsight insight;
    insight.values = {statisticsOf({10.0, 20.0, 30.0}), 20.0, 28.0, 29.8, {}};
    panel.setPercentiles(insight);
    EXPECT_EQ(textOf(panel, "visibleRangePercentiles"), "20.0 · 28.0 · 29.8");
    panel.resize(292, panel.sizeHint().height());
    panel.show();
    const double largest = -std::numeric_limits<double>::max();
    insight.values = {statisticsOf({largest, -largest}), largest, largest, largest, {}};
    panel.setPercentiles(insight);
    EXPECT_LE(panel.minimumSizeHint().width(), 292);
    expectFiguresWhole(panel);
}

} // namespace rillscope
