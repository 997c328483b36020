// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>
#include <vector>

namespace rillscope {

/// The pixel columns of a plot, anchored to absolute time: column i covers [i · width, (i + 1) · width), so
/// that scrolling never moves a sample to another column of the same picture.
struct ColumnGrid {
    Duration width{1}; ///< of one column, at least 1 ns
    std::int64_t first = 0;
    int count = 0;

    /// Inclusive and exclusive; where a column lies beyond the range of Timestamp, the end of that range.
    Timestamp begin() const;
    Timestamp end() const;
    /// The column of a time, by floor division.
    std::int64_t columnOf(Timestamp time) const;
};

struct TimedValue {
    Timestamp time;
    double value = 0.0;
    friend bool operator==(const TimedValue&, const TimedValue&) = default;
};

/// All that is needed to draw the samples of one column exactly: first, last, lowest and highest, with their
/// times. NaN and infinite samples are not in it. Source: M4, Jugel et al., PVLDB 7(10), 2014.
struct ColumnGroup {
    std::int64_t column = 0;
    TimedValue first;
    TimedValue last;
    TimedValue minimum;
    TimedValue maximum;
    std::int64_t count = 0;
    bool breakBefore = false; ///< no line leads to `first`: a gap in time, or a NaN, lies before it
    /// Samples of it were evicted, and the summary that stands for them reaches into other columns too: what
    /// is told is true of those that are still known, up to four of a summary, and only these are counted.
    bool isEnvelope = false;

    friend bool operator==(const ColumnGroup&, const ColumnGroup&) = default;
};

/// What a plot of one channel shows: non-empty columns in the order of time, and one real sample beyond each
/// edge.
struct ColumnQueryResult {
    std::optional<TimedValue> before; ///< the last finite sample before the grid
    std::vector<ColumnGroup> columns;
    std::optional<TimedValue> after; ///< the first finite sample after the grid
    bool breakBeforeAfter = false;   ///< no line leads to `after`
    friend bool operator==(const ColumnQueryResult&, const ColumnQueryResult&) = default;
};

} // namespace rillscope
