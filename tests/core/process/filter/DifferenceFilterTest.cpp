// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/DifferenceFilter.h"

#include "tests/core/process/filter/IrregularStream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using test::Reading;
using Derived = DifferenceFilter::Reading;

/// For each sample of the minuend, the nearest of all samples of the subtrahend.
std::vector<Derived> byBruteForce(const std::vector<Reading>& minuends,
                                  const std::vector<Reading>& subtrahends, Duration within) {
    std::vector<Derived> result;
    for (const Reading& minuend : inOrder(minuends)) {
        std::optional<Reading> nearest;
        for (const Reading& candidate : inOrder(subtrahends)) {
            if (!nearest || std::abs(candidate.time - minuend.time) < std::abs(nearest->time - minuend.time))
                nearest = candidate;
        }
        if (nearest && std::abs(nearest->time - minuend.time) <= within.count())
            result.push_back({fromNanoseconds(minuend.time), minuend.value - nearest->value});
    }
    return result;
}

void expectSame(const std::vector<Derived>& actual, const std::vector<Derived>& expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        EXPECT_EQ(actual[i].eventTime, expected[i].eventTime) << i;
        EXPECT_FALSE(std::isinf(actual[i].value));
        if (std::isfinite(expected[i].value))
            EXPECT_EQ(actual[i].value, expected[i].value) << i;
        else
            EXPECT_TRUE(std::isnan(actual[i].value)) << i;
    }
}

TEST(DifferenceFilterTest, TakesTheNearestSampleHoweverTheChannelsTakeTurns) {
    const std::uint32_t seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::size_t found = 0;
    for (int stream = 0; stream < 300; ++stream) {
        const Duration within = std::chrono::milliseconds(random() % 400 + 1);
        const auto minuends = test::irregularStream(random, 200);
        const auto subtrahends = test::irregularStream(random, 200);
        DifferenceFilter filter(ChannelDifference{.minus = {}, .within = within});
        std::vector<Derived> derived;
        // In the order of their times, as far as each channel is in order, or the subtrahend far ahead.
        const std::int64_t lead =
            stream % 2 == 0 ? 0 : static_cast<std::int64_t>(random() % 5) * 1'000'000'000;
        auto minuend = minuends.begin();
        auto subtrahend = subtrahends.begin();
        while (minuend != minuends.end() || subtrahend != subtrahends.end()) {
            const bool isMinuendsTurn =
                subtrahend == subtrahends.end() ||
                (minuend != minuends.end() && minuend->time < subtrahend->time - lead);
            const auto& [time, value] = isMinuendsTurn ? *minuend++ : *subtrahend++;
            if (isMinuendsTurn)
                filter.addMinuend(fromNanoseconds(time), value, derived);
            else
                filter.addSubtrahend(fromNanoseconds(time), value, derived);
        }
        filter.finish(derived);
        expectSame(derived, byBruteForce(minuends, subtrahends, within));
        found += derived.size();
    }
    EXPECT_GT(found, 5'000U) << "a comparison of nothing with nothing";
}

class DifferenceTurnsTest : public testing::Test {
protected:
    void minuend(std::int64_t time, double value) {
        m_filter.addMinuend(fromNanoseconds(time), value, m_derived);
    }
    void subtrahend(std::int64_t time, double value) {
        m_filter.addSubtrahend(fromNanoseconds(time), value, m_derived);
    }
    /// What has become known since the last call.
    std::string derived() {
        std::string text;
        for (const Derived& each : std::exchange(m_derived, {}))
            text += std::to_string(toNanoseconds(each.eventTime)) + ':' +
                    std::to_string(each.value).substr(0, 3) + ' ';
        return text;
    }

    DifferenceFilter m_filter{ChannelDifference{.minus = {}, .within = 10ns}};
    std::vector<Derived> m_derived;
};

TEST_F(DifferenceTurnsTest, WaitsForTheSubtrahendButNotForEver) {
    minuend(100, 5.0);
    subtrahend(94, 1.0);
    EXPECT_EQ(derived(), "") << "a nearer one may come";
    subtrahend(105, 2.0);
    EXPECT_EQ(derived(), "100:3.0 ");
    minuend(105, 9.0);
    EXPECT_EQ(derived(), "105:7.0 ") << "none can be nearer";
    minuend(110, 5.0);
    minuend(120, 6.0);
    EXPECT_EQ(derived(), "");
    minuend(121, 7.0);
    EXPECT_EQ(derived(), "110:3.0 ") << "beyond the bound";
    subtrahend(112, 0.0);
    EXPECT_EQ(derived(), "") << "too late for 110, too early to be the nearest of 120 for sure";
    m_filter.finish(m_derived);
    EXPECT_EQ(derived(), "120:6.0 121:7.0 ");
}

TEST_F(DifferenceTurnsTest, LeavesOutWhatIsTooFarAndPrefersTheEarlierOfTwoAsNear) {
    subtrahend(0, 1.0);
    minuend(11, 5.0);
    subtrahend(22, 2.0);
    EXPECT_EQ(derived(), "");
    subtrahend(30, 3.0);
    minuend(26, 5.0);
    EXPECT_EQ(derived(), "26:3.0 ");
    minuend(40, 5.0);
    EXPECT_EQ(derived(), "");
    subtrahend(51, 4.0);
    EXPECT_EQ(derived(), "40:2.0 ");
}

TEST_F(DifferenceTurnsTest, SurvivesTheEndsOfTime) {
    subtrahend(std::numeric_limits<std::int64_t>::min(), 1.0);
    minuend(std::numeric_limits<std::int64_t>::min(), 5.0);
    EXPECT_EQ(derived().substr(20), ":4.0 ");
    minuend(std::numeric_limits<std::int64_t>::max(), 5.0);
    subtrahend(std::numeric_limits<std::int64_t>::max() - 10, 5.5);
    m_filter.finish(m_derived);
    EXPECT_EQ(derived().substr(19), ":-0. ");
}

TEST_F(DifferenceTurnsTest, BoundsWhatWaits) {
    const auto most = static_cast<std::int64_t>(DifferenceFilter::mostSamples);
    for (std::int64_t i = 0; i <= most; ++i)
        subtrahend(i, static_cast<double>(i));
    minuend(0, 0.0);
    EXPECT_EQ(derived(), "0:-1. ") << "the subtrahend at 0 waits no longer";
    DifferenceFilter filter(ChannelDifference{.minus = {}, .within = 1h});
    for (std::int64_t i = 0; i <= most; ++i)
        filter.addMinuend(fromNanoseconds(i), 0.0, m_derived);
    filter.addSubtrahend(fromNanoseconds(0), 0.0, m_derived);
    filter.finish(m_derived);
    EXPECT_EQ(m_derived.size(), static_cast<std::size_t>(most)) << "the minuend at 0 waited no longer";
}

} // namespace
} // namespace rillscope
