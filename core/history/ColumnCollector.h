// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "core/history/SampleForest.h"

#include <optional>

namespace rillscope {

/// A walk over a SampleForest that deals out samples and summaries to the columns of a grid. Neighbours in
/// the walk mostly belong to the same column, so one column at a time is open: its bounds and its M4 are at
/// hand, and a division is needed only where the column changes.
class ColumnCollector {
public:
    /// All columns of the grid, empty, as a collector needs them.
    static void clear(ColumnQueryResult& result, const ColumnGrid& grid);
    /// Leaves those that have samples.
    static void removeEmpty(ColumnQueryResult& result);

    /// Adds to what `result` has. Preconditions: it has all columns of the grid, empty or not; grid.width and
    /// grid.count are positive.
    ColumnCollector(const ColumnGrid& grid, ColumnQueryResult& result);

    /// Samples [begin, end), which arrived after those of the result.
    void collect(const SampleForest& forest, std::int64_t begin, std::int64_t end);

    // For the walk.
    bool take(const SampleForest::Node& node) {
        if (node.m4.firstTime < m_columnFirst || node.m4.lastTime > m_columnLast)
            return takeElsewhere(node.m4);
        m_m4.merge(node.m4);
        return true;
    }
    void scan(const SampleForest::Run& run, int from, const SampleForest::Node* leaf);
    /// Takes what is known of samples that are gone: up to four of them, at their exact places.
    void takeEnvelope(const SampleForest::Node& node);

private:
    /// Takes a summary that is not entirely within the open column. Returns false when it spans columns and
    /// its parts must be visited one by one.
    bool takeElsewhere(const M4& m4);
    /// `all`: of the run.
    void scanPlain(const SampleForest::Run& run, const M4& all);
    void addPart(const SampleForest::Run& run, int begin, int end, const M4& all);
    void addExtremesOfTail();
    void scanAny(const SampleForest::Run& run, int from);
    void takeSample(const M4& sample);
    bool isInOpenColumn(std::int64_t time) const { return time >= m_columnFirst && time <= m_columnLast; }
    void openColumnOf(std::int64_t time);
    void closeColumn();
    void offerBefore(std::int64_t time, double value);
    void offerAfter(std::int64_t time, double value, bool breakBefore);

    const ColumnGrid m_grid;
    ColumnQueryResult& m_result;
    // All times are ns and both ends belong to the range.
    std::int64_t m_gridFirst = 1;
    std::int64_t m_gridLast = 0;
    std::int64_t m_columnFirst = 1;
    std::int64_t m_columnLast = 0;
    std::int64_t m_column = 0;
    M4 m_m4{}; ///< of the open column
    /// The end of a leaf with which the open column begins: m_m4 has its ends, but not yet its extremes.
    /// Mostly the rest of the column makes them irrelevant, and they are never looked for.
    struct Tail {
        SampleForest::Run run;
        int begin;
        double minimum; ///< may be as low as that of the leaf; an infinity when it is known
        double maximum;
    };
    std::optional<Tail> m_tail;
};

} // namespace rillscope
