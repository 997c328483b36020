// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/parse/UnitWords.h"

#include <QString>

#include <optional>
#include <string_view>

namespace rillscope {

/// What the name of a column, or the key of a keyed record, says about its values. It is a hint; what the
/// values look like comes first. Case, blanks, underscores and hyphens make no difference.
struct FieldName {
    enum class Kind {
        Time,     ///< timestamp, Zeit, ts, epoch, …, also with a unit: time_ms
        Date,     ///< date, Datum: a time of its own, or with a Clock column beside it the first half of one
        Clock,    ///< Uhrzeit, heure: the second half
        WeakTime, ///< t: a time or a temperature, which the other fields tell
        Channel,  ///< channel, sensor, entity_id, Messstelle: whose value it is
        Value,    ///< value, reading, Messwert: the value of the record
        Temperature, ///< temperature, temp, T with a unit
        Unit,        ///< unit: what the value is measured in
        Status,      ///< status, quality, message
        Counter,     ///< record, scan, #: the number of the row
        Other        ///< the name of one more channel
    };

    Kind kind = Kind::Other;
    bool namesByNumber = false;    ///< of a Channel: a whole number names one as well: "channel", "node_id"
    bool isId = false;             ///< "id", "uuid": names something, or numbers the rows
    bool mentionsTime = false;     ///< some word of it is one of time: "last_changed", "RX Date/Time"
    bool isBoundary = false;       ///< a time that begins or ends something: "_start"
    bool isElapsed = false;        ///< by its words a time since a start: "millis", "elapsed"
    bool isTemperature = false;    ///< it speaks of temperature, with a unit or without
    bool isOtherQuantity = false;  ///< it speaks of what is no temperature: "humidity", "supply [V]"
    std::optional<ValueUnit> unit; ///< when the name tells
    std::optional<Duration> timeUnit;        ///< of a time, when the name tells
    std::optional<std::int64_t> zoneSeconds; ///< of a time: "Date Time, GMT-07:00"
    QString channelName;                     ///< the name without a temperature unit in brackets

    bool isPrimary() const { return kind == Kind::Value || kind == Kind::Temperature; }
    bool isTime() const { return kind == Kind::Time || kind == Kind::Date || kind == Kind::Clock; }

    static FieldName read(std::string_view utf8);
};

} // namespace rillscope
