// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/MarkCollector.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

constexpr unsigned allKinds = (1U << MarkIndex::kindCount) - 1U;

} // namespace

MarkCollector::MarkCollector(const SampleForest& forest, const ColumnGrid& cells,
                             std::vector<SampleMark>& result)
    : m_forest(forest), m_cells(cells), m_result(result) {
    m_result.clear();
    const std::int64_t first = std::max(cells.first, cells.columnOf(Timestamp::min()));
    std::int64_t last = 0;
    if (__builtin_add_overflow(cells.first, cells.count - 1, &last))
        last = Limits::max();
    last = std::min(last, cells.columnOf(Timestamp::max()));
    if (first > last)
        return;
    m_first = toNanoseconds(ColumnGrid{cells.width, first, 1}.begin());
    m_last = last == cells.columnOf(Timestamp::max())
                 ? Limits::max()
                 : toNanoseconds(ColumnGrid{cells.width, last, 1}.end()) - 1;
    m_found.resize(static_cast<std::size_t>(cells.count));
}

std::size_t MarkCollector::cellOf(std::int64_t time) const {
    return static_cast<std::size_t>(m_cells.columnOf(fromNanoseconds(time)) - m_cells.first);
}

bool MarkCollector::skips(const MarkIndex::Summary& summary) const {
    if (summary.latest < m_first || summary.earliest > m_last)
        return true;
    const std::size_t first = cellOf(std::max(summary.earliest, m_first));
    const std::size_t last = cellOf(std::min(summary.latest, m_last));
    for (std::size_t cell = first; cell <= last; ++cell) {
        if ((summary.kinds & ~unsigned{m_found[cell]}) != 0)
            return false;
    }
    return true;
}

void MarkCollector::visit(const MarkIndex::Block& block) {
    const MarkIndex::Summary& summary = block.summary;
    if (skips(summary))
        return;
    const bool isInside = summary.earliest >= m_first && summary.latest <= m_last;
    if (!isInside || cellOf(summary.earliest) != cellOf(summary.latest)) {
        const SampleForest::Run run = m_forest.run(block.begin, block.begin + SampleForest::leafSize);
        if (run.size > 0) {
            scan(run);
            return;
        }
    }
    // Of evicted samples the firsts are all that is known.
    for (int kind = 0; kind < MarkIndex::kindCount; ++kind) {
        const MarkIndex::Place& place = block.firsts[static_cast<std::size_t>(kind)];
        if ((summary.kinds >> kind & 1) && isInGrid(place.time))
            offer(place.time, place.value, 1U << kind);
    }
}

void MarkCollector::scan(const SampleForest::Run& run) {
    if (!run.flags)
        return;
    for (int i = 0; i < run.size; ++i) {
        const unsigned kinds = run.flags[i] & allKinds;
        if (kinds != 0 && isInGrid(run.times[i]))
            offer(run.times[i], run.values[i], kinds);
    }
}

void MarkCollector::openCellOf(std::int64_t time) {
    m_open = cellOf(time);
    const ColumnGrid cell{m_cells.width, m_cells.first + static_cast<std::int64_t>(m_open), 1};
    m_openFirst = toNanoseconds(cell.begin());
    m_openLast = toNanoseconds(cell.end()) - 1;
}

void MarkCollector::offer(std::int64_t time, double value, unsigned kinds) {
    if (time < m_openFirst || time > m_openLast)
        openCellOf(time);
    const unsigned fresh = kinds & ~unsigned{m_found[m_open]};
    if (fresh == 0)
        return;
    m_found[m_open] = static_cast<std::uint8_t>(m_found[m_open] | fresh);
    for (const QualityFlag kind : allQualityFlags) {
        if (fresh & static_cast<unsigned>(kind))
            m_result.push_back({fromNanoseconds(time), value, kind});
    }
}

} // namespace rillscope
