// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RangeInsight.h"

#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>

namespace rillscope {
namespace {

using test::Recording;
using test::StreamKind;

/// What the samples of a range come to, by looking at each.
struct Reference {
    std::vector<double> values;
    std::vector<double> intervals;
    std::int64_t backward = 0;
    std::int64_t inRange = 0;

    Reference(const Recording& recording, std::int64_t evicted, Timestamp begin, Timestamp end, Unit unit) {
        std::optional<Timestamp> newest;
        for (auto i = static_cast<std::size_t>(evicted); i < recording.size(); ++i) {
            const RecordedSample& sample = recording[i];
            if (sample.eventTime < begin || sample.eventTime >= end)
                continue;
            ++inRange;
            if (std::isfinite(sample.value))
                values.push_back(fromCelsius(sample.value, unit));
            if (newest && sample.eventTime < *newest) {
                ++backward;
                continue;
            }
            if (newest)
                intervals.push_back(toSeconds(sample.eventTime - *newest));
            newest = sample.eventTime;
        }
        std::sort(values.begin(), values.end());
        std::sort(intervals.begin(), intervals.end());
    }
};

double percentileByHand(const std::vector<double>& sorted, double fraction) {
    const double place = fraction * static_cast<double>(sorted.size() - 1);
    const double low = sorted[static_cast<std::size_t>(std::floor(place))];
    const double high = sorted[static_cast<std::size_t>(std::ceil(place))];
    return std::lerp(low, high, place - std::floor(place));
}

void expectSpread(const Spread& spread, const std::vector<double>& sorted) {
    ASSERT_EQ(spread.statistics.count(), static_cast<std::int64_t>(sorted.size()));
    const Histogram& histogram = spread.histogram;
    if (sorted.empty()) {
        EXPECT_TRUE(std::isnan(spread.median));
        EXPECT_TRUE(histogram.edges.empty() && histogram.counts.empty());
        return;
    }
    EXPECT_EQ(spread.statistics.minimum(), sorted.front());
    EXPECT_EQ(spread.statistics.maximum(), sorted.back());
    EXPECT_EQ(spread.median, percentileByHand(sorted, 0.5));
    EXPECT_EQ(spread.ninetieth, percentileByHand(sorted, 0.9));
    EXPECT_EQ(spread.ninetyNinth, percentileByHand(sorted, 0.99));

    ASSERT_EQ(histogram.edges.size(), histogram.counts.size() + 1);
    EXPECT_LE(histogram.counts.size(), 80U);
    std::int64_t below = 0;
    std::vector<std::int64_t> counts(histogram.counts.size(), 0);
    std::int64_t above = 0;
    for (const double value : sorted) {
        std::size_t bin = 0;
        while (bin < counts.size() && value >= histogram.edges[bin + 1])
            ++bin;
        if (value < histogram.edges.front())
            ++below;
        else if (bin == counts.size())
            ++above;
        else
            ++counts[bin];
    }
    EXPECT_EQ(histogram.counts, counts);
    EXPECT_EQ(histogram.below, below);
    EXPECT_EQ(histogram.above, above);
    for (std::size_t i = 1; i < histogram.edges.size(); ++i)
        ASSERT_LT(histogram.edges[i - 1], histogram.edges[i]) << i;
}

class RangeInsightTest : public testing::TestWithParam<StreamKind> {
protected:
    std::uint64_t m_seed = std::random_device{}();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
    ChannelHistory m_history;
};

TEST_P(RangeInsightTest, IsExactForAnyStreamAndRange) {
    const int size = std::uniform_int_distribution(1, 30'000)(m_random);
    test::appendAll(m_history, test::makeStream(GetParam(), size, m_random));
    const Recording recording = test::recordingOf(m_history, m_history.size());
    const auto someTime = [&] { return recording[m_random() % recording.size()].eventTime; };
    std::int64_t evicted = 0;
    for (int i = 0; i < 20; ++i) {
        if (i % 7 == 6 && m_history.evictOldest())
            evicted += ChannelHistory::chunkSize;
        auto [begin, end] = std::minmax({someTime(), someTime()});
        if (i % 4 == 0)
            std::tie(begin, end) = std::pair{Timestamp::min(), Timestamp::max()};
        const Unit unit = i % 2 == 0 ? Unit::Fahrenheit : Unit::None;
        const Reference expected(recording, evicted, begin, end, unit);
        const RangeInsight insight = insightOf(m_history, begin, end, unit);
        SCOPED_TRACE("size " + std::to_string(size) + ", query " + std::to_string(i));
        EXPECT_EQ(insight.inRange, expected.inRange);
        EXPECT_TRUE(insight.isExact());
        EXPECT_EQ(insight.backward, expected.backward);
        ASSERT_NO_FATAL_FAILURE(expectSpread(insight.values, expected.values));
        ASSERT_NO_FATAL_FAILURE(expectSpread(insight.intervals, expected.intervals));
        if (end == Timestamp::max() && GetParam() != StreamKind::ExtremeTimes) {
            EXPECT_EQ(insight.evicted, evicted);
        }
        ASSERT_FALSE(HasFailure());
    }
}

INSTANTIATE_TEST_SUITE_P(Streams, RangeInsightTest, testing::ValuesIn(test::allStreamKinds),
                         [](const auto& each) { return std::to_string(static_cast<int>(each.param)); });

/// Normal(20, 5), every millisecond or 3 ms, half of each.
std::unique_ptr<ChannelHistory> longHistory(std::int64_t size, std::uint64_t seed) {
    auto history = std::make_unique<ChannelHistory>();
    std::mt19937_64 random(seed);
    std::normal_distribution<double> value(20.0, 5.0);
    Timestamp time{};
    for (std::int64_t i = 0; i < size; ++i) {
        time += std::chrono::milliseconds(random() % 2 == 0 ? 1 : 3);
        history->append(time, value(random), {});
    }
    return history;
}

TEST(RangeInsightSelectionTest, LooksAtAPartThatStandsForTheWhole) {
    constexpr std::int64_t size = 1'000'000;
    const auto history = longHistory(size, 42);
    const RangeInsight insight = insightOf(*history, Timestamp::min(), Timestamp::max(), Unit::Celsius);
    EXPECT_EQ(insight.inRange, size);
    EXPECT_EQ(insight.leafStride, 16);
    EXPECT_GE(insight.lookedAt, 200 * 256);
    EXPECT_LE(insight.lookedAt, 400 * 256);
    EXPECT_EQ(insight.values.histogram.total(), insight.lookedAt);
    // Five standard errors of what so many independent samples tell.
    const auto count = static_cast<double>(insight.lookedAt);
    EXPECT_NEAR(insight.values.statistics.mean(), 20.0, 5.0 * 5.0 / std::sqrt(count));
    EXPECT_NEAR(insight.values.median, 20.0, 5.0 * 5.0 * 1.2533 / std::sqrt(count));
    EXPECT_NEAR(insight.values.ninetyNinth, 20.0 + 5.0 * 2.326348, 5.0 * 5.0 * 3.733 / std::sqrt(count));
    // Within leaves alone: none leads from one to another.
    EXPECT_EQ(insight.intervals.statistics.maximum(), 0.003);
    EXPECT_EQ(insight.intervals.statistics.minimum(), 0.001);
    EXPECT_GE(insight.intervals.statistics.count(), insight.lookedAt / 256 * 255);
    EXPECT_NEAR(insight.intervals.statistics.mean(), 0.002, 5.0 * 0.001 / std::sqrt(count));
}

TEST(RangeInsightSelectionTest, LooksAtAllUpToItsLimitAndCountsARangeInTheMiddle) {
    const auto history = longHistory(400'000, 43);
    const Timestamp begin = history->eventTime(123'457);
    for (const std::int64_t count : {RangeInsight::mostExact, RangeInsight::mostExact + 5'000}) {
        const RangeInsight insight =
            insightOf(*history, begin, history->eventTime(123'457 + count), Unit::Celsius);
        EXPECT_EQ(insight.inRange, count);
        EXPECT_EQ(insight.isExact(), count <= RangeInsight::mostExact);
        if (insight.isExact()) {
            EXPECT_EQ(insight.intervals.statistics.count(), count - 1);
        }
    }
}

TEST(RangeInsightSelectionTest, DoesNotFlickerWhileTheStreamGoesOn) {
    const auto history = longHistory(500'000, 44);
    const auto seen = insightOf(*history, Timestamp::min(), Timestamp::max(), Unit::Celsius);
    history->append(history->eventTime(499'999) + std::chrono::milliseconds(1), 20.0, {});
    const auto next = insightOf(*history, Timestamp::min(), Timestamp::max(), Unit::Celsius);
    EXPECT_LE(next.lookedAt - seen.lookedAt, 1);
    EXPECT_EQ(next.values.histogram.edges, seen.values.histogram.edges);
}

TEST(RangeInsightSelectionTest, TellsOfSamplesThatHaveNoValuesAnyMore) {
    const auto history = longHistory(300'000, 45);
    for (int i = 0; i < 10; ++i)
        history->evictOldest();
    const auto insight = insightOf(*history, Timestamp::min(), Timestamp::max(), Unit::Celsius);
    EXPECT_EQ(insight.evicted, 40'960);
    EXPECT_EQ(insight.inRange, 300'000 - 40'960);
}

TEST(RangeInsightSelectionTest, KnowsNothingOfNothing) {
    const ChannelHistory history;
    const auto insight = insightOf(history, Timestamp::min(), Timestamp::max(), Unit::Celsius);
    EXPECT_EQ(insight.inRange, 0);
    EXPECT_TRUE(insight.values.histogram.edges.empty());
}

} // namespace
} // namespace rillscope
