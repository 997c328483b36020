// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/LongestGaps.h"

#include <algorithm>

namespace rillscope {

void LongestGaps::add(const ReportGap& gap) {
    ++m_count;
    m_gaps.append(gap);
    if (m_gaps.size() >= 2 * m_capacity)
        cut();
}

QList<ReportGap> LongestGaps::take() {
    cut();
    return std::exchange(m_gaps, {});
}

void LongestGaps::cut() {
    std::stable_sort(m_gaps.begin(), m_gaps.end(),
                     [](const ReportGap& a, const ReportGap& b) { return a.length() > b.length(); });
    if (m_gaps.size() > m_capacity)
        m_gaps.resize(m_capacity);
}

} // namespace rillscope
