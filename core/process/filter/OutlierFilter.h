// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Filter.h"
#include "core/process/filter/HampelFilter.h"
#include "core/process/filter/SortedValues.h"
#include "core/process/filter/TrailingWindow.h"

namespace rillscope {

/// Replaces an outlier by the median of the finite samples in (t − over, t) that came before it: a value
/// further from that median than threshold · 1.4826 · MAD, where MAD is the median of their distances from it
/// (1.4826 · MAD estimates the standard deviation of normal values). The window holds the values as they
/// came, so that a lasting change is followed once it makes up half of it. Where more than half the values
/// are equal, MAD is 0 and any other value an outlier. With fewer than fewestValues to compare with, all
/// pass. See TrailingWindow for its bound and SortedValues for its cost. Source: Hampel, J. Am. Stat. Assoc.
/// 69, 1974; Pearson et al., EURASIP J. Adv. Signal Process. 2016:87.
class OutlierFilter final : public Filter {
public:
    static constexpr std::size_t fewestValues = 5;

    explicit OutlierFilter(const HampelFilter& settings)
        : m_window(settings.over), m_threshold(settings.threshold) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;
    double cleaned(double value) const;

    TrailingWindow m_window;
    SortedValues m_values;
    double m_threshold;
};

} // namespace rillscope
