// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"

namespace rillscope {

class SampleForest;

/// The answer that a reader was given last about the columns of one channel. The next answer is made of it:
/// samples that came since are added, late ones where they belong, and only columns that were not in the grid
/// are asked for. It is to the bit the answer that the history would give without it: where it can't be, for
/// a grid of other columns, or since samples of it have been evicted or restored, all is asked for anew.
/// Memory: 180 bytes a column. Thread: of the reader, one for each reader and channel; for one history only.
/// See ChannelHistory::query().
class ColumnCache {
public:
    void query(const SampleForest& forest, const ColumnGrid& grid, ColumnQueryResult& result);

    /// Of the answers so far, those for which all columns were asked for.
    std::int64_t fullQueryCount() const { return m_fullQueryCount; }

private:
    bool update(const SampleForest& forest, const ColumnGrid& grid);
    void askAnew(const SampleForest& forest, const ColumnGrid& grid);
    bool isStale(const SampleForest& forest) const;
    bool moveTo(const SampleForest& forest, const ColumnGrid& grid);
    void moveForward(const SampleForest& forest, int columns);
    void moveBack(const SampleForest& forest, int columns);
    void ask(const SampleForest& forest, const ColumnGrid& part);

    ColumnGrid m_grid;
    ColumnQueryResult m_all; ///< with the columns that are empty; none before the first answer
    std::int64_t m_size = 0; ///< samples in it
    std::int64_t m_firstKept = 0;
    std::int64_t m_restoredState = 0;
    std::int64_t m_fullQueryCount = 0;
    ColumnQueryResult m_part; ///< of columns that come in
};

} // namespace rillscope
