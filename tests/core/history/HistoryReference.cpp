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

TimedValue timedValue(const RecordedSample& sample) {
    return {sample.eventTime, sample.value};
}

/// The answer to a query, made from one sample after the other.
class ReferenceQuery {
public:
    explicit ReferenceQuery(const ColumnGrid& grid) : m_grid(grid) {}

    void add(const RecordedSample& sample, bool isEnvelope) {
        const TimedValue point = timedValue(sample);
        const std::int64_t column = m_grid.columnOf(point.time);
        if (column < m_grid.first) {
            if (!m_result.before || point.time >= m_result.before->time)
                m_result.before = point;
        } else if (isAfter(column)) {
            if (!m_result.after || point.time < m_result.after->time) {
                m_result.after = point;
                m_result.breakBeforeAfter = sample.breakBefore;
            }
        } else {
            addTo(m_groups[column], point, sample.breakBefore);
            m_groups[column].column = column;
            m_groups[column].isEnvelope |= isEnvelope;
        }
    }

    /// Finite samples of which only the summary is left.
    void addSummarized(const Recording& samples, int breakCount) {
        const auto first = std::min_element(samples.begin(), samples.end(), isEarlier);
        const auto last = std::max_element(samples.rbegin(), samples.rend(), isEarlier);
        if (m_grid.columnOf(first->eventTime) == m_grid.columnOf(last->eventTime)) {
            for (const RecordedSample& sample : samples)
                add(sample, false);
            return;
        }
        const auto lowest = std::min_element(samples.begin(), samples.end(), isLower);
        const auto highest = std::max_element(samples.begin(), samples.end(), isLower);
        Recording known{*first, *lowest, *highest, *last};
        std::stable_sort(known.begin() + 1, known.begin() + 3, isEarlier);
        const bool breaksInside = breakCount > (first->breakBefore ? 1 : 0);
        std::vector<TimedValue> added;
        for (RecordedSample sample : known) {
            if (std::find(added.begin(), added.end(), timedValue(sample)) != added.end())
                continue;
            sample.breakBefore = added.empty() ? first->breakBefore : breaksInside;
            added.push_back(timedValue(sample));
            add(sample, true);
        }
    }

    ColumnQueryResult take() {
        for (const auto& [column, group] : m_groups)
            m_result.columns.push_back(group);
        return std::move(m_result);
    }

private:
    static bool isEarlier(const RecordedSample& a, const RecordedSample& b) {
        return a.eventTime < b.eventTime;
    }
    static bool isLower(const RecordedSample& a, const RecordedSample& b) { return a.value < b.value; }

    bool isAfter(std::int64_t column) const {
        return static_cast<std::uint64_t>(column) - static_cast<std::uint64_t>(m_grid.first) >=
               static_cast<std::uint64_t>(m_grid.count);
    }

    static void addTo(ColumnGroup& group, const TimedValue& sample, bool breakBefore) {
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

    const ColumnGrid m_grid;
    ColumnQueryResult m_result;
    std::map<std::int64_t, ColumnGroup> m_groups;
};

std::string text(const TimedValue& sample) {
    return std::to_string(toNanoseconds(sample.time)) + ' ' +
           std::to_string(std::bit_cast<std::uint64_t>(sample.value)) + "; ";
}

std::string text(const ColumnGroup& group) {
    return std::to_string(group.column) + ": " + text(group.first) + text(group.last) + text(group.minimum) +
           text(group.maximum) + std::to_string(group.count) + (group.breakBefore ? " break" : "") +
           (group.isEnvelope ? " envelope" : "");
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

Recording recordingOf(const ChannelHistory& history, std::int64_t size) {
    Recording recording;
    std::vector<RecordedSample> part;
    for (std::int64_t index = 0; index < size;) {
        index = history.read(index, size, part).end;
        recording.insert(recording.end(), part.begin(), part.end());
    }
    return recording;
}

ColumnQueryResult queryByBruteForce(const Recording& recording, std::int64_t evictedCount,
                                    const ColumnGrid& grid) {
    return queryByBruteForce(
        recording, [=](std::int64_t index) { return index < evictedCount; }, grid);
}

ColumnQueryResult queryByBruteForce(const Recording& recording, const IsEvicted& isEvicted,
                                    const ColumnGrid& grid) {
    constexpr std::size_t leafSize = 256;
    ReferenceQuery query(grid);
    for (std::size_t leaf = 0; leaf < recording.size(); leaf += leafSize) {
        Recording finite;
        int breaks = 0;
        for (std::size_t i = leaf; i < std::min(leaf + leafSize, recording.size()); ++i) {
            breaks += recording[i].breakBefore ? 1 : 0;
            if (std::isfinite(recording[i].value))
                finite.push_back(recording[i]);
        }
        if (!isEvicted(static_cast<std::int64_t>(leaf))) {
            for (const RecordedSample& sample : finite)
                query.add(sample, false);
        } else if (!finite.empty()) {
            query.addSummarized(finite, breaks);
        }
    }
    return query.take();
}

ColumnQueryResult queryByBruteForce(const ChannelHistory& history, std::int64_t size,
                                    const ColumnGrid& grid) {
    return queryByBruteForce(recordingOf(history, size), 0, grid);
}

std::int64_t nearestByBruteForce(const Recording& recording, std::int64_t evictedCount, Timestamp time) {
    return nearestByBruteForce(
        recording, [=](std::int64_t index) { return index < evictedCount; }, time);
}

std::int64_t nearestByBruteForce(const Recording& recording, const IsEvicted& isEvicted, Timestamp time) {
    const auto distance = [time](const RecordedSample& sample) {
        const auto from = static_cast<std::uint64_t>(toNanoseconds(std::min(sample.eventTime, time)));
        return static_cast<std::uint64_t>(toNanoseconds(std::max(sample.eventTime, time))) - from;
    };
    std::int64_t best = -1;
    for (std::int64_t index = 0; index < static_cast<std::int64_t>(recording.size()); ++index) {
        if (isEvicted(index))
            continue;
        const RecordedSample& here = recording[static_cast<std::size_t>(index)];
        const RecordedSample& there = recording[static_cast<std::size_t>(std::max<std::int64_t>(best, 0))];
        if (best < 0 ||
            std::pair(distance(here), here.eventTime) < std::pair(distance(there), there.eventTime))
            best = index;
    }
    return best;
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
