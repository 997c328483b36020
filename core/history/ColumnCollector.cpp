// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnCollector.h"

#include "core/history/PlainRun.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
using Node = SampleForest::Node;
using Run = SampleForest::Run;

std::int64_t plusSaturated(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? Limits::max() : sum;
}

std::int64_t minusSaturated(std::int64_t a, std::int64_t b) {
    std::int64_t difference = 0;
    return __builtin_sub_overflow(a, b, &difference) ? Limits::min() : difference;
}

TimedValue timedValue(std::int64_t time, double value) {
    return {fromNanoseconds(time), value};
}

ColumnGroup toGroup(std::int64_t column, const M4& m4) {
    return {column,
            timedValue(m4.firstTime, m4.firstValue),
            timedValue(m4.lastTime, m4.lastValue),
            timedValue(m4.minimumTime, m4.minimum),
            timedValue(m4.maximumTime, m4.maximum),
            m4.count,
            m4.breakBefore,
            m4.isEnvelope};
}

M4 fromGroup(const ColumnGroup& group) {
    return {group.count,
            toNanoseconds(group.first.time),
            toNanoseconds(group.last.time),
            group.first.value,
            group.last.value,
            group.minimum.value,
            group.maximum.value,
            group.breakBefore,
            group.isEnvelope,
            toNanoseconds(group.minimum.time),
            toNanoseconds(group.maximum.time)};
}

} // namespace

void ColumnCollector::clear(ColumnQueryResult& result, const ColumnGrid& grid) {
    result.before.reset();
    result.after.reset();
    result.breakBeforeAfter = false;
    result.columns.clear();
    result.columns.resize(static_cast<std::size_t>(grid.count));
}

void ColumnCollector::removeEmpty(ColumnQueryResult& result) {
    std::erase_if(result.columns, [](const ColumnGroup& group) { return group.count == 0; });
}

ColumnCollector::ColumnCollector(const ColumnGrid& grid, ColumnQueryResult& result)
    : m_grid(grid), m_result(result) {
    const std::int64_t firstColumn = std::max(grid.first, grid.columnOf(Timestamp::min()));
    const std::int64_t lastColumn =
        std::min(plusSaturated(grid.first, grid.count - 1), grid.columnOf(Timestamp::max()));
    if (firstColumn > lastColumn)
        return;
    m_gridFirst = toNanoseconds(ColumnGrid{grid.width, firstColumn, 1}.begin());
    m_gridLast = lastColumn == grid.columnOf(Timestamp::max())
                     ? Limits::max()
                     : toNanoseconds(ColumnGrid{grid.width, lastColumn, 1}.end()) - 1;
}

void ColumnCollector::collect(const SampleForest& forest, std::int64_t begin, std::int64_t end) {
    if (m_gridFirst > m_gridLast)
        return; // the grid lies beyond the range of Timestamp
    const SampleForest::Visit visit = forest.visit();
    forest.walk(begin, end, *this);
    closeColumn();
}

bool ColumnCollector::takeElsewhere(const M4& m4) {
    if (m4.count == 0)
        return true;
    if (m4.lastTime < m_gridFirst) {
        offerBefore(m4.lastTime, m4.lastValue);
        return true;
    }
    if (m4.firstTime > m_gridLast) {
        offerAfter(m4.firstTime, m4.firstValue, m4.breakBefore);
        return true;
    }
    if (m4.firstTime < m_gridFirst || m4.lastTime > m_gridLast)
        return false;
    const auto length = static_cast<std::uint64_t>(m4.lastTime) - static_cast<std::uint64_t>(m4.firstTime);
    if (length >= static_cast<std::uint64_t>(m_grid.width.count()))
        return false;
    if (!isInOpenColumn(m4.firstTime))
        openColumnOf(m4.firstTime);
    if (m4.lastTime > m_columnLast)
        return false;
    m_m4.merge(m4);
    return true;
}

void ColumnCollector::scan(const Run& run, int from, const Node* leaf) {
    if (leaf && leaf->isPlain)
        scanPlain(run, leaf->m4);
    else
        scanAny(run, from);
}

void ColumnCollector::scanPlain(const Run& run, const M4& all) {
    int begin = 0;
    if (all.firstTime < m_gridFirst) {
        begin = firstTimeAfter(run, 0, run.size, m_gridFirst - 1);
        offerBefore(run.times[begin - 1], run.values[begin - 1]);
    }
    while (begin < run.size) {
        const std::int64_t time = begin == 0 ? all.firstTime : run.times[begin];
        if (time > m_gridLast) {
            offerAfter(time, run.values[begin], run.breaksBefore(begin));
            return;
        }
        if (!isInOpenColumn(time))
            openColumnOf(time);
        const int end =
            all.lastTime <= m_columnLast ? run.size : firstTimeAfter(run, begin + 1, run.size, m_columnLast);
        addPart(run, begin, end, all);
        begin = end;
    }
}

void ColumnCollector::addPart(const Run& run, int begin, int end, const M4& all) {
    // Of its two ends one is known, and the other next to where the leaf was cut.
    M4 part = begin == 0 ? M4::of(all.firstTime, all.firstValue, all.breakBefore)
                         : M4::of(run.times[begin], run.values[begin], run.breaksBefore(begin));
    part.merge(end == run.size ? M4::of(all.lastTime, all.lastValue, false)
                               : M4::of(run.times[end - 1], run.values[end - 1], false));
    part.count = end - begin;
    // An extreme of the leaf is one of the part that it lies in.
    const auto has = [&part](std::int64_t time) { return time >= part.firstTime && time <= part.lastTime; };
    const bool knowsMinimum = has(all.minimumTime);
    const bool knowsMaximum = has(all.maximumTime);
    if (knowsMinimum) {
        part.minimum = all.minimum;
        part.minimumTime = all.minimumTime;
    }
    if (knowsMaximum) {
        part.maximum = all.maximum;
        part.maximumTime = all.maximumTime;
    }
    const bool isTail = m_m4.count == 0 && end == run.size;
    const bool isKnown = (knowsMinimum || (m_m4.count > 0 && all.minimum >= m_m4.minimum)) &&
                         (knowsMaximum || (m_m4.count > 0 && all.maximum <= m_m4.maximum));
    if (!isKnown && !isTail) {
        addPlain(m_m4, run, begin, end);
        return;
    }
    m_m4.merge(part);
    if (!isKnown) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        m_tail =
            Tail{run, begin, knowsMinimum ? infinity : all.minimum, knowsMaximum ? -infinity : all.maximum};
    }
}

void ColumnCollector::addExtremesOfTail() {
    const auto [run, begin, minimum, maximum] = *m_tail;
    m_tail.reset();
    if (minimum > m_m4.minimum && maximum < m_m4.maximum)
        return;
    M4 tail{};
    addPlain(tail, run, begin, run.size);
    // All else in the column came later, so that of equals these are the first.
    if (tail.minimum <= m_m4.minimum) {
        m_m4.minimum = tail.minimum;
        m_m4.minimumTime = tail.minimumTime;
    }
    if (tail.maximum >= m_m4.maximum) {
        m_m4.maximum = tail.maximum;
        m_m4.maximumTime = tail.maximumTime;
    }
}

void ColumnCollector::scanAny(const Run& run, int from) {
    for (int i = from; i < run.size; ++i) {
        if (std::isfinite(run.values[i]))
            takeSample(M4::of(run.times[i], run.values[i], run.breaksBefore(i)));
    }
}

void ColumnCollector::takeEnvelope(const Node& node) {
    const M4& m4 = node.m4;
    std::array<TimedValue, 4> known{
        timedValue(m4.firstTime, m4.firstValue), timedValue(m4.minimumTime, m4.minimum),
        timedValue(m4.maximumTime, m4.maximum), timedValue(m4.lastTime, m4.lastValue)};
    if (m4.maximumTime < m4.minimumTime)
        std::swap(known[1], known[2]);
    for (auto next = known.begin(); next != known.end(); ++next) {
        if (std::find(known.begin(), next, *next) != next)
            continue;
        // Where a gap lies is not known any more: better no line than one across it.
        const bool breakBefore = next == known.begin() ? m4.breakBefore : node.breaksInside;
        M4 sample = M4::of(toNanoseconds(next->time), next->value, breakBefore);
        sample.isEnvelope = true;
        takeSample(sample);
    }
}

void ColumnCollector::takeSample(const M4& sample) {
    if (sample.firstTime < m_gridFirst) {
        offerBefore(sample.firstTime, sample.firstValue);
    } else if (sample.firstTime > m_gridLast) {
        offerAfter(sample.firstTime, sample.firstValue, sample.breakBefore);
    } else {
        if (!isInOpenColumn(sample.firstTime))
            openColumnOf(sample.firstTime);
        m_m4.merge(sample);
    }
}

void ColumnCollector::openColumnOf(std::int64_t time) {
    closeColumn();
    const std::int64_t width = m_grid.width.count();
    const std::int64_t remainder = time % width;
    const std::int64_t offset = remainder < 0 ? remainder + width : remainder;
    m_column = m_grid.columnOf(fromNanoseconds(time));
    m_columnFirst = minusSaturated(time, offset);
    m_columnLast = plusSaturated(time, width - 1 - offset);
}

void ColumnCollector::closeColumn() {
    if (m_m4.count == 0)
        return;
    if (m_tail)
        addExtremesOfTail();
    ColumnGroup& group = m_result.columns[static_cast<std::size_t>(m_column - m_grid.first)];
    if (group.count > 0) { // samples out of order lead back to a column; those in the group came earlier
        M4 m4 = fromGroup(group);
        m4.merge(m_m4);
        m_m4 = m4;
    }
    group = toGroup(m_column, m_m4);
    m_m4.count = 0;
}

void ColumnCollector::offerBefore(std::int64_t time, double value) {
    if (!m_result.before || time >= toNanoseconds(m_result.before->time))
        m_result.before = timedValue(time, value);
}

void ColumnCollector::offerAfter(std::int64_t time, double value, bool breakBefore) {
    if (m_result.after && time >= toNanoseconds(m_result.after->time))
        return;
    m_result.after = timedValue(time, value);
    m_result.breakBeforeAfter = breakBefore;
}

} // namespace rillscope
