// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/GapDetector.h"

namespace rillscope {

bool GapDetector::breaksBefore(Timestamp eventTime, bool isFinite) {
    bool breaks = !m_wasFinite;
    m_wasFinite = isFinite;
    if (!m_newest) {
        m_newest = eventTime;
        return false;
    }
    if (eventTime <= *m_newest)
        return breaks;
    breaks |= isGap(static_cast<double>(saturatedDifference(eventTime, *m_newest).count()));
    m_newest = eventTime;
    return breaks;
}

bool GapDetector::isGap(double interval) {
    if (m_intervals < enoughIntervals) {
        ++m_intervals;
        m_usualInterval += (interval - m_usualInterval) / m_intervals;
        return false;
    }
    const double limit = m_factor * m_usualInterval;
    if (interval > limit) {
        m_usualInterval += (limit - m_usualInterval) / 4.0;
        return true;
    }
    m_usualInterval += (interval - m_usualInterval) / 16.0;
    return false;
}

} // namespace rillscope
