// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/MarkIndex.h"

namespace rillscope {

/// A walk over a MarkIndex that finds the first mark of each kind in each cell of a grid. What lies in cells
/// that have all its kinds already is passed over, so that many marks cost no more than few.
class MarkCollector {
public:
    /// Empties `result`. Precondition: cells.width and cells.count are positive.
    MarkCollector(const SampleForest& forest, const ColumnGrid& cells, std::vector<SampleMark>& result);

    /// False when the grid lies beyond the range of Timestamp.
    bool hasCells() const { return m_first <= m_last; }

    /// Whether there is nothing to be found below.
    bool skips(const MarkIndex::Summary& summary) const;
    void visit(const MarkIndex::Block& block);
    void scan(const SampleForest::Run& run);

private:
    std::size_t cellOf(std::int64_t time) const;
    bool isInGrid(std::int64_t time) const { return time >= m_first && time <= m_last; }
    void openCellOf(std::int64_t time);
    void offer(std::int64_t time, double value, unsigned kinds);

    const SampleForest& m_forest;
    const ColumnGrid m_cells;
    std::vector<SampleMark>& m_result;
    std::vector<std::uint8_t> m_found; ///< kinds, by cell
    // All times are ns and both ends belong to the range.
    std::int64_t m_first = 1;
    std::int64_t m_last = 0;
    std::int64_t m_openFirst = 1; ///< of the cell that was last looked at
    std::int64_t m_openLast = 0;
    std::size_t m_open = 0;
};

} // namespace rillscope
