// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/DeadBandFilter.h"

#include <cmath>

namespace rillscope {

std::optional<double> DeadBandFilter::next(Timestamp, double value) {
    if (m_passed && !(std::abs(value - *m_passed) > m_band))
        return std::nullopt;
    m_passed = value;
    return value;
}

std::optional<double> DeadBandFilter::atBreak(Timestamp eventTime) {
    m_passed.reset();
    return Filter::atBreak(eventTime);
}

std::unique_ptr<Filter> DeadBand::makeFilter(Unit) const {
    return std::make_unique<DeadBandFilter>(*this);
}

} // namespace rillscope
