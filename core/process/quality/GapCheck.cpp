// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/GapCheck.h"

namespace rillscope {

Quality GapCheck::judge(Timestamp eventTime, double) {
    if (m_hasNewest && eventTime < m_newestTime)
        return {};
    const bool isAfterGap = m_hasNewest && eventTime - m_newestTime > m_longerThan;
    m_newestTime = eventTime;
    m_hasNewest = true;
    return isAfterGap ? Quality(QualityFlag::Gap) : Quality();
}

std::unique_ptr<QualityRule> GapRule::makeRule() const {
    return std::make_unique<GapCheck>(*this);
}

} // namespace rillscope
