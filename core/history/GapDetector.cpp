// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/GapDetector.h"

#include <QtGlobal>

namespace rillscope {

void GapDetector::setFactor(double factor) {
    Q_ASSERT(factor >= 1.0);
    m_factor.store(factor, std::memory_order_seq_cst);
}

bool GapDetector::breaksBefore(std::int64_t time, bool isFinite) {
    if (m_hasSample && time < m_newest)
        return false;
    bool breaks = m_afterNonFinite;
    m_afterNonFinite = !isFinite;
    // Unsigned, because two times may lie further apart than a signed number of nanoseconds reaches.
    const std::uint64_t interval =
        m_hasSample ? static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(m_newest) : 0;
    m_hasSample = true;
    m_newest = time;
    if (interval > 0 && m_usual.isSilence(static_cast<double>(interval), factor()))
        breaks = true;
    return breaks;
}

} // namespace rillscope
