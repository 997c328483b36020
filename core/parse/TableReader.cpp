// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TableReader.h"

#include "core/base/Message.h"
#include "core/parse/CellKind.h"
#include "core/parse/ChannelTable.h"
#include "core/parse/ColumnNames.h"
#include "core/parse/FieldName.h"
#include "core/parse/MissingWords.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

using Role = TableColumn::Role;

constexpr std::size_t mostUnitsKept = 4'096;
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

/// Undoes the guard that keeps a spreadsheet from taking a text cell for a formula: CsvWriter puts one
/// apostrophe before a formula's first character, and before any apostrophes that precede it.
std::string_view withoutFormulaGuard(std::string_view text) {
    constexpr std::string_view formulaStarts = "=+-@\t\r";
    const std::size_t start = text.find_first_not_of('\'');
    const bool isGuarded = start != 0 && start != std::string_view::npos &&
                           formulaStarts.find(text[start]) != std::string_view::npos;
    return isGuarded ? text.substr(1) : text;
}

std::vector<std::string> cellsOf(const CsvCells& cells, std::size_t columns) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < cells.size(); ++i)
        names.emplace_back(cells[i]);
    while (names.size() > columns && names.back().empty())
        names.pop_back();
    return names;
}

} // namespace

TableReader::TableReader(TableFormat format)
    : m_format(std::move(format)), m_times(m_format.time, m_format.zone) {
    prepare();
}

void TableReader::prepare() {
    m_values.clear();
    m_keys.clear();
    m_context.clear();
    m_timeColumn.reset();
    m_clockColumn.reset();
    for (std::size_t i = 0; i < m_format.columns.size(); ++i) {
        const Role role = m_format.columns[i].role;
        if (role == Role::Value)
            m_values.push_back(i);
        else if (role == Role::Key)
            m_keys.push_back(i);
        else if (role == Role::Time)
            m_timeColumn = i;
        else if (role == Role::Clock)
            m_clockColumn = i;
        else if (role == Role::Unit || role == Role::Fahrenheit || role == Role::Marks)
            m_context.push_back(i);
    }
    m_known.assign(m_format.columns.size(), -1);
    m_names.resize(m_format.columns.size());
}

bool TableReader::takeHeader(std::string_view line) {
    if (m_format.header.empty())
        return false;
    if (line == m_format.header)
        return true;
    if (m_format.isOwn || !m_cells.split(line, m_format.separator))
        return false;
    auto next = remapped(m_format, cellsOf(m_cells, m_format.columns.size()));
    if (!next)
        return false;
    next->header = line;
    m_format = std::move(*next);
    prepare();
    return true;
}

bool TableReader::mayBeRow(std::string_view line) {
    Record record;
    return m_cells.split(line, m_format.separator) && m_cells.size() == m_format.columns.size() &&
           read(line, record) && !record.measurements.empty();
}

Parsed<void> TableReader::read(std::string_view line, Record& record) {
    if (const auto cells = m_cells.split(line, m_format.separator); !cells)
        return cells;
    const std::size_t columns = m_format.columns.size();
    for (std::size_t i = columns; i < m_cells.size(); ++i) {
        if (!m_cells[i].empty())
            return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 columns where %2 were expected"),
                                      QString::number(m_cells.size()), QString::number(columns)));
    }
    if (m_cells.size() < 2 && columns > 1)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 columns where %2 were expected"),
                                  QString::number(m_cells.size()), QString::number(columns)));
    const bool isBlank =
        std::all_of(m_values.begin(), m_values.end(), [this](std::size_t i) { return cell(i).empty(); });
    if (isBlank && (!m_timeColumn || cell(*m_timeColumn).empty())) {
        ++record.leftOut.rows;
        return {};
    }
    if (const auto context = readContext(); !context)
        return context;
    if (const auto time = readTime(record); !time)
        return time;
    for (const std::size_t index : m_values) {
        if (cell(index).empty()) {
            ++record.leftOut.empty;
        } else if (m_format.isOwn) {
            if (const auto own = readOwnValue(index, record); !own)
                return own;
        } else {
            readValue(index, record);
        }
    }
    record.leftOut.rows += record.measurements.empty() ? 1 : 0;
    return {};
}

Parsed<void> TableReader::readTime(Record& record) {
    if (!m_timeColumn)
        return {};
    std::string_view text = cell(*m_timeColumn);
    if (m_clockColumn) {
        m_joined = text;
        m_joined += ' ';
        m_joined += cell(*m_clockColumn);
        text = m_joined;
    }
    if (text.empty() || text == " ")
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the time is missing")));
    record.time = m_times.read(text, m_key);
    record.isTimeDoubtful = m_times.isDoubtful();
    if (!record.time)
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "%1 is no time that can be read"), excerpt(text)));
    return {};
}

/// The cells that say something about the values of the row.
Parsed<void> TableReader::readContext() {
    static const ValueUnit noUnit;
    m_key.clear();
    m_rowUnit = nullptr;
    m_quality = {};
    for (const std::size_t index : m_keys) {
        const std::string_view text = withoutFormulaGuard(cell(index));
        if (text.empty())
            continue;
        if (!m_key.empty())
            m_key += '/';
        m_key += text;
    }
    for (const std::size_t i : m_context) {
        const std::string_view text = cell(i);
        switch (m_format.columns[i].role) {
        case Role::Unit:
            if (!text.empty())
                m_rowUnit = unitOfWord(text);
            break;
        case Role::Fahrenheit:
            if (text.empty())
                m_rowUnit = &noUnit;
            break;
        case Role::Marks:
            if (const auto quality = parseQuality(text))
                m_quality = *quality;
            else
                return unreadable(
                    Message(QT_TRANSLATE_NOOP("Message", "%1 is no known quality"), excerpt(text)));
            break;
        default:
            break;
        }
    }
    return {};
}

Parsed<void> TableReader::readOwnValue(std::size_t index, Record& record) {
    const ParsedNumber number = parseNumber(cell(index));
    if (!number.isValue())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 is no number"), excerpt(cell(index))));
    record.measurements.push_back(
        {channelOf(index), unitOf(index), number.value, m_quality, false, nullptr, false});
    return {};
}

void TableReader::readValue(std::size_t index, Record& record) {
    std::string_view text = cell(index);
    ParsedNumber number = readNumber(text, m_format.numbers, m_scratch);
    const ValueUnit* unit = unitOf(index);
    if (number.kind == ParsedNumber::Kind::NoNumber) {
        if (const auto quantity = splitQuantity(text)) {
            number = readNumber(quantity->number, m_format.numbers, m_scratch);
            if (!m_format.columns[index].hasUnit)
                unit = &(m_cellUnits[index] = quantity->unit);
        }
    }
    const bool isValue = number.isValue() && number.value == number.value && !isOverloadCode(number.value);
    const double value = isValue ? number.value : noNumber;
    int* known = m_keys.empty() ? &m_known[index] : nullptr;
    const bool saysNone = !isValue && number.kind != ParsedNumber::Kind::NotFinite;
    record.measurements.push_back({channelOf(index), unit, value, m_quality, !isValue, known, saysNone});
    if (!isValue && !number.isValue() && !isMissingWord(text))
        record.remarks.push_back(Message(QT_TRANSLATE_NOOP("Message", "%1 in column %2 is no number"),
                                         excerpt(text), excerpt(m_format.columns[index].name)));
}

std::string_view TableReader::channelOf(std::size_t index) {
    const TableColumn& column = m_format.columns[index];
    if (m_keys.empty())
        return column.name;
    std::string& name = m_names[index];
    name = m_key.empty() ? std::string(defaultChannelName) : m_key;
    if (!column.isPrimary) {
        name += '/';
        name += column.name;
    }
    return name;
}

const ValueUnit* TableReader::unitOfWord(std::string_view word) {
    const std::string key(m_format.isOwn ? withoutFormulaGuard(word) : word);
    const auto known = m_unitWords.find(key);
    if (known != m_unitWords.end())
        return &known->second;
    if (m_unitWords.size() >= mostUnitsKept)
        m_unitWords.clear();
    return &m_unitWords.emplace(key, unitAsSent(QString::fromStdString(key))).first->second;
}

const ValueUnit* TableReader::unitOf(std::size_t index) {
    const TableColumn& column = m_format.columns[index];
    if (m_rowUnit && column.isPrimary)
        return m_rowUnit;
    if (column.hasUnit || m_keys.empty() || !column.isPrimary)
        return &column.unit;
    const auto known = m_keyUnits.find(m_key);
    if (known != m_keyUnits.end())
        return &known->second;
    if (m_keyUnits.size() >= mostUnitsKept)
        m_keyUnits.clear();
    const FieldName name = FieldName::read(m_key);
    ValueUnit unit = column.unit;
    if (name.unit)
        unit = *name.unit;
    else if (name.isTemperature)
        unit = {Unit::Celsius, {}};
    return &m_keyUnits.emplace(m_key, unit).first->second;
}

} // namespace rillscope
