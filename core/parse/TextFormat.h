// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/parse/NumberForm.h"
#include "core/parse/TimeForm.h"
#include "core/parse/UnitWords.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace rillscope {

/// What a person says about a text beforehand; the reader finds out the rest. Keys of a source's URI.
struct TextOptions {
    std::optional<Unit> unit = {};          ///< of values that come without one
    std::optional<QString> timeColumn = {}; ///< its name, or its number from 1; "none": the text has no times
    std::optional<TimeForm> timeForm = {};
    std::optional<DateOrder> dates = {};
    QString zone = {};                     ///< of dates that name none, see timeZoneNamed(); empty: UTC
    std::optional<Timestamp> start = {};   ///< of times since a start, and of rows without a time
    std::optional<Duration> interval = {}; ///< between rows without a time
    std::optional<char> separator = {};
    std::optional<NumberForm::Decimal> decimal = {};
    /// Samples may be stamped with the time at which they arrive. Never those of a recording.
    bool isLive = true;
    bool speaksOfTemperature = false; ///< the name of the file does

    friend bool operator==(const TextOptions&, const TextOptions&) = default;
};

/// What a column of a table holds.
struct TableColumn {
    enum class Role {
        Time,
        Clock, ///< the second half of a time whose first half is the Time column, a date
        Key,   ///< the name of the row's channel, or a part of it
        Value,
        Unit,       ///< what the row's primary values are measured in
        Marks,      ///< the quality of the row's samples
        Fahrenheit, ///< derived from the value beside it; empty: that value is no temperature
        Ignored
    };
    Role role = Role::Value;
    bool isPrimary = false; ///< the temperature or value of its row: with keys, its channel's own value
    std::string name;       ///< of the column's channel, UTF-8
    ValueUnit unit;
    bool hasUnit = false;   ///< something says what it is; else the channel's name may
    std::string header;     ///< its name as it stands in the text
    bool isTooMany = false; ///< it is not read because of the bound of the channels

    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

/// How the rows of a table are read.
struct TableFormat {
    char separator = ',';
    NumberForm numbers;
    TimeForm time;
    QString zone; ///< of dates that name none; empty: that of `time`
    std::vector<TableColumn> columns;
    std::string header;     ///< the line of the names itself; empty: there is none
    bool isOwn = false;     ///< a file that this program has written
    int columnsTooMany = 0; ///< value columns beyond maxChannels, not read

    qint64 columnsLeftOut() const {
        const auto isLeftOut = [](const TableColumn& column) {
            return column.role == TableColumn::Role::Ignored;
        };
        return isOwn ? 0 : std::count_if(columns.begin(), columns.end(), isLeftOut); // it says things twice
    }

    friend bool operator==(const TableFormat&, const TableFormat&) = default;
};

/// All that has been found out about a text, as one value that the reader obeys.
struct TextFormat {
    enum class Kind {
        Unknown, ///< nothing of it can be read
        Names,   ///< a header, and nothing else
        Lines,   ///< each line says itself what it holds: JSON, labels, line protocol
        Table
    };
    Kind kind = Kind::Unknown;
    TableFormat table;           ///< of a Table
    std::size_t linesBefore = 0; ///< that hold no data: preamble and header
    QList<Message> decisions;    ///< what was decided and why, one sentence each
};

} // namespace rillscope
