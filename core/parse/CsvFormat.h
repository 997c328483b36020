// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/parse/TimestampParser.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rillscope {

/// What a column of a CSV file holds.
struct CsvColumn {
    enum class Role {
        Time,
        TimeOfDay, ///< the second half of a time whose first half is the Time column, a date
        Channel,   ///< the name of the row's channel (the long form)
        Value,
        Undecided,  ///< the first row with a sample tells: a number makes it a Value, text makes it Ignored
        Unit,       ///< what the row's primary values are measured in
        Marks,      ///< the quality of the row's samples
        Fahrenheit, ///< derived from the value beside it; empty: that value is no temperature
        Ignored
    };
    Role role = Role::Undecided;
    bool isPrimary = false; ///< the temperature or value of its row, in the long form its channel's own value
    std::string name;       ///< of the column's channel, UTF-8
    Unit unit = Unit::Celsius;
};

/// How the rows of a CSV file are to be read; found out from its first line.
struct CsvFormat {
    enum class Header {
        None,    ///< the line is a row of data
        Unknown, ///< words, none of which is known; the next row must fit, or it was no header
        Known    ///< at least one column's name is known
    };
    Header header = Header::None;
    char separator = ',';
    std::vector<CsvColumn> columns;
    std::optional<EpochUnit> epochUnit; ///< when the time column's name states it
    int columnsTooMany = 0;             ///< value columns beyond maxChannels, not read
};

/// Separators are tried in the order tab, semicolon, comma, and the first that makes sense of the line is
/// taken: a header with a name that is known; or a row of numbers and times; or else at least two words.
/// A line without any separator is taken for a header when its name is known. Nothing for any other line.
/// Values whose column states no unit have `defaultUnit`.
std::optional<CsvFormat> sniffCsv(std::string_view line, Unit defaultUnit);

} // namespace rillscope
