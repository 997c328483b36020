// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceState.h"

#include <mutex>

namespace rillscope {

/// Where a source leaves its state and the times of its arrivals, and others read its condition. A source
/// that never says a state has none: it reads from nowhere that could be out of reach. Thread: any. Times: by
/// the monotonic clock.
class SourceStateBoard {
public:
    /// The state begins now, unless the source is in a state of this kind already.
    void set(SourceState state, Duration now);
    /// Something was received: whatever the source said before, it is receiving.
    void noteArrival(Duration now);
    /// Nothing as long as the source has not said anything.
    std::optional<SourceCondition> condition(Duration now) const;

private:
    mutable std::mutex m_mutex; ///< guards all below
    std::optional<SourceState> m_state;
    std::optional<Duration> m_lastArrival;
    std::optional<Duration> m_usual; ///< interval: a mean in which the latest ones weigh most
};

} // namespace rillscope
