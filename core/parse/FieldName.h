// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/parse/TimestampParser.h"

#include <QString>

#include <optional>
#include <string_view>

namespace rillscope {

/// What the name of a CSV column, or the key of a keyed record, says about its values.
/// Case, blanks, underscores and hyphens make no difference; "temp_f", "tempF", "temperature (°F)" and "T
/// [K]" state a unit, "humidity" and "supply [V]" a quantity that is no temperature.
struct FieldName {
    enum class Kind {
        Time,        ///< timestamp, time, ts, datetime, epoch, …, also with a unit: time_ms
        Date,        ///< date: a time of its own, or with a Time column beside it the first half of one
        WeakTime,    ///< t: a time or a temperature, which the other fields tell
        Channel,     ///< channel, sensor, name, device: whose value it is
        Value,       ///< value, reading, measurement: the value of the record
        Temperature, ///< temperature, temp, T with a unit
        Unit,        ///< unit: what the value is measured in
        Other        ///< the name of one more channel
    };

    Kind kind = Kind::Other;
    std::optional<Unit> unit;           ///< when the name tells
    std::optional<EpochUnit> epochUnit; ///< of a time, when the name tells
    QString channelName;                ///< the name without a temperature unit in brackets

    bool isPrimary() const { return kind == Kind::Value || kind == Kind::Temperature; }

    static FieldName read(std::string_view utf8);
};

} // namespace rillscope
