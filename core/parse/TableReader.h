// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/CsvCells.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"
#include "core/parse/TextFormat.h"

#include <map>
#include <unordered_map>

namespace rillscope {

/// Reads rows of one table after its format. A cell is judged by itself: a word where a number is expected,
/// or an overload code, is a measurement without a value; an empty cell is none. A row needs a time that can
/// be read, where the table has a time. Thread: one. A row costs no allocation once its channels are known.
class TableReader {
public:
    explicit TableReader(TableFormat format);

    /// What the record points to is valid until the next call. A row without any value is no error: it leaves
    /// the record empty, and says so in its counts.
    Parsed<void> read(std::string_view line, Record& record);

    /// Whether the line is the header that the table began with, or one like it, after which it changes.
    bool takeHeader(std::string_view line);
    /// Whether the line could be a row of this table, by the number of its cells and its time.
    bool mayBeRow(std::string_view line);

    const TableFormat& format() const { return m_format; }

private:
    void prepare();
    Parsed<void> readTime(Record& record);
    Parsed<void> readContext();
    void readValue(std::size_t index, Record& record);
    Parsed<void> readOwnValue(std::size_t index, Record& record);
    std::string_view channelOf(std::size_t index);
    const ValueUnit* unitOf(std::size_t index);
    const ValueUnit* unitOfWord(std::string_view word);
    std::string_view cell(std::size_t index) const {
        return index < m_cells.size() ? m_cells[index] : std::string_view();
    }

    TableFormat m_format;
    CsvCells m_cells;
    TimeReader m_times;
    std::vector<std::size_t> m_values; ///< the columns of values
    std::vector<std::size_t> m_keys;
    std::vector<std::size_t> m_context; ///< unit, marks: what says something about the values of the row
    std::optional<std::size_t> m_timeColumn;
    std::optional<std::size_t> m_clockColumn;
    std::vector<int> m_known; ///< for each column without keys the number of its channel
    std::string m_joined;
    std::string m_scratch;

    // Of the row being read.
    std::string m_key;
    std::vector<std::string> m_names; ///< of its channels, where keys make them
    const ValueUnit* m_rowUnit = nullptr;
    Quality m_quality;
    std::unordered_map<std::string, ValueUnit> m_keyUnits;  ///< what the keys say about units
    std::unordered_map<std::string, ValueUnit> m_unitWords; ///< those that rows have said
    std::map<std::size_t, ValueUnit> m_cellUnits;
};

} // namespace rillscope
