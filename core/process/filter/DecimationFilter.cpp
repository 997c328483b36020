// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/DecimationFilter.h"

#include <limits>

namespace rillscope {
namespace {

std::int64_t floorDivision(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

} // namespace

std::optional<double> DecimationFilter::next(Timestamp eventTime, double value) {
    const std::int64_t stretch = floorDivision(toNanoseconds(eventTime), m_every.count());
    if (m_passedStretch == stretch)
        return std::nullopt;
    m_passedStretch = stretch;
    return value;
}

std::optional<double> DecimationFilter::atBreak(Timestamp eventTime) {
    return next(eventTime, std::numeric_limits<double>::quiet_NaN());
}

std::unique_ptr<Filter> Decimation::makeFilter(Unit) const {
    return std::make_unique<DecimationFilter>(*this);
}

} // namespace rillscope
