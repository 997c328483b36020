// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/SampleValidator.h"

#include <bit>
#include <cmath>

namespace rillscope {
namespace {

/// Equal to the bit, so that a repeated NaN is recognized too.
bool isSameValue(double left, double right) {
    return std::bit_cast<std::uint64_t>(left) == std::bit_cast<std::uint64_t>(right);
}

} // namespace

Quality SampleValidator::judgeValue(double value) const {
    if (!std::isfinite(value))
        return QualityFlag::NotANumber;
    return m_isTemperature && value < absoluteZeroCelsius ? Quality(QualityFlag::OutOfRange) : Quality();
}

Quality SampleValidator::judge(Timestamp eventTime, double value) {
    Quality quality = judgeValue(value);
    if (m_hasPrevious) {
        if (eventTime < m_newestTime)
            quality |= QualityFlag::OutOfOrder;
        if (eventTime == m_previousTime && isSameValue(value, m_previousValue))
            quality |= QualityFlag::Duplicate;
    }
    m_newestTime = m_hasPrevious ? std::max(m_newestTime, eventTime) : eventTime;
    m_previousTime = eventTime;
    m_previousValue = value;
    m_hasPrevious = true;
    return quality;
}

} // namespace rillscope
