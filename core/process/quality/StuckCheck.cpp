// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/StuckCheck.h"

#include <cmath>

namespace rillscope {

Quality StuckCheck::judge(Timestamp eventTime, double value) {
    if (eventTime < m_newestTime)
        return {};
    m_newestTime = eventTime;
    if (!std::isfinite(value))
        return {};
    if (!m_hasBegun || std::abs(value - m_beginValue) > m_settings.tolerance) {
        m_beginTime = eventTime;
        m_beginValue = value;
        m_hasBegun = true;
        return {};
    }
    const bool isStuck = eventTime - m_beginTime >= m_settings.after;
    return isStuck ? Quality(QualityFlag::Stuck) : Quality();
}

std::unique_ptr<QualityRule> StuckRule::makeRule() const {
    return std::make_unique<StuckCheck>(*this);
}

} // namespace rillscope
