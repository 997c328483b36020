// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/EventPace.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

/// Beyond it the event time stands still; rounding cannot carry it past the range of Timestamp.
constexpr Timestamp endOfTime = Timestamp::max() - std::chrono::hours(24);

/// In double, as two timestamps may lie further apart than a Duration reaches.
double nanosecondsBetween(Timestamp from, Timestamp to) {
    const auto distance = static_cast<double>(distanceBetween(from, to));
    return from <= to ? distance : -distance;
}

} // namespace

Timestamp EventPace::eventAt(Duration monotonic) const {
    const double elapsed = std::floor(static_cast<double>((monotonic - m_monotonic).count()) * m_factor);
    if (elapsed >= nanosecondsBetween(m_event, endOfTime))
        return endOfTime;
    // In two steps, as the sum may be in range where the elapsed time is not.
    const auto half = static_cast<std::int64_t>(elapsed / 2.0);
    return m_event + Duration{half} +
           Duration{static_cast<std::int64_t>(elapsed - static_cast<double>(half))};
}

Duration EventPace::dueAt(Timestamp event) const {
    return saturatedSum(m_monotonic,
                        saturatedNanoseconds(std::ceil(nanosecondsBetween(m_event, event) / m_factor)));
}

Duration EventPace::delayUntil(Timestamp event, Duration monotonic) const {
    constexpr Duration longest = std::chrono::hours(1);
    return std::clamp(saturatedDifference(dueAt(event), monotonic), Duration::zero(), longest);
}

} // namespace rillscope
