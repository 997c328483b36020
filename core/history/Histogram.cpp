// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/Histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace rillscope {
namespace {

using Sorted = std::span<const double>;

constexpr double largest = 1e300;  ///< beyond it differences may not be finite
constexpr double smallest = 1e-15; ///< width of a bin, by itself and against the values

struct Range {
    double low;
    double high;
};

/// So many bins that each of most has several values; 80 from 8,000 values on. Twice what the rule of Rice
/// (2 · cube root) gives, because steps of 1, 2 and 5 may leave two fifths of them.
std::size_t binLimit(Sorted sorted) {
    const double bins = std::round(4.0 * std::cbrt(static_cast<double>(sorted.size())));
    return static_cast<std::size_t>(std::clamp<double>(bins, 10.0, Histogram::mostBins));
}

/// Where clipping leaves the values.
Range clippedRange(Sorted sorted) {
    const double first = std::clamp(percentileOfSorted(sorted, 0.01), -largest, largest);
    const double last = std::clamp(percentileOfSorted(sorted, 0.99), -largest, largest);
    const double beyond = 1.5 * (last - first);
    return {std::clamp(first - beyond, std::max(sorted.front(), -largest), first),
            std::clamp(last + beyond, last, std::min(sorted.back(), largest))};
}

/// A single bin with the value in its middle.
std::vector<double> edgesAround(double value) {
    const double half = value == 0.0 ? 0.5 : std::max(std::abs(value) * 0.005, smallest);
    return {value - half, value + half};
}

std::vector<double> linearEdges(Range range, std::size_t most) {
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    const auto widths = static_cast<double>(most - 2); // both ends may lie within a bin
    const double least = std::max({(range.high - range.low) / widths, size * smallest * 100.0, smallest});
    double exponent = std::floor(std::log10(least));
    const double mantissa = least / std::pow(10.0, exponent);
    double factor = 5.0;
    if (mantissa <= 1.0 + 1e-9)
        factor = 1.0;
    else if (mantissa <= 2.0)
        factor = 2.0;
    else if (mantissa > 5.0) {
        factor = 1.0;
        exponent += 1.0;
    }
    // A division by a whole power of ten rounds once: the edge 0.3 is the very number that "0.3" reads as.
    const double power = std::pow(10.0, std::abs(exponent));
    const auto edge = [&](double index) {
        return exponent < 0.0 ? index * factor / power : index * factor * power;
    };
    double index = std::floor(range.low / edge(1.0));
    while (edge(index) > range.low)
        --index;
    std::vector<double> edges{edge(index)};
    while (edges.back() <= range.high && edges.size() <= most)
        edges.push_back(edge(++index));
    return edges;
}

/// Of values above 0; at most a millionth of the 99th percentile lies below.
std::vector<double> logarithmicEdges(Sorted sorted, double last, std::size_t most) {
    const double high = std::min(sorted.back(), last * 10.0);
    const double low = std::max(*std::upper_bound(sorted.begin(), sorted.end(), 0.0), last * 1e-6);
    const double decades = std::log10(high / low);
    double perDecade = 1.0;
    for (const double candidate : {2.0, 5.0, 10.0, 20.0, 50.0}) {
        if (decades * candidate <= static_cast<double>(most - 2))
            perDecade = candidate;
    }
    double index = std::floor(std::log10(low) * perDecade);
    const auto edge = [perDecade](double place) { return std::pow(10.0, place / perDecade); };
    while (edge(index) > low)
        --index;
    std::vector<double> edges{edge(index)};
    while (edges.back() <= high && edges.size() <= most)
        edges.push_back(edge(++index));
    return edges;
}

bool isSpreadOverDecades(Sorted sorted) {
    const double median = percentileOfSorted(sorted, 0.5);
    return median > 0.0 && percentileOfSorted(sorted, 0.99) > 20.0 * median;
}

} // namespace

double percentileOfSorted(Sorted sorted, double fraction) {
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double place = fraction * static_cast<double>(sorted.size() - 1);
    const auto index = static_cast<std::size_t>(place);
    const double next = sorted[std::min(index + 1, sorted.size() - 1)];
    return std::lerp(sorted[index], next, place - std::floor(place));
}

Histogram Histogram::of(Sorted sorted, Scale scale) {
    Histogram histogram;
    if (sorted.empty())
        return histogram;
    histogram.isLogarithmic =
        scale == Scale::Logarithmic || (scale == Scale::Automatic && isSpreadOverDecades(sorted));
    const double last = percentileOfSorted(sorted, 0.99);
    histogram.isLogarithmic = histogram.isLogarithmic && last > 0.0;
    const Range range = clippedRange(sorted);
    if (histogram.isLogarithmic)
        histogram.edges = logarithmicEdges(sorted, last, binLimit(sorted));
    else
        histogram.edges =
            range.low < range.high ? linearEdges(range, binLimit(sorted)) : edgesAround(range.low);

    const auto countBelow = [sorted](double edge) {
        return std::lower_bound(sorted.begin(), sorted.end(), edge) - sorted.begin();
    };
    std::int64_t before = histogram.below = countBelow(histogram.edges.front());
    for (auto edge = histogram.edges.begin() + 1; edge != histogram.edges.end(); ++edge) {
        const std::int64_t until = countBelow(*edge);
        histogram.counts.push_back(until - before);
        before = until;
    }
    histogram.above = static_cast<std::int64_t>(sorted.size()) - before;
    return histogram;
}

std::int64_t Histogram::total() const {
    return std::accumulate(counts.begin(), counts.end(), below + above);
}

} // namespace rillscope
