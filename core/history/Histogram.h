// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rillscope {

/// How many values lie in each bin: bin i is [edges[i], edges[i + 1]). Of 8,000 values or more there are 32
/// to 80 bins; fewer values have fewer. Edges are multiples of 1, 2 or 5 times a power of ten, so that values
/// with few digits fill all bins alike. A range that few outliers would stretch is clipped: at 1.5 times the
/// distance from the first percentile to the 99th, beyond each; what lies outside is counted. Values that are
/// nearly all the same have a single bin. Units: those of the values. Empty: no edges.
struct Histogram {
    enum class Scale {
        Linear,
        Logarithmic, ///< edges at equal ratios
        /// Logarithmic when the 99th percentile is more than 20 times the median, which is above 0.
        Automatic
    };
    static constexpr int mostBins = 80;

    bool isLogarithmic = false;
    std::vector<double> edges;
    std::vector<std::int64_t> counts; ///< one less than edges
    std::int64_t below = 0;
    std::int64_t above = 0;

    /// Precondition: finite and ascending; not negative when the scale is logarithmic.
    static Histogram of(std::span<const double> sorted, Scale scale = Scale::Linear);

    std::int64_t total() const;

    friend bool operator==(const Histogram&, const Histogram&) = default;
};

/// The value below which `fraction` of all lies, interpolated between the two neighbours of
/// fraction · (n − 1), as PERCENTILE_CONT of standard SQL does; NaN of nothing.
/// Precondition: ascending; 0 <= fraction <= 1.
double percentileOfSorted(std::span<const double> sorted, double fraction);

} // namespace rillscope
