// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/OutlierFilter.h"

#include <cmath>

namespace rillscope {

std::optional<double> OutlierFilter::next(Timestamp eventTime, double value) {
    m_window.moveOn(eventTime, [this](double old) { m_values.erase(old); });
    const double result = cleaned(value);
    m_window.append(eventTime, value);
    m_values.insert(value);
    return result;
}

double OutlierFilter::cleaned(double value) const {
    constexpr double deviationsPerMedianDistance = 1.4826; // of a normal distribution
    if (m_values.size() < fewestValues)
        return value;
    const double median = m_values.median();
    const double deviation = deviationsPerMedianDistance * m_values.medianDistance(median);
    return std::abs(value - median) > m_threshold * deviation ? median : value;
}

std::unique_ptr<Filter> HampelFilter::makeFilter(Unit) const {
    return std::make_unique<OutlierFilter>(*this);
}

} // namespace rillscope
