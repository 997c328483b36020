// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/Filter.h"

#include "core/process/filter/OutlierFilter.h"
#include "core/process/filter/TrailingWindow.h"
#include "tests/core/process/filter/IrregularStream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using test::Reading;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

/// What is derived from the last of some readings, all finite and in order.
using Reference = std::function<std::optional<double>(const std::vector<Reading>&)>;

/// The values of the readings in (time of the last − over, time of the last].
std::vector<double> valuesWithin(const std::vector<Reading>& readings, Duration over) {
    std::vector<double> values;
    for (const Reading& reading : readings) {
        if (reading.time > readings.back().time - over.count())
            values.push_back(reading.value);
    }
    return values;
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

std::optional<double> mean(const std::vector<Reading>& readings, Duration over) {
    const std::vector<double> values = valuesWithin(readings, over);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> cleaned(const std::vector<Reading>& readings, const HampelFilter& settings) {
    std::vector<double> before = valuesWithin(readings, settings.over);
    before.pop_back();
    const double value = readings.back().value;
    if (before.size() < OutlierFilter::fewestValues)
        return value;
    const double median = medianOf(before);
    for (double& each : before)
        each = std::abs(each - median);
    return std::abs(value - median) > settings.threshold * 1.4826 * medianOf(before) ? median : value;
}

/// Exponential smoothing written out as the weighted mean that it is.
std::optional<double> smooth(const std::vector<Reading>& readings, Duration timeConstant) {
    double weight = 1.0; // of what is not yet weighed
    double sum = 0.0;
    for (std::size_t i = readings.size() - 1; i > 0; --i) {
        const auto passed = static_cast<double>(readings[i].time - readings[i - 1].time);
        const double kept = std::exp(-passed / static_cast<double>(timeConstant.count()));
        sum += weight * (1.0 - kept) * readings[i].value;
        weight *= kept;
    }
    return sum + weight * readings.front().value;
}

std::optional<double> slope(const std::vector<Reading>& readings, Duration per) {
    if (readings.size() < 2 || readings.back().time == readings[readings.size() - 2].time)
        return std::nullopt;
    const Reading& last = readings.back();
    const Reading& previous = readings[readings.size() - 2];
    return (last.value - previous.value) / static_cast<double>(last.time - previous.time) *
           static_cast<double>(per.count());
}

void expectSame(const std::optional<double>& actual, const std::optional<double>& expected) {
    ASSERT_EQ(actual.has_value(), expected.has_value());
    if (!expected)
        return;
    if (std::isnan(*expected))
        EXPECT_TRUE(std::isnan(*actual)) << *actual;
    else
        EXPECT_NEAR(*actual, *expected, 1e-9 * (1.0 + std::abs(*expected)));
}

void expectAsReference(const StepSettings& settings, const std::vector<Reading>& stream,
                       const Reference& reference) {
    const auto filter = makeFilter(settings, Unit::Celsius);
    ASSERT_TRUE(filter);
    std::vector<Reading> finite;
    std::int64_t newest = std::numeric_limits<std::int64_t>::min();
    for (const Reading& reading : stream) {
        std::optional<double> expected;
        if (reading.time >= newest) {
            newest = reading.time;
            expected = nan;
            if (std::isfinite(reading.value)) {
                finite.push_back(reading);
                expected = reference(finite);
            }
        }
        expectSame(filter->filter(fromNanoseconds(reading.time), reading.value), expected);
        if (testing::Test::HasFailure())
            FAIL() << "at t=" << reading.time << " v=" << reading.value << ", after " << finite.size();
    }
}

class FilterTest : public testing::Test {
protected:
    std::uint32_t m_seed = std::random_device()();
    testing::ScopedTrace m_trace{__FILE__, __LINE__, testing::Message() << "seed " << m_seed};
    std::mt19937 m_random{m_seed};

    std::vector<Reading> stream(int size = 2'000) { return test::irregularStream(m_random, size); }
    Duration length() {
        return std::chrono::milliseconds(std::uniform_int_distribution<int>(1, 20'000)(m_random));
    }
};

TEST_F(FilterTest, AveragesWhatLiesInTheTimeBeforeASample) {
    for (int i = 0; i < 10; ++i) {
        const Duration over = length();
        expectAsReference(MovingAverage{over}, stream(), [=](const auto& all) { return mean(all, over); });
    }
}

TEST_F(FilterTest, FindsTheMedianOfTheTimeBeforeASample) {
    for (int i = 0; i < 10; ++i) {
        const Duration over = length();
        expectAsReference(MovingMedian{over}, stream(),
                          [=](const auto& all) { return medianOf(valuesWithin(all, over)); });
    }
}

TEST_F(FilterTest, ReplacesOutliersByTheMedianOfTheTimeBefore) {
    for (int i = 0; i < 10; ++i) {
        const HampelFilter settings{.over = length(), .threshold = 0.5 * i};
        expectAsReference(settings, stream(), [=](const auto& all) { return cleaned(all, settings); });
    }
}

TEST_F(FilterTest, SmoothsByTheTimeThatPassed) {
    for (int i = 0; i < 5; ++i) {
        const Duration timeConstant = length();
        expectAsReference(ExponentialSmoothing{timeConstant}, stream(500),
                          [=](const auto& all) { return smooth(all, timeConstant); });
    }
}

TEST_F(FilterTest, TakesTheSlopeFromTheSampleBefore) {
    for (const Duration per : {Duration(1s), Duration(1min), Duration(1ms)})
        expectAsReference(RateOfChange{per}, stream(), [=](const auto& all) { return slope(all, per); });
}

TEST_F(FilterTest, ConvertsToAnotherUnit) {
    expectAsReference(UnitConversion{Unit::Fahrenheit}, stream(),
                      [](const auto& all) { return all.back().value * 1.8 + 32.0; });
    EXPECT_EQ(makeFilter(UnitConversion{Unit::Kelvin}, Unit::None)->filter({}, 5.0), 5.0);
}

std::string passedOn(const StepSettings& settings, const std::vector<Reading>& readings) {
    const auto filter = makeFilter(settings, Unit::Celsius);
    std::string text;
    for (const auto& [time, value] : readings) {
        const auto result = filter->filter(fromNanoseconds(time), value);
        text += (result ? std::to_string(*result).substr(0, 4) : "-") + ' ';
    }
    return text;
}

TEST_F(FilterTest, PassesOnWhatLeavesTheDeadBand) {
    EXPECT_EQ(passedOn(DeadBand{0.5}, {{0, 20.0},
                                       {1, 20.5},
                                       {2, 20.6},
                                       {3, 20.2},
                                       {4, 20.05},
                                       {3, 50.0}, // out of order
                                       {5, nan},
                                       {6, 20.06}, // the line goes on
                                       {7, 20.07}}),
              "20.0 - 20.6 - 20.0 - nan 20.0 - ");
    EXPECT_EQ(passedOn(DeadBand{0.0}, {{0, 1.0}, {1, 1.0}, {2, 1.25}}), "1.00 - 1.25 ");
    EXPECT_EQ(passedOn(DeadBand{1e300}, {{0, -largest}, {1, largest}}).find('-', 1), std::string::npos);
}

TEST_F(FilterTest, PassesOnOneSampleInAStretchOfTime) {
    EXPECT_EQ(passedOn(Decimation{Duration(10)}, {{-21, 1.0},
                                                  {-20, 2.0}, // the next stretch begins
                                                  {-11, 3.0},
                                                  {-1, 4.0},
                                                  {0, 5.0},
                                                  {9, 6.0},
                                                  {8, 7.0},
                                                  {30, nan},
                                                  {31, 8.0},
                                                  {47, infinity},
                                                  {50, 9.0}}),
              "1.00 2.00 - 4.00 5.00 - - nan - nan 9.00 ");
}

TEST_F(FilterTest, SurvivesTheEndsOfTimeAndOfNumbers) {
    const std::vector<StepSettings> kinds{MovingAverage{Duration::max()},
                                          MovingAverage{1ns},
                                          MovingMedian{Duration::max()},
                                          MovingMedian{1ns},
                                          DeadBand{},
                                          Decimation{Duration::max()},
                                          Decimation{1ns},
                                          RateOfChange{1h},
                                          HampelFilter{Duration::max(), 3.0},
                                          ExponentialSmoothing{1ns},
                                          UnitConversion{},
                                          ExponentialSmoothing{Duration::max()},
                                          HampelFilter{1ns, 0.0},
                                          MovingAverage{24h}};
    const std::int64_t times[]{std::numeric_limits<std::int64_t>::min(), -1, 0, 1,
                               std::numeric_limits<std::int64_t>::max()};
    const double values[]{largest, -largest, 0.0,      -0.0, std::numeric_limits<double>::denorm_min(),
                          nan,     infinity, -infinity};
    std::uniform_int_distribution<std::size_t> value(0, std::size(values) - 1);
    for (const StepSettings& settings : kinds) {
        const auto filter = makeFilter(settings, Unit::Celsius);
        for (const std::int64_t time : times) {
            for (int i = 0; i < 100; ++i) {
                const auto result = filter->filter(fromNanoseconds(time), values[value(m_random)]);
                EXPECT_TRUE(!result || !std::isinf(*result)) << "kind " << settings.index();
            }
        }
        // What was at the ends leaves no trace in a window that has gone on.
        const auto result = filter->filter(Timestamp::max(), 20.0);
        EXPECT_TRUE(!std::holds_alternative<MovingAverage>(settings) || (result && std::isfinite(*result)));
    }
}

TEST_F(FilterTest, ForgetsAHugeValueOnceItIsOutOfTheWindow) {
    const auto filter = makeFilter(MovingAverage{10ns}, Unit::Celsius);
    filter->filter(fromNanoseconds(0), 1e300);
    for (int i = 1; i < 10; ++i)
        filter->filter(fromNanoseconds(i), 0.1);
    EXPECT_NEAR(filter->filter(fromNanoseconds(10), 0.1).value(), 0.1, 1e-15);
}

TEST_F(FilterTest, HoldsTheNewestMillionOfAFasterStream) {
    const auto most = static_cast<std::int64_t>(TrailingWindow::mostSamples);
    const auto average = makeFilter(MovingAverage{1h}, Unit::Celsius);
    const auto median = makeFilter(MovingMedian{1h}, Unit::Celsius);
    double lastMean = 0.0;
    double lastMedian = 0.0;
    for (std::int64_t i = 0; i < most + 1'000; ++i) {
        lastMean = average->filter(fromNanoseconds(i), static_cast<double>(i)).value();
        lastMedian = median->filter(fromNanoseconds(i), static_cast<double>(i)).value();
    }
    const double expected = 1'000.0 + static_cast<double>(most - 1) / 2.0;
    EXPECT_EQ(lastMean, expected);
    EXPECT_EQ(lastMedian, expected);
}

TEST_F(FilterTest, IsMadeForFiltersOfOneChannelOnly) {
    for (const StepSettings& settings : {StepSettings(RangeRule{}), StepSettings(ChannelDifference{}),
                                         StepSettings(TumblingWindow{}), StepSettings(AlarmRule{})})
        EXPECT_EQ(makeFilter(settings, Unit::Celsius), nullptr);
}

TEST_F(FilterTest, TellsAHistoryOfCelsiusWhatItMakes) {
    EXPECT_EQ(derivedUnit(MovingAverage{1s}, Unit::Celsius), Unit::Celsius);
    EXPECT_EQ(derivedUnit(MovingAverage{1s}, Unit::None), Unit::None);
    EXPECT_EQ(derivedUnit(UnitConversion{Unit::Kelvin}, Unit::Celsius), Unit::None);
    EXPECT_EQ(derivedUnit(UnitConversion{Unit::Celsius}, Unit::Celsius), Unit::Celsius);
    EXPECT_EQ(derivedUnit(RateOfChange{}, Unit::Celsius), Unit::None);
    EXPECT_EQ(derivedUnit(ChannelDifference{}, Unit::Celsius), Unit::None);
}

} // namespace
} // namespace rillscope
