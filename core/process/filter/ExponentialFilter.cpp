// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/ExponentialFilter.h"

#include <cmath>

namespace rillscope {

std::optional<double> ExponentialFilter::next(Timestamp eventTime, double value) {
    if (m_smooth) {
        const double seconds = toSeconds(eventTime - m_previousTime);
        m_smooth = std::lerp(*m_smooth, value, -std::expm1(-seconds / m_timeConstant));
    } else {
        m_smooth = value;
    }
    m_previousTime = eventTime;
    return m_smooth;
}

std::unique_ptr<Filter> ExponentialSmoothing::makeFilter(Unit) const {
    return std::make_unique<ExponentialFilter>(*this);
}

} // namespace rillscope
