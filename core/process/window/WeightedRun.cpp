// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WeightedRun.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

/// A run, and where a pivot splits it: [begin, low) is below it, [high, end) above.
struct SplitRun {
    const double* begin;
    const double* end;
    std::int64_t weight;
    const double* low = nullptr;
    const double* high = nullptr;
};
using SplitRuns = std::vector<SplitRun>;

class PivotChoice {
public:
    /// A value whose rank is about `rank` of the `total` samples: the one in that place among some drawn
    /// ones. More are drawn where splitting costs more.
    double operator()(const SplitRuns& runs, std::int64_t rank, std::int64_t total) {
        const std::size_t count = std::clamp<std::size_t>(runs.size() / 8, 1, maxDrawn);
        for (std::size_t i = 0; i < count; ++i)
            m_places[i] = static_cast<std::int64_t>(draw() % static_cast<std::uint64_t>(total));
        std::sort(m_places.begin(), m_places.begin() + count);
        std::int64_t passed = 0;
        std::size_t found = 0;
        for (const SplitRun& run : runs) {
            const std::int64_t next = passed + (run.end - run.begin) * run.weight;
            for (; found < count && m_places[found] < next; ++found)
                m_values[found] = run.begin[(m_places[found] - passed) / run.weight];
            passed = next;
        }
        const auto place =
            static_cast<double>(rank) / static_cast<double>(total) * static_cast<double>(count);
        const auto chosen = m_values.begin() + std::min(static_cast<std::size_t>(place), count - 1);
        std::nth_element(m_values.begin(), chosen, m_values.begin() + count);
        return *chosen;
    }

private:
    static constexpr std::size_t maxDrawn = 64;

    std::uint64_t draw() {
        m_drawn = m_drawn * 6364136223846793005U + 1442695040888963407U;
        return m_drawn >> 1U;
    }

    std::uint64_t m_drawn = 0x9e3779b97f4a7c15U;
    std::array<std::int64_t, maxDrawn> m_places{};
    std::array<double, maxDrawn> m_values{};
};

struct PartSizes {
    std::int64_t below = 0;
    std::int64_t equal = 0;
};

PartSizes split(SplitRuns& runs, double pivot) {
    PartSizes sizes;
    for (SplitRun& run : runs) {
        run.low = std::lower_bound(run.begin, run.end, pivot);
        run.high = std::upper_bound(run.low, run.end, pivot);
        sizes.below += (run.low - run.begin) * run.weight;
        sizes.equal += (run.high - run.low) * run.weight;
    }
    return sizes;
}

void keepBelow(SplitRuns& runs) {
    for (SplitRun& run : runs)
        run.end = run.low;
    std::erase_if(runs, [](const SplitRun& run) { return run.begin == run.end; });
}

void keepAbove(SplitRuns& runs) {
    for (SplitRun& run : runs)
        run.begin = run.high;
    std::erase_if(runs, [](const SplitRun& run) { return run.begin == run.end; });
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
    SplitRuns runs;
    runs.reserve(all.size());
    std::int64_t total = 0;
    for (const WeightedRun& run : all) {
        runs.push_back({run.begin, run.end, run.weight});
        total += run.total();
    }
    PivotChoice choosePivot;
    while (true) {
        const double pivot = choosePivot(runs, rank, total);
        const auto [below, equal] = split(runs, pivot);
        if (rank < below) {
            keepBelow(runs);
            total = below;
        } else if (rank < below + equal) {
            return {pivot, rank + 1 < below + equal ? pivot : leastAbove(all, pivot)};
        } else {
            keepAbove(runs);
            rank -= below + equal;
            total -= below + equal;
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
    // Not lower + above * (upper - lower): the difference of two huge values overflows.
    const double above = position - static_cast<double>(rank);
    return lower == upper ? lower : (1.0 - above) * lower + above * upper;
}

} // namespace rillscope
