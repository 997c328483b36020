// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/SlopeFilter.h"

#include <utility>

namespace rillscope {

std::optional<double> SlopeFilter::next(Timestamp eventTime, double value) {
    const double seconds = toSeconds(eventTime - std::exchange(m_previousTime, eventTime));
    const std::optional<double> previous = std::exchange(m_previousValue, value);
    if (!previous || seconds <= 0.0)
        return std::nullopt;
    return (value - *previous) / seconds * m_per;
}

std::unique_ptr<Filter> RateOfChange::makeFilter(Unit) const {
    return std::make_unique<SlopeFilter>(*this);
}

} // namespace rillscope
