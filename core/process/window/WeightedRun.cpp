// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WeightedRun.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

/// The element at `position` when all samples of the runs are laid end to end.
double elementAt(std::span<const WeightedRun> runs, std::int64_t position) {
    for (const WeightedRun& run : runs) {
        if (position < run.total())
            return run.begin[position / run.weight];
        position -= run.total();
    }
    return runs.back().end[-1];
}

/// Splits the runs at the pivot, and counts the samples below it and those equal to it.
struct Partition {
    std::int64_t below = 0;
    std::int64_t equal = 0;

    Partition(std::span<const WeightedRun> runs, double pivot) {
        for (const WeightedRun& run : runs) {
            const double* low = std::lower_bound(run.begin, run.end, pivot);
            below += (low - run.begin) * run.weight;
            equal += (std::upper_bound(low, run.end, pivot) - low) * run.weight;
        }
    }
};

void keepBelow(std::vector<WeightedRun>& runs, double pivot) {
    for (WeightedRun& run : runs)
        run.end = std::lower_bound(run.begin, run.end, pivot);
    std::erase_if(runs, [](const WeightedRun& run) { return run.begin == run.end; });
}

void keepAbove(std::vector<WeightedRun>& runs, double pivot) {
    for (WeightedRun& run : runs)
        run.begin = std::upper_bound(run.begin, run.end, pivot);
    std::erase_if(runs, [](const WeightedRun& run) { return run.begin == run.end; });
}

double leastAbove(std::span<const WeightedRun> runs, double value) {
    double least = std::numeric_limits<double>::infinity();
    for (const WeightedRun& run : runs) {
        if (const double* above = std::upper_bound(run.begin, run.end, value); above != run.end)
            least = std::min(least, *above);
    }
    return least;
}

struct Neighbours {
    double lower;
    double upper; ///< the sample after it
};

/// The sample of this rank (from 0) and the one after it. Precondition: rank + 1 < the number of samples.
Neighbours neighboursAt(std::span<const WeightedRun> all, std::int64_t rank) {
    std::vector<WeightedRun> runs(all.begin(), all.end());
    std::int64_t total = 0;
    for (const WeightedRun& run : runs)
        total += run.total();
    std::uint64_t drawn = 0x9e3779b97f4a7c15U;
    while (true) {
        drawn = drawn * 6364136223846793005U + 1442695040888963407U;
        const auto position = static_cast<std::int64_t>((drawn >> 1U) % static_cast<std::uint64_t>(total));
        const double pivot = elementAt(runs, position);
        const Partition parts(runs, pivot);
        if (rank < parts.below) {
            keepBelow(runs, pivot);
            total = parts.below;
        } else if (rank < parts.below + parts.equal) {
            return {pivot, rank + 1 < parts.below + parts.equal ? pivot : leastAbove(all, pivot)};
        } else {
            keepAbove(runs, pivot);
            rank -= parts.below + parts.equal;
            total -= parts.below + parts.equal;
        }
    }
}

} // namespace

double percentile(std::span<const WeightedRun> runs, double fraction) {
    std::int64_t count = 0;
    double greatest = -std::numeric_limits<double>::infinity();
    for (const WeightedRun& run : runs) {
        count += run.total();
        if (run.begin != run.end)
            greatest = std::max(greatest, run.end[-1]);
    }
    if (count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double position = fraction * static_cast<double>(count - 1);
    const auto rank = static_cast<std::int64_t>(position);
    if (rank >= count - 1)
        return greatest;
    const auto [lower, upper] = neighboursAt(runs, rank);
    // In this form nothing overflows between values at both ends of the range.
    const double above = position - static_cast<double>(rank);
    return lower == upper ? lower : (1.0 - above) * lower + above * upper;
}

} // namespace rillscope
