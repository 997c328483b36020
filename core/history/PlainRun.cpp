// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/PlainRun.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

using Run = SampleRun;

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

int firstTimeAfter(const Run& run, int begin, int end, std::int64_t time) {
    if (begin == end)
        return end;
    // From where it probably is outwards, because what is looked at is seldom in the cache.
    const std::int64_t guess = run.times.guess(time, begin + (end - begin) / 2);
    const auto place = static_cast<int>(std::clamp<std::int64_t>(guess, begin, end - 1));
    int step = 1;
    if (run.times[place] <= time) {
        begin = place + 1;
        for (; begin + step <= end && run.times[begin + step - 1] <= time; step *= 2)
            begin += step;
        end = std::min(end, begin + step - 1);
    } else {
        end = place;
        for (; end - step >= begin && run.times[end - step] > time; step *= 2)
            end -= step;
        begin = std::max(begin, end - step + 1);
    }
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
