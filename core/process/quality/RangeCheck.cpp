// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/RangeCheck.h"

#include <cmath>
#include <limits>

namespace rillscope {

RangeCheck::RangeCheck(const RangeRule& settings)
    : m_minimum(settings.minimum.value_or(-std::numeric_limits<double>::infinity()))
    , m_maximum(settings.maximum.value_or(std::numeric_limits<double>::infinity())) {}

Quality RangeCheck::judge(Timestamp, double value) {
    const bool isOutside = std::isfinite(value) && (value < m_minimum || value > m_maximum);
    return isOutside ? Quality(QualityFlag::OutOfRange) : Quality();
}

std::unique_ptr<QualityRule> RangeRule::makeRule() const {
    return std::make_unique<RangeCheck>(*this);
}

} // namespace rillscope
