// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// What a word of a name hints at. A word may hint at several things; none of it is more than a hint, for the
/// contents of a column come first.
enum class RoleWord {
    Time,        ///< timestamp, Zeitstempel, horodatage, 时间
    BesideTime,  ///< utc, unix, recorded, ms: stands beside a word of time
    Date,        ///< date, Datum, fecha
    Clock,       ///< Uhrzeit, heure, hora
    Elapsed,     ///< elapsed, millis, uptime
    Boundary,    ///< start, stop: the time of something else
    Key,         ///< channel, sensor, Messstelle: whose value it is
    Value,       ///< value, Messwert, 数值
    Temperature, ///< temp…, Temperatur, 温度
    Quantity,    ///< humidity, Druck: no temperature
    Unit,        ///< unit, Einheit
    Status,      ///< status, quality, message: text about the row
    Counter      ///< record, scan, number: the row's own number
};

/// `word` in lower case.
bool hintsAt(const QString& word, RoleWord role);

} // namespace rillscope
