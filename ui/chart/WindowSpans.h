// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "core/process/window/WindowResults.h"

#include <limits>
#include <vector>

namespace rillscope {

/// Neighbouring pixel columns that show one row of a window step, or one column that several rows share: then
/// the band reaches from the least minimum to the greatest maximum, and the line over all of their values.
/// NaN: there is none.
struct WindowSpan {
    std::int64_t first = 0;                                ///< column
    std::int64_t end = 0;                                  ///< column, not included
    double low = std::numeric_limits<double>::quiet_NaN(); ///< of the band
    double high = std::numeric_limits<double>::quiet_NaN();
    double lineFirst = std::numeric_limits<double>::quiet_NaN();
    double lineLast = std::numeric_limits<double>::quiet_NaN();
    double lineLow = std::numeric_limits<double>::quiet_NaN();
    double lineHigh = std::numeric_limits<double>::quiet_NaN();
    bool isJoined = false; ///< its window begins where that of the span before ends
};

/// The aggregate that is drawn as a line: the mean, else the first there is of p50, last, first, max, min,
/// p90 and p99. Nothing when only a count or a standard deviation was asked for: they lie on another axis.
std::optional<Aggregate> lineAggregate(const QList<Aggregate>& aggregates);

/// The rows of one series as the columns of a plot show them. A row is drawn from its start to its end; where
/// windows overlap (HOP, CUMULATE), from the end of the row before to its own: over the slide or the step,
/// once they follow each other. Columns are anchored to absolute time, so that scrolling changes none of
/// them. Cost: each row is looked at once until the zoom changes, and in one update() as many as the budget
/// allows; what is left comes with the next ones. Memory: that of the columns. Thread: GUI.
class WindowSpans {
public:
    /// Rows that end after `limit` are left out. The rows looked at are taken from `budget`. Returns whether
    /// anything is not as it was.
    bool update(const WindowSeries& series, const ColumnGrid& grid, Timestamp limit, qsizetype& budget);

    /// In the order of time; some may lie outside of the grid.
    const std::vector<WindowSpan>& spans() const { return m_spans; }
    /// False when the budget did not reach.
    bool isComplete() const { return m_isComplete; }

private:
    bool restart(const ColumnGrid& grid);
    void forgetBefore(const ColumnGrid& grid);
    void add(const WindowRow& row, const WindowSeriesInfo& info, const ColumnGrid& grid);

    std::vector<WindowSpan> m_spans;
    Duration m_width{};    ///< of the columns; zero: not begun
    Timestamp m_from;      ///< all rows that end after it are in the spans,
    Timestamp m_scannedTo; ///< up to the one that ends here
    bool m_isComplete = true;
};

} // namespace rillscope
