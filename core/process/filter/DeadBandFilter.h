// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/DeadBand.h"
#include "core/process/filter/Filter.h"

namespace rillscope {

/// Passes on a value that differs by more than the band from the last one passed on, and the first one, and
/// the first one after a break.
class DeadBandFilter final : public Filter {
public:
    explicit DeadBandFilter(const DeadBand& settings) : m_band(settings.band) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;
    std::optional<double> atBreak(Timestamp eventTime) override;

    double m_band;
    std::optional<double> m_passed;
};

} // namespace rillscope
