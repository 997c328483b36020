// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChannelHistory.h"

#include "core/history/ColumnCollector.h"
#include "core/history/GapDetector.h"
#include "core/history/NearestSearch.h"
#include "core/history/SampleForest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
using Node = SampleForest::Node;
using Run = SampleForest::Run;

constexpr bool isQualityFlag(std::uint8_t bit) {
    for (const QualityFlag flag : allQualityFlags) {
        if (static_cast<std::uint8_t>(flag) == bit)
            return true;
    }
    return false;
}
static_assert(!isQualityFlag(SampleForest::breakFlag), "the break needs a bit of its own");

/// Statistics of what lies in [first, last], both inclusive.
struct StatisticsCollector {
    std::int64_t first = Limits::min();
    std::int64_t last = Limits::max();
    RunningStatistics statistics{};

    bool take(const Node& node) {
        const M4& m4 = node.m4;
        if (m4.count == 0 || m4.lastTime < first || m4.firstTime > last)
            return true;
        if (m4.firstTime < first || m4.lastTime > last)
            return false;
        statistics.merge(node.statistics());
        return true;
    }

    void scan(std::int64_t, const Run& run, const Node*) {
        for (int i = 0; i < run.size; ++i) {
            if (run.times[i] >= first && run.times[i] <= last && std::isfinite(run.values[i]))
                statistics.add(run.values[i]);
        }
    }
};

struct BoundsCollector {
    std::int64_t earliest = Limits::max();
    std::int64_t latest = Limits::min();

    bool take(const Node& node) {
        earliest = std::min(earliest, node.earliest);
        latest = std::max(latest, node.latest);
        return true;
    }

    void scan(std::int64_t, const Run& run, const Node*) {
        const auto [low, high] = std::minmax_element(run.times, run.times + run.size);
        earliest = std::min(earliest, *low);
        latest = std::max(latest, *high);
    }
};

} // namespace

struct ChannelHistory::Storage {
    SampleForest forest;
    GapDetector gaps{gapFactor};
    MarkIndex marks;
};

ChannelHistory::ChannelHistory() : m_storage(std::make_unique<Storage>()) {}

ChannelHistory::~ChannelHistory() = default;

void ChannelHistory::append(Timestamp eventTime, double value, Quality quality) {
    const std::int64_t time = toNanoseconds(eventTime);
    auto flags = static_cast<std::uint8_t>(quality.toInt());
    if (m_storage->gaps.breaksBefore(time, std::isfinite(value)))
        flags |= SampleForest::breakFlag;
    m_storage->marks.append(time, value, quality);
    m_storage->forest.append(time, value, flags);
}

std::int64_t ChannelHistory::size() const {
    return m_storage->forest.size();
}

Timestamp ChannelHistory::eventTime(std::int64_t index) const {
    return fromNanoseconds(m_storage->forest.time(index));
}

double ChannelHistory::value(std::int64_t index) const {
    return m_storage->forest.value(index);
}

Quality ChannelHistory::quality(std::int64_t index) const {
    return Quality::fromInt(m_storage->forest.flags(index) & ~SampleForest::breakFlag);
}

bool ChannelHistory::breaksBefore(std::int64_t index) const {
    return m_storage->forest.flags(index) & SampleForest::breakFlag;
}

std::optional<std::pair<Timestamp, Timestamp>> ChannelHistory::timeRange() const {
    const std::int64_t count = size();
    if (count == 0)
        return std::nullopt;
    BoundsCollector bounds;
    m_storage->forest.walk(count, bounds);
    return std::pair{fromNanoseconds(bounds.earliest), fromNanoseconds(bounds.latest)};
}

ColumnQueryResult ChannelHistory::query(const ColumnGrid& grid) const {
    ColumnQueryResult result;
    query(grid, result);
    return result;
}

void ChannelHistory::query(const ColumnGrid& grid, ColumnQueryResult& result) const {
    ColumnCollector collector(grid, result);
    if (!collector.hasColumns())
        return;
    m_storage->forest.walk(size(), collector);
    collector.finish();
}

void ChannelHistory::marks(const ColumnGrid& cells, std::vector<SampleMark>& result) const {
    const std::int64_t count = size();
    m_storage->marks.query(m_storage->forest, count, cells, result);
}

RunningStatistics ChannelHistory::statistics(Timestamp begin, Timestamp end) const {
    if (begin >= end)
        return {};
    StatisticsCollector collector{toNanoseconds(begin), toNanoseconds(end) - 1};
    m_storage->forest.walk(size(), collector);
    return collector.statistics;
}

RunningStatistics ChannelHistory::statistics() const {
    StatisticsCollector collector;
    m_storage->forest.walk(size(), collector);
    return collector.statistics;
}

std::optional<std::int64_t> ChannelHistory::nearest(Timestamp time) const {
    return NearestSearch(m_storage->forest, toNanoseconds(time)).search(size());
}

} // namespace rillscope
