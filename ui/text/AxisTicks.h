// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace rillscope {

/// The step of 1, 2 or 5 times a power of ten that puts at most `maximumTicks` ticks on `span`.
double niceStep(double span, int maximumTicks);

/// Digits behind the point that tell multiples of `step` apart.
int decimalsOfStep(double step);

struct TimeTick {
    Timestamp time;
    QString label;
};

/// Ticks on whole seconds, minutes, hours, days … of the wall clock in `zone`, at most `maximumTicks`.
/// Labels show what changes between two ticks ("14:05:30", "14:05", "3 Dec"); midnight shows its date.
/// Cost: some microseconds. Empty when end <= begin.
QList<TimeTick> timeTicks(Timestamp begin, Timestamp end, int maximumTicks, const QTimeZone& zone);

/// Wall clock with as many digits of the second as `resolution` needs, with the date: "2 Dec 2013
/// 21:15:00.250".
QString formatTime(Timestamp time, Duration resolution, const QTimeZone& zone);
/// The date of a time: "2 Dec 2013".
QString formatDate(Timestamp time, const QTimeZone& zone);

} // namespace rillscope
