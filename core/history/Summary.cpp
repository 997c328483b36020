// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/Summary.h"

#include <algorithm>
#include <limits>

namespace rillscope {

Summary emptySummary() {
    Summary summary{};
    summary.earliest = std::numeric_limits<std::int64_t>::max();
    summary.latest = std::numeric_limits<std::int64_t>::min();
    return summary;
}

void Summary::addExtremes(std::int64_t time, double value, bool breakBefore) {
    const TimedTrivial sample{time, value};
    if (count == 0) {
        first = last = minimum = maximum = sample;
        breakBeforeFirst = breakBefore;
    } else {
        if (time < first.time) {
            first = sample;
            breakBeforeFirst = breakBefore;
        }
        if (time >= last.time)
            last = sample;
        if (value < minimum.value)
            minimum = sample;
        if (value > maximum.value)
            maximum = sample;
    }
    ++count;
}

void Summary::mergeExtremes(const Summary& later) {
    earliest = std::min(earliest, later.earliest);
    latest = std::max(latest, later.latest);
    if (later.count == 0)
        return;
    if (count == 0) {
        first = later.first;
        last = later.last;
        minimum = later.minimum;
        maximum = later.maximum;
        breakBeforeFirst = later.breakBeforeFirst;
    } else {
        if (later.first.time < first.time) {
            first = later.first;
            breakBeforeFirst = later.breakBeforeFirst;
        }
        if (later.last.time >= last.time)
            last = later.last;
        if (later.minimum.value < minimum.value)
            minimum = later.minimum;
        if (later.maximum.value > maximum.value)
            maximum = later.maximum;
    }
    count += later.count;
}

void Summary::merge(const Summary& later) {
    if (later.count > 0) {
        const auto mine = static_cast<double>(count);
        const auto theirs = static_cast<double>(later.count);
        const double delta = later.mean - mean;
        mean = count == 0 ? later.mean : mean + delta * theirs / (mine + theirs);
        squares += later.squares + (count == 0 ? 0.0 : delta * delta * mine * theirs / (mine + theirs));
    }
    mergeExtremes(later);
}

RunningStatistics Summary::statistics() const {
    if (count == 0)
        return {};
    return {count, mean, squares, minimum.value, maximum.value};
}

} // namespace rillscope
