// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/ColumnQuery.h"
#include "core/history/MarkIndex.h"
#include "core/model/Sample.h"

#include <memory>
#include <optional>
#include <utility>

namespace rillscope {

/// Everything one channel has delivered, in the order of arrival, with levels of detail for drawing.
/// Thread: one writer (processing); any number of readers at any time, without locks. What a reader sees is
/// what had been appended completely when it asked; each call asks once. Units: event times ns since the Unix
/// epoch; temperatures in °C whatever the source sent, other values as sent. Shape: stable chunks of columns
/// (time, value, flags) that never move, under a forest of summaries: a node covers 256 · 16^k consecutive
/// samples with their time bounds, M4 and statistics, and is complete or absent. Nodes carry their time
/// bounds, so samples out of order are found in their right place without a side structure. Source: M4, Jugel
/// et al., PVLDB 7(10), 2014; implicit segment forest, Hume 2021.
class ChannelHistory {
public:
    ChannelHistory();
    ~ChannelHistory();
    ChannelHistory(const ChannelHistory&) = delete;
    ChannelHistory& operator=(const ChannelHistory&) = delete;

    /// Writer only. Amortized O(1). NaN and infinities are kept, but are in no summary.
    /// The line breaks before the first sample that comes in order after a NaN or an infinity, and before one
    /// after a silence of more than `gapFactor` times the channel's usual interval.
    void append(Timestamp eventTime, double value, Quality quality);

    static constexpr double gapFactor = 10.0;

    std::int64_t size() const;
    /// Precondition: 0 <= index < size(). In the order of arrival.
    Timestamp eventTime(std::int64_t index) const;
    double value(std::int64_t index) const;
    Quality quality(std::int64_t index) const;
    bool breaksBefore(std::int64_t index) const;

    /// Earliest and latest event time; nothing while empty.
    std::optional<std::pair<Timestamp, Timestamp>> timeRange() const;

    /// One M4 group per non-empty column. Cost: O(columns · 256) at worst for samples in order, whatever the
    /// size.
    /// Preconditions: the grid's width and count are positive. A grid beyond the range of Timestamp shows
    /// nothing, not even `before` and `after`.
    ColumnQueryResult query(const ColumnGrid& grid) const;
    /// The same into a result that is used again and again, once a frame.
    void query(const ColumnGrid& grid, ColumnQueryResult& result) const;

    /// Of each kind of mark, the first to arrive in each cell of the grid, in no order. See MarkIndex. Same
    /// preconditions. Empties `result`.
    void marks(const ColumnGrid& cells, std::vector<SampleMark>& result) const;

    /// Statistics of the finite samples with event time in [begin, end). O(log n) for samples in order.
    RunningStatistics statistics(Timestamp begin, Timestamp end) const;
    RunningStatistics statistics() const;

    /// The index of the sample nearest in event time (the earlier one of two as near); nothing while empty.
    std::optional<std::int64_t> nearest(Timestamp time) const;

private:
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace rillscope
