// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/PlainRun.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

using Run = SampleForest::Run;

struct Extremes {
    double minimum;
    double maximum;
};

/// Of begin < end finite values. Four at a time, because each comparison must wait for the one before it.
Extremes extremesOf(const double* begin, const double* end) {
    double low[4] = {*begin, *begin, *begin, *begin};
    double high[4] = {*begin, *begin, *begin, *begin};
    const double* value = begin;
    for (; end - value >= 4; value += 4) {
        for (int i = 0; i < 4; ++i) {
            low[i] = std::min(low[i], value[i]);
            high[i] = std::max(high[i], value[i]);
        }
    }
    for (; value != end; ++value) {
        low[0] = std::min(low[0], *value);
        high[0] = std::max(high[0], *value);
    }
    return {std::min(std::min(low[0], low[1]), std::min(low[2], low[3])),
            std::max(std::max(high[0], high[1]), std::max(high[2], high[3]))};
}

} // namespace

bool isPlain(const std::int64_t* times, const double* values, int size) {
    return std::is_sorted(times, times + size) &&
           std::all_of(values, values + size, [](double value) { return std::isfinite(value); });
}

void addPlain(M4& m4, const Run& run, int begin, int end) {
    M4 added = M4::of(run.times[begin], run.values[begin], run.breaksBefore(begin));
    added.count = end - begin;
    added.lastTime = run.times[end - 1];
    added.lastValue = run.values[end - 1];
    const auto [minimum, maximum] = extremesOf(run.values + begin, run.values + end);
    // The times of extremes are looked for only where they will be kept.
    if (m4.count == 0 || minimum < m4.minimum) {
        const double* const place = std::find(run.values + begin, run.values + end, minimum);
        added.minimum = *place;
        added.minimumTime = run.times[static_cast<int>(place - run.values)];
    }
    if (m4.count == 0 || maximum > m4.maximum) {
        const double* const place = std::find(run.values + begin, run.values + end, maximum);
        added.maximum = *place;
        added.maximumTime = run.times[static_cast<int>(place - run.values)];
    }
    m4.merge(added);
}

int endOfTimesUpTo(const Run& run, int begin, std::int64_t last) {
    if (run.times[run.size - 1] <= last)
        return run.size;
    // Ever further ahead before it halves, since a pixel column may hold two samples or all of them.
    int step = 1;
    while (begin + step < run.size && run.times[begin + step] <= last)
        step *= 2;
    return firstTimeAfter(run, begin + step / 2, std::min(begin + step, run.size), last);
}

int firstTimeAfter(const Run& run, int begin, int end, std::int64_t time) {
    while (begin < end) {
        const int middle = begin + (end - begin) / 2;
        if (run.times[middle] <= time)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

} // namespace rillscope
