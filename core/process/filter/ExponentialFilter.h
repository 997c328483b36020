// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/ExponentialSmoothing.h"
#include "core/process/filter/Filter.h"

namespace rillscope {

/// Exponential smoothing for irregular intervals: each sample draws the result towards itself by the part
/// 1 − exp(−dt / time constant), dt since the finite sample before it. The first stands for itself; one at
/// the time of the sample before it has no weight.
class ExponentialFilter final : public Filter {
public:
    explicit ExponentialFilter(const ExponentialSmoothing& settings)
        : m_timeConstant(toSeconds(settings.timeConstant)) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;

    double m_timeConstant; ///< s
    Timestamp m_previousTime;
    std::optional<double> m_smooth;
};

} // namespace rillscope
