// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/DifferenceFilter.h"

#include <cmath>
#include <limits>

namespace rillscope {

void DifferenceFilter::addMinuend(Timestamp eventTime, double value, std::vector<Reading>& derived) {
    if (eventTime < m_newestMinuend)
        return;
    m_newestMinuend = eventTime;
    m_minuends.push_back({eventTime, value});
    resolveKnown(derived);
}

void DifferenceFilter::addSubtrahend(Timestamp eventTime, double value, std::vector<Reading>& derived) {
    if (eventTime < m_newestSubtrahend)
        return;
    // Of two at the same time the first is as near, and came earlier.
    if (!m_subtrahends.empty() && m_subtrahends.back().eventTime == eventTime)
        return;
    m_newestSubtrahend = eventTime;
    m_subtrahends.push_back({eventTime, value});
    if (m_subtrahends.size() > mostSamples)
        m_subtrahends.pop_front();
    resolveKnown(derived);
}

void DifferenceFilter::finish(std::vector<Reading>& derived) {
    while (!m_minuends.empty())
        resolveFirst(derived);
}

void DifferenceFilter::resolveKnown(std::vector<Reading>& derived) {
    const auto isKnown = [this](Timestamp time) {
        return (!m_subtrahends.empty() && m_newestSubtrahend >= time) || m_newestMinuend - time > m_within ||
               m_minuends.size() > mostSamples;
    };
    while (!m_minuends.empty() && isKnown(m_minuends.front().eventTime))
        resolveFirst(derived);
}

void DifferenceFilter::resolveFirst(std::vector<Reading>& derived) {
    const auto [time, value] = m_minuends.front();
    m_minuends.pop_front();
    // Times only grow, so what is too early for this minuend is so for all that follow.
    while (m_subtrahends.size() > 1 && distanceBetween(m_subtrahends[1].eventTime, time) <
                                           distanceBetween(m_subtrahends[0].eventTime, time))
        m_subtrahends.pop_front();
    if (m_subtrahends.empty() ||
        distanceBetween(m_subtrahends.front().eventTime, time) > static_cast<std::uint64_t>(m_within.count()))
        return;
    const double difference = value - m_subtrahends.front().value;
    derived.push_back(
        {time, std::isfinite(difference) ? difference : std::numeric_limits<double>::quiet_NaN()});
}

} // namespace rillscope
