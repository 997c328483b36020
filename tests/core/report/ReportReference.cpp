// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/ReportReference.h"

#include "core/history/Histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace rillscope::test {
namespace {

/// Equal, but for the last digits of sums; NaN equals NaN.
bool isNear(double actual, double expected, double scale) {
    return (std::isnan(actual) && std::isnan(expected)) || actual == expected ||
           std::abs(actual - expected) <= 1e-9 * scale;
}

} // namespace

ReportChannel channelByBruteForce(const Recording& recording, const ReportRange& range) {
    ReportChannel expected;
    std::vector<double> values;
    for (const RecordedSample& sample : recording) {
        if (sample.eventTime < range.begin || sample.eventTime > range.end)
            continue;
        ++expected.count;
        expected.marked += sample.quality ? 1 : 0;
        for (const QualityFlag flag : allQualityFlags)
            expected.marks[flag] += sample.quality & flag ? 1 : 0;
        if (!std::isfinite(sample.value))
            continue;
        expected.statistics.add(sample.value);
        values.push_back(sample.value);
        if (!expected.first || sample.eventTime < expected.first->time)
            expected.first = TimedValue{sample.eventTime, sample.value};
        if (!expected.last || sample.eventTime >= expected.last->time)
            expected.last = TimedValue{sample.eventTime, sample.value};
    }
    std::sort(values.begin(), values.end());
    expected.median = percentileOfSorted(values, 0.5);
    expected.ninetieth = percentileOfSorted(values, 0.9);
    expected.ninetyNinth = percentileOfSorted(values, 0.99);
    return expected;
}

void expectSameChannel(const ReportChannel& actual, const ReportChannel& expected) {
    EXPECT_EQ(actual.count, expected.count);
    EXPECT_EQ(actual.evicted, 0);
    EXPECT_EQ(actual.marked, expected.marked);
    EXPECT_EQ(actual.marks, expected.marks);
    EXPECT_EQ(actual.first, expected.first);
    EXPECT_EQ(actual.last, expected.last);
    ASSERT_EQ(actual.statistics.count(), expected.statistics.count());
    if (expected.statistics.count() == 0)
        return;
    const double scale =
        std::max(std::abs(expected.statistics.minimum()), std::abs(expected.statistics.maximum()));
    EXPECT_EQ(actual.statistics.minimum(), expected.statistics.minimum());
    EXPECT_EQ(actual.statistics.maximum(), expected.statistics.maximum());
    EXPECT_TRUE(isNear(actual.statistics.mean(), expected.statistics.mean(), scale));
    EXPECT_TRUE(
        isNear(actual.statistics.standardDeviation(), expected.statistics.standardDeviation(), scale));
    EXPECT_TRUE(isNear(actual.median, expected.median, scale));
    EXPECT_TRUE(isNear(actual.ninetieth, expected.ninetieth, scale));
    EXPECT_TRUE(isNear(actual.ninetyNinth, expected.ninetyNinth, scale));
    EXPECT_EQ(actual.rankError, 0);
}

} // namespace rillscope::test
