// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmOccurrence.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// What the worst value of an alarm is.
enum class AlarmQuantity {
    Number,          ///< a value without a unit, or nobody knows of which
    Temperature,     ///< °C
    Rate,            ///< change in a second of a value without a unit
    TemperatureRate, ///< °C in a second
    Silence          ///< seconds
};

/// Someone should look at it: it goes on, or nobody has said that they saw it.
inline bool isOpen(const AlarmOccurrence& alarm) {
    return alarm.isActive || !alarm.isAcknowledged;
}

/// "active", "acknowledged" (it goes on), "unacknowledged" (its condition has ended), "cleared".
QString alarmStateWord(const AlarmOccurrence& alarm);
/// "Info", "Warning", "Alarm".
QString severityWord(Severity severity);
/// "88.5 °F", "1.2 °F/s", "3 min 20 s".
QString worstText(double worst, AlarmQuantity quantity, Unit unit, const NumberFormat& format);

} // namespace rillscope
