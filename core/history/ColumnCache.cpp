// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnCache.h"

#include "core/history/ColumnCollector.h"

#include <algorithm>
#include <iterator>

namespace rillscope {
namespace {

bool isEmpty(const ColumnGroup& group) {
    return group.count == 0;
}

/// Whether it begins and ends within the range of Timestamp.
bool isWithinTime(const ColumnGrid& grid) {
    std::int64_t end = 0;
    std::int64_t time = 0;
    return !__builtin_add_overflow(grid.first, grid.count, &end) &&
           !__builtin_mul_overflow(end, grid.width.count(), &time) &&
           !__builtin_mul_overflow(grid.first, grid.width.count(), &time);
}

} // namespace

void ColumnCache::query(const SampleForest& forest, const ColumnGrid& grid, ColumnQueryResult& result) {
    const SampleForest::Visit visit = forest.visit();
    if (!update(forest, grid))
        askAnew(forest, grid);
    result.before = m_all.before;
    result.after = m_all.after;
    result.breakBeforeAfter = m_all.breakBeforeAfter;
    result.columns.clear();
    std::remove_copy_if(m_all.columns.begin(), m_all.columns.end(), std::back_inserter(result.columns),
                        isEmpty);
}

void ColumnCache::askAnew(const SampleForest& forest, const ColumnGrid& grid) {
    // In this order: what is evicted from here on is found to be so the next time, and all that had been
    // evicted before lies within the size, so that no leaf is cut by it and counted twice.
    m_firstKept = forest.firstKept();
    m_restoredState = forest.restoredState();
    m_size = forest.size();
    m_grid = grid;
    ColumnCollector::clear(m_all, grid);
    ColumnCollector(grid, m_all).collect(forest, 0, m_size);
    ++m_fullQueryCount;
}

bool ColumnCache::update(const SampleForest& forest, const ColumnGrid& grid) {
    if (m_all.columns.empty() || !moveTo(forest, grid))
        return false;
    const std::int64_t size = forest.size();
    ColumnCollector(grid, m_all).collect(forest, m_size, size);
    m_size = size;
    return !isStale(forest); // last, since they may be evicted at any moment
}

bool ColumnCache::isStale(const SampleForest& forest) const {
    // Evicted, the samples of one column look as before, those of several do not; and restored, as they did
    // once. Before the grid that makes no difference.
    const std::int64_t begin = toNanoseconds(m_grid.begin());
    return (forest.firstKept() != m_firstKept && forest.latestEvicted() >= begin) ||
           (forest.restoredState() != m_restoredState && forest.latestRestored() >= begin);
}

bool ColumnCache::moveTo(const SampleForest& forest, const ColumnGrid& grid) {
    std::int64_t distance = 0;
    // A grid within time has no column in common with one beyond it, of which nothing is known.
    if (grid.width != m_grid.width || grid.count != m_grid.count || !isWithinTime(grid) ||
        __builtin_sub_overflow(grid.first, m_grid.first, &distance) || distance <= -grid.count ||
        distance >= grid.count)
        return false;
    m_grid = grid;
    if (distance > 0)
        moveForward(forest, static_cast<int>(distance));
    else if (distance < 0)
        moveBack(forest, static_cast<int>(-distance));
    return true;
}

void ColumnCache::moveForward(const SampleForest& forest, int columns) {
    auto& all = m_all.columns;
    const auto last = std::find_if_not(all.rend() - columns, all.rend(), isEmpty);
    if (last != all.rend())
        m_all.before = last->last;
    all.erase(all.begin(), all.begin() + columns);
    if (m_all.after) {
        ask(forest, {m_grid.width, m_grid.first + m_grid.count - columns, columns});
        m_all.after = m_part.after;
        m_all.breakBeforeAfter = m_part.breakBeforeAfter;
        all.insert(all.end(), m_part.columns.begin(), m_part.columns.end());
    }
    all.resize(static_cast<std::size_t>(m_grid.count));
}

void ColumnCache::moveBack(const SampleForest& forest, int columns) {
    auto& all = m_all.columns;
    const auto first = std::find_if_not(all.end() - columns, all.end(), isEmpty);
    if (first != all.end()) {
        m_all.after = first->first;
        m_all.breakBeforeAfter = first->breakBefore;
    }
    all.erase(all.end() - columns, all.end());
    ColumnCollector::clear(m_part, {m_grid.width, m_grid.first, columns});
    if (m_all.before) {
        ask(forest, {m_grid.width, m_grid.first, columns});
        m_all.before = m_part.before;
    }
    all.insert(all.begin(), m_part.columns.begin(), m_part.columns.end());
}

void ColumnCache::ask(const SampleForest& forest, const ColumnGrid& part) {
    ColumnCollector::clear(m_part, part);
    ColumnCollector(part, m_part).collect(forest, 0, m_size);
}

} // namespace rillscope
