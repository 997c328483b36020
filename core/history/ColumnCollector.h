// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/HistoryStorage.h"

#include <vector>

namespace rillscope {

/// Walks the forest once and gathers what each column of a grid shows. A node that lies in one column is
/// taken whole; only nodes that cross an edge are opened. Thread: one owner, over a storage of which `size`
/// samples are published.
class ColumnCollector {
public:
    ColumnCollector(const HistoryStorage& storage, const ColumnGrid& grid);

    ColumnQueryResult collect(std::int64_t size);

private:
    void visit(HistoryStorage::Node node);
    void visitSamples(std::int64_t from, std::int64_t to);
    void addSample(std::int64_t time, double value, bool breakBefore);
    void addOutside(const Summary& summary);
    void enterColumn(std::int64_t time);
    ColumnQueryResult result() const;

    const HistoryStorage& m_storage;
    const ColumnGrid m_grid;
    std::int64_t m_begin; ///< of the grid, ns
    std::int64_t m_end;
    std::vector<Summary> m_columns;
    Summary m_outsideBefore; ///< only `last` matters
    Summary m_outsideAfter;  ///< only `first` matters

    // The column of the latest sample: the next one is most often in the same.
    Summary* m_column = nullptr;
    std::int64_t m_columnBegin = 0;
    std::int64_t m_columnEnd = 0;
};

} // namespace rillscope
