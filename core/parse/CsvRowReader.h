// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/CsvCells.h"
#include "core/parse/CsvFormat.h"
#include "core/parse/NumberParser.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"

namespace rillscope {

/// Reads rows of one CSV file after its format.
/// A row is read as a whole or not at all: a cell that cannot be read makes it malformed. Empty cells are no
/// samples; a row of nothing but empty cells is malformed. Numbers may have a decimal comma where the
/// separator is no comma.
/// Thread: one.
class CsvRowReader {
public:
    explicit CsvRowReader(CsvFormat format);

    /// `record` is filled on success only as far as to be used; `times` keeps the epoch's unit.
    Parsed<void> read(std::string_view line, TimestampParser& times, Record& record);

    const CsvFormat& format() const { return m_format; }
    /// Whether a row has been read; until then the format is a guess.
    bool isProven() const { return m_isProven; }
    bool hasColumnsOf(const CsvRowReader& other) const {
        return m_format.columns.size() == other.m_format.columns.size();
    }

private:
    Parsed<void> readTime(TimestampParser& times, Record& record);
    Parsed<void> readContext();
    Parsed<void> readValue(std::size_t index, Record& record);
    ParsedNumber number(std::size_t index) const;
    std::size_t columnOf(CsvColumn::Role role) const;
    std::size_t adoptedTimeColumn() const;
    std::string channelOf(const CsvColumn& column) const;
    void decideColumns(Record& record);

    CsvFormat m_format;
    CsvCells m_cells;
    bool m_isProven = false;
    bool m_isLongForm = false;
    bool m_isUndecided = true;
    std::size_t m_timeColumn;
    std::size_t m_timeOfDayColumn;
    std::string m_joinedTime;

    // Of the row being read.
    std::size_t m_rowTimeColumn = 0;
    std::string_view m_channel;
    std::optional<Unit> m_unit;
    Quality m_quality;
};

} // namespace rillscope
