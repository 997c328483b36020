// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Severity.h"

#include <QString>

namespace rillscope {

/// How an operator finds an alarm.
enum class AlarmState {
    Normal,
    Pending,               ///< beyond the limit, but not yet for as long as the delay
    Active,                ///< raised, and nobody has said that they saw it
    Acknowledged,          ///< raised and seen; the condition goes on
    ClearedUnacknowledged, ///< latched: the condition has ended, but nobody has seen it yet
};

/// One time that an alarm was raised, from its first value beyond the limit to its end.
struct AlarmOccurrence {
    quint64 id = 0; ///< counted from 1 in a session, in the order they were raised
    QString step;
    QString channel;
    Severity severity = Severity::Warning;
    Timestamp first;      ///< when the condition began: event time of the first value beyond the limit
    Timestamp raisedAt;   ///< when it was raised: at the sample with which the delay was over
    Timestamp last;       ///< the newest event time at which the condition held
    double worst = 0.0;   ///< the value furthest beyond; Rate: change in a second; Stale: silence in seconds
    bool isActive = true; ///< the condition goes on
    bool isLatching = false;     ///< stays raised until it is acknowledged
    bool isAcknowledged = false; ///< someone has seen it

    Duration duration() const { return last - first; }
    bool isRaised() const { return isActive || (isLatching && !isAcknowledged); }

    AlarmState state() const {
        if (isActive)
            return isAcknowledged ? AlarmState::Acknowledged : AlarmState::Active;
        return isRaised() ? AlarmState::ClearedUnacknowledged : AlarmState::Normal;
    }

    friend bool operator==(const AlarmOccurrence&, const AlarmOccurrence&) = default;
};

} // namespace rillscope
