// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/ChannelHistory.h"
#include "core/history/Histogram.h"

#include <limits>

namespace rillscope {

/// How finite values are spread.
struct Spread {
    RunningStatistics statistics;
    double median = std::numeric_limits<double>::quiet_NaN();
    double ninetieth = std::numeric_limits<double>::quiet_NaN();
    double ninetyNinth = std::numeric_limits<double>::quiet_NaN();
    Histogram histogram;
};

/// What the samples of one channel in a range of time are like. Units: values in the unit asked for;
/// intervals in seconds, each from the newest event time to the next that is not before it, so that a late
/// sample makes none. Up to mostExact samples everything is exact. Of more, some leaves of 256 are looked at,
/// one in each `leafStride` of them at a place that is drawn, but always the same one, so that a picture of
/// them does not flicker; intervals are those within leaves that were looked at side by side.
struct RangeInsight {
    static constexpr std::int64_t mostExact = 100'000;
    static constexpr std::int64_t mostLeaves = 400;

    Unit unit = Unit::None;
    Spread values;
    Spread intervals;
    std::int64_t backward = 0; ///< samples from before the newest; they make no interval
    std::int64_t inRange = 0;  ///< samples at hand, values that are not finite included
    std::int64_t lookedAt = 0; ///< of these
    std::int64_t evicted = 0;  ///< of the range, besides; they have no values any more
    std::int64_t leafStride = 1;

    bool isExact() const { return lookedAt == inRange; }
};

/// Of the samples with event time in [begin, end), in a unit to convert °C to (None: as they are). Any
/// thread, while the history grows. Cost: O(log n) for samples in order, and that of mostExact samples at
/// most.
RangeInsight insightOf(const ChannelHistory& history, Timestamp begin, Timestamp end, Unit unit);

} // namespace rillscope
