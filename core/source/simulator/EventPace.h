// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace rillscope {

/// Ties event time to the clock: from a common anchor on, event time passes `factor` times as fast as the
/// monotonic clock. Never cumulative, so nothing drifts.
class EventPace {
public:
    EventPace(Timestamp event, Duration monotonic, double factor)
        : m_event(event), m_monotonic(monotonic), m_factor(factor) {}

    /// The event time that has come at `monotonic`; at the end of time it stands still.
    Timestamp eventAt(Duration monotonic) const;

    /// The monotonic time at which the event time `event` comes, or has come.
    Duration dueAt(Timestamp event) const;

    /// How long after `monotonic` the event time `event` comes; 0 when it has come. At most an hour.
    Duration delayUntil(Timestamp event, Duration monotonic) const;

private:
    Timestamp m_event;
    Duration m_monotonic;
    double m_factor;
};

} // namespace rillscope
