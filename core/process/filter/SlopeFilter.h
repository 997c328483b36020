// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Filter.h"
#include "core/process/filter/RateOfChange.h"

namespace rillscope {

/// The slope between a sample and the finite one before it. The first sample has none, nor has one at the
/// time of the sample before it; the next is measured against the later of the two.
class SlopeFilter final : public Filter {
public:
    explicit SlopeFilter(const RateOfChange& settings) : m_per(toSeconds(settings.per)) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;

    double m_per; ///< s
    Timestamp m_previousTime;
    std::optional<double> m_previousValue;
};

} // namespace rillscope
