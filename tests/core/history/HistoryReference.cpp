// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/HistoryReference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>

namespace rillscope::test {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
using DoubleLimits = std::numeric_limits<double>;

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t start = 1'767'225'600 * second;

std::int64_t timeOf(StreamKind kind, std::int64_t index, std::int64_t size, std::mt19937_64& random) {
    const std::int64_t regular = start + index * second / 10;
    const auto below = [&random](std::int64_t limit) {
        return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
    };
    switch (kind) {
    case StreamKind::EveryNanosecond:
        return start + index;
    case StreamKind::Jittered:
        return regular + below(4 * second);
    case StreamKind::EqualTimes:
        return start + index / 37 * second;
    case StreamKind::BeforeTheEpoch:
        return (index - size / 2) * second / 10 + below(second / 20);
    case StreamKind::Descending:
        return start - index * second / 10;
    case StreamKind::WithGaps:
        return regular + index / 300 * 1'000 * second;
    case StreamKind::Shuffled:
        return start + below(size * second / 10);
    case StreamKind::ExtremeTimes:
        return index % 3 == 0   ? Limits::min() + below(5)
               : index % 3 == 1 ? Limits::max() - below(5)
                                : below(99);
    case StreamKind::Regular:
    case StreamKind::WithNonFinite:
    case StreamKind::NothingFinite:
        break;
    }
    return regular;
}

double nonFinite(std::int64_t index) {
    const double values[] = {DoubleLimits::quiet_NaN(), DoubleLimits::infinity(), -DoubleLimits::infinity()};
    return values[index % 3];
}

TimedValue timedValue(const ChannelHistory& history, std::int64_t index) {
    return {history.eventTime(index), history.value(index)};
}

void addTo(ColumnGroup& group, const TimedValue& sample, bool breakBefore) {
    if (group.count == 0 || sample.time < group.first.time) {
        group.first = sample;
        group.breakBefore = breakBefore;
    }
    if (group.count == 0 || sample.time >= group.last.time)
        group.last = sample;
    if (group.count == 0 || sample.value < group.minimum.value)
        group.minimum = sample;
    if (group.count == 0 || sample.value > group.maximum.value)
        group.maximum = sample;
    ++group.count;
}

std::string text(const TimedValue& sample) {
    return std::to_string(toNanoseconds(sample.time)) + ' ' +
           std::to_string(std::bit_cast<std::uint64_t>(sample.value)) + "; ";
}

std::string text(const ColumnGroup& group) {
    return std::to_string(group.column) + ": " + text(group.first) + text(group.last) + text(group.minimum) +
           text(group.maximum) + std::to_string(group.count) + (group.breakBefore ? " break" : "");
}

std::string text(const std::optional<TimedValue>& sample) {
    return sample ? text(*sample) : "none";
}

} // namespace

SampleStream makeStream(StreamKind kind, int size, std::mt19937_64& random) {
    std::normal_distribution<double> normal(20.0, 5.0);
    SampleStream stream;
    for (std::int64_t index = 0; index < size; ++index) {
        double value = std::round(normal(random) * 4.0) / 4.0; // coarse, so that extremes tie
        if (value == 20.0)
            value = index % 2 == 0 ? 0.0 : -0.0;
        const bool isInRun = index / 50 % 9 == 3 || index % 1'001 == 7;
        if (kind == StreamKind::NothingFinite || (kind == StreamKind::WithNonFinite && isInRun))
            value = nonFinite(index);
        stream.push_back({fromNanoseconds(timeOf(kind, index, size, random)), value});
    }
    return stream;
}

void appendAll(ChannelHistory& history, const SampleStream& stream) {
    for (const auto& [time, value] : stream)
        history.append(time, value, {});
}

ColumnQueryResult queryByBruteForce(const ChannelHistory& history, std::int64_t size,
                                    const ColumnGrid& grid) {
    ColumnQueryResult result;
    std::map<std::int64_t, ColumnGroup> groups;
    for (std::int64_t index = 0; index < size; ++index) {
        const TimedValue sample = timedValue(history, index);
        if (!std::isfinite(sample.value))
            continue;
        const std::int64_t column = grid.columnOf(sample.time);
        if (column < grid.first) {
            if (!result.before || sample.time >= result.before->time)
                result.before = sample;
        } else if (static_cast<std::uint64_t>(column) - static_cast<std::uint64_t>(grid.first) >=
                   static_cast<std::uint64_t>(grid.count)) {
            if (!result.after || sample.time < result.after->time) {
                result.after = sample;
                result.breakBeforeAfter = history.breaksBefore(index);
            }
        } else {
            groups[column].column = column;
            addTo(groups[column], sample, history.breaksBefore(index));
        }
    }
    for (const auto& [column, group] : groups)
        result.columns.push_back(group);
    return result;
}

void expectSame(const ColumnQueryResult& actual, const ColumnQueryResult& expected) {
    EXPECT_EQ(text(actual.before), text(expected.before));
    EXPECT_EQ(text(actual.after), text(expected.after));
    EXPECT_EQ(actual.breakBeforeAfter, expected.breakBeforeAfter);
    ASSERT_EQ(actual.columns.size(), expected.columns.size());
    for (std::size_t i = 0; i < expected.columns.size(); ++i)
        ASSERT_EQ(text(actual.columns[i]), text(expected.columns[i]));
}

} // namespace rillscope::test
