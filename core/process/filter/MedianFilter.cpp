// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/MedianFilter.h"

namespace rillscope {

std::optional<double> MedianFilter::next(Timestamp eventTime, double value) {
    m_window.moveOn(eventTime, [this](double old) { m_values.erase(old); });
    m_window.append(eventTime, value);
    m_values.insert(value);
    return m_values.median();
}

std::unique_ptr<Filter> MovingMedian::makeFilter(Unit) const {
    return std::make_unique<MedianFilter>(*this);
}

} // namespace rillscope
