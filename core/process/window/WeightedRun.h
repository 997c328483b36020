// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rillscope {

/// Ascending finite values, each of which stands for `weight` samples.
struct WeightedRun {
    const double* begin = nullptr;
    const double* end = nullptr;
    std::int64_t weight = 1;

    std::int64_t total() const { return (end - begin) * weight; }
};

/// The value below which the fraction of all samples lies, interpolated between the two samples beside
/// fraction · (n − 1), as PERCENTILE of Flink SQL and PERCENTILE_CONT of standard SQL do. NaN for no sample.
/// Cost: up to about 1.4 · log2(n) steps, each a binary search in every run that is still in question; the
/// runs are not merged. Source: quickselect, Hoare, CACM 4(7), 1961, its pivots drawn by a fixed sequence.
/// Precondition: 0 ≤ fraction ≤ 1.
double percentile(std::span<const WeightedRun> runs, double fraction);

} // namespace rillscope
