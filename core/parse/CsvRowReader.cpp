// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/CsvRowReader.h"

#include "core/base/Message.h"
#include "core/parse/ChannelTable.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

using Role = CsvColumn::Role;

constexpr std::size_t noColumn = std::numeric_limits<std::size_t>::max();

/// Undoes the guard that keeps a spreadsheet from taking a text cell for a formula: CsvWriter puts one
/// apostrophe before a formula's first character, and before any apostrophes that precede it.
std::string_view withoutFormulaGuard(std::string_view text) {
    constexpr std::string_view formulaStarts = "=+-@\t\r";
    const std::size_t start = text.find_first_not_of('\'');
    const bool isGuarded = start != 0 && start != std::string_view::npos &&
                           formulaStarts.find(text[start]) != std::string_view::npos;
    return isGuarded ? text.substr(1) : text;
}

Message columnText(const CsvColumn& column, std::size_t index) {
    return column.name.empty() ? Message(QT_TRANSLATE_NOOP("Message", "column %1"), index + 1)
                               : Message(QT_TRANSLATE_NOOP("Message", "column %1"), excerpt(column.name));
}

} // namespace

CsvRowReader::CsvRowReader(CsvFormat format)
    : m_format(std::move(format))
    , m_isLongForm(columnOf(Role::Channel) != noColumn)
    , m_timeColumn(columnOf(Role::Time))
    , m_timeOfDayColumn(columnOf(Role::TimeOfDay)) {}

Parsed<void> CsvRowReader::read(std::string_view line, TimestampParser& times, Record& record) {
    if (const auto cells = m_cells.split(line, m_format.separator); !cells)
        return cells;
    if (m_cells.size() != m_format.columns.size())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 columns where %2 were expected"),
                                  QString::number(m_cells.size()), QString::number(m_format.columns.size())));
    if (const auto time = readTime(times, record); !time)
        return time;
    if (const auto context = readContext(); !context)
        return context;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (const auto value = readValue(i, record); !value)
            return value;
    }
    if (record.measurements.empty())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the row holds no value")));
    if (m_isUndecided)
        decideColumns(record);
    m_isProven = true;
    return {};
}

Parsed<void> CsvRowReader::readTime(TimestampParser& times, Record& record) {
    m_rowTimeColumn = m_timeColumn == noColumn && !m_isProven ? adoptedTimeColumn() : m_timeColumn;
    if (m_rowTimeColumn == noColumn)
        return {};
    std::string_view text = m_cells[m_rowTimeColumn];
    if (m_timeOfDayColumn != noColumn) {
        m_joinedTime = text;
        m_joinedTime += ' ';
        m_joinedTime += m_cells[m_timeOfDayColumn];
        text = m_joinedTime;
    }
    if (text.empty())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the time is missing")));
    record.time = times.parse(text);
    if (!record.time)
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "%1 is no time that can be read"), excerpt(text)));
    return {};
}

std::size_t CsvRowReader::columnOf(CsvColumn::Role role) const {
    const auto& columns = m_format.columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [role](const CsvColumn& column) { return column.role == role; });
    return found == columns.end() ? noColumn : static_cast<std::size_t>(found - columns.begin());
}

/// A header in a language of its own names no time; then the first row shows which column holds it.
std::size_t CsvRowReader::adoptedTimeColumn() const {
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (m_format.columns[i].role == Role::Undecided && TimestampParser::looksLikeTime(m_cells[i]))
            return i;
    }
    return noColumn;
}

/// The cells that say something about the values of the row.
Parsed<void> CsvRowReader::readContext() {
    m_channel = {};
    m_unit.reset();
    m_quality = {};
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const std::string_view cell = m_cells[i];
        switch (m_format.columns[i].role) {
        case Role::Channel:
            m_channel = withoutFormulaGuard(cell);
            break;
        case Role::Unit:
            if (!cell.empty())
                m_unit = parseUnit(QString::fromUtf8(cell)).value_or(Unit::None);
            break;
        case Role::Fahrenheit:
            if (cell.empty())
                m_unit = Unit::None;
            break;
        case Role::Marks:
            if (const auto quality = parseQuality(cell))
                m_quality = *quality;
            else
                return unreadable(
                    Message(QT_TRANSLATE_NOOP("Message", "%1 is no known quality"), excerpt(cell)));
            break;
        default:
            break;
        }
    }
    return {};
}

Parsed<void> CsvRowReader::readValue(std::size_t index, Record& record) {
    const CsvColumn& column = m_format.columns[index];
    const bool isUndecided = column.role == Role::Undecided;
    if ((column.role != Role::Value && !isUndecided) || index == m_rowTimeColumn || m_cells[index].empty())
        return {};
    const ParsedNumber value = number(index);
    if (value.kind == ParsedNumber::Kind::BeyondRange)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 in %2 is beyond the range of a double"),
                                  excerpt(m_cells[index]), columnText(column, index)));
    if (value.isValue()) {
        const Unit unit = column.isPrimary ? m_unit.value_or(column.unit) : column.unit;
        record.measurements.push_back({channelOf(column), unit, value.value, m_quality});
    } else if (!isUndecided) {
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 in %2 is no number"),
                                  excerpt(m_cells[index]), columnText(column, index)));
    }
    return {};
}

ParsedNumber CsvRowReader::number(std::size_t index) const {
    return parseNumber(m_cells[index],
                       m_format.separator == ',' ? DecimalMark::Point : DecimalMark::PointOrComma);
}

std::string CsvRowReader::channelOf(const CsvColumn& column) const {
    if (!m_isLongForm)
        return column.name;
    std::string name(m_channel.empty() ? defaultChannelName : m_channel);
    if (!column.isPrimary)
        name += '/' + column.name;
    return name;
}

void CsvRowReader::decideColumns(Record& record) {
    m_isUndecided = false;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        CsvColumn& column = m_format.columns[i];
        if (i == m_rowTimeColumn) {
            column.role = Role::Time;
            m_timeColumn = i;
        }
        if (column.role != Role::Undecided)
            continue;
        if (m_cells[i].empty()) {
            m_isUndecided = true;
        } else if (number(i).isValue()) {
            column.role = Role::Value;
        } else {
            column.role = Role::Ignored;
            record.remarks.push_back(Message(QT_TRANSLATE_NOOP("Message", "%1 holds text and is not read"),
                                             columnText(column, i)));
        }
    }
}

} // namespace rillscope
