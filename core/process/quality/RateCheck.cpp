// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/RateCheck.h"

#include <cmath>

namespace rillscope {

Quality RateCheck::judge(Timestamp eventTime, double value) {
    if (eventTime < m_newestTime)
        return {};
    m_newestTime = eventTime;
    if (!std::isfinite(value))
        return {};
    const double seconds = toSeconds(eventTime - m_previousTime);
    const bool isTooFast = m_hasPrevious && std::abs(value - m_previousValue) > m_perSecond * seconds;
    m_previousTime = eventTime;
    m_previousValue = value;
    m_hasPrevious = true;
    return isTooFast ? Quality(QualityFlag::RateOfChange) : Quality();
}

std::unique_ptr<QualityRule> RateRule::makeRule() const {
    return std::make_unique<RateCheck>(*this);
}

} // namespace rillscope
