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
    if (interval > 0 && isSilence(static_cast<double>(interval)))
        breaks = true;
    return breaks;
}

bool GapDetector::isSilence(double interval) {
    const double limit = factor() * m_usualInterval;
    if (m_intervals >= judgedAfter && interval > limit) {
        m_usualInterval += (limit - m_usualInterval) / 4.0;
        return true;
    }
    if (m_intervals < averagedOver)
        m_weight = 1.0 / ++m_intervals;
    m_usualInterval += (interval - m_usualInterval) * m_weight;
    return false;
}

} // namespace rillscope
