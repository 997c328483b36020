// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/UsualInterval.h"

#include <algorithm>

namespace rillscope {

bool UsualInterval::judge(double interval, double factor) {
    // What exceeds the median exceeds all up to it, so that counting does instead of sorting.
    const auto exceeded = std::count_if(m_recent.begin(), m_recent.begin() + m_count,
                                        [&](double recent) { return recent * factor < interval; });
    if (m_count >= knownAfter && exceeded > m_count / 2)
        return true;
    if (m_count == window) {
        m_usual = interval;
        m_factor = factor;
        m_exceeded = static_cast<int>(exceeded);
    }
    return false;
}

} // namespace rillscope
