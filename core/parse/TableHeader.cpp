// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TableHeader.h"

#include "core/parse/UnitWords.h"

#include <algorithm>
#include <array>
#include <set>

namespace rillscope {
namespace {

using Row = TableBlock::Row;

std::string withoutBrackets(const std::string& cell) {
    const bool isOpen =
        cell.size() > 2 && (cell.front() == '[' || cell.front() == '(' || cell.front() == '<');
    return isOpen && (cell.back() == ']' || cell.back() == ')' || cell.back() == '>')
               ? cell.substr(1, cell.size() - 2)
               : cell;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
    });
    return text;
}

bool isUnit(const std::string& cell) {
    return readUnit(QString::fromStdString(withoutBrackets(cell)), UnitPlace::Own).has_value();
}

/// "dd.MM.yyyy HH:mm", "YYYY-MM-DD", and what Campbell writes below the names of time and record.
bool isPatternOrMark(const std::string& cell) {
    const std::string text = lowered(withoutBrackets(cell));
    constexpr std::array<std::string_view, 6> marks{"ts", "rn", "-", "date", "datetime", "time"};
    if (std::find(marks.begin(), marks.end(), text) != marks.end())
        return true;
    const bool hasPattern = text.find("yy") != std::string::npos || text.find("hh") != std::string::npos;
    return hasPattern && text.find_first_not_of("ymdhs.:/-t fz'") == std::string::npos;
}

bool isKindOfValue(const std::string& cell) {
    constexpr std::array<std::string_view, 22> kinds{
        "avg",  "smp",    "min",     "max",    "std",   "tot",    "sample",  "average",
        "mean", "double", "long",    "int",    "float", "string", "integer", "real",
        "text", "bool",   "boolean", "number", "sum",   "median"};
    return std::find(kinds.begin(), kinds.end(), lowered(cell)) != kinds.end();
}

template <typename Accepts>
bool areAll(const Row& row, Accepts accepts) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [&accepts](const std::string& cell) { return cell.empty() || accepts(cell); });
}

bool holdsUnits(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), isUnit) &&
           areAll(row, [](const std::string& cell) { return isUnit(cell) || isPatternOrMark(cell); });
}

bool isUnambiguous(const Row& row) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if ((row.cells[i].empty() && i > 0 && i + 1 < row.cells.size()) || !names.insert(row.cells[i]).second)
            return false;
    }
    return true;
}

std::string joined(const std::vector<const Row*>& rows, std::size_t column) {
    std::string name;
    std::string last;
    for (const Row* row : rows) {
        const std::string cell = column < row->cells.size() ? row->cells[column] : std::string();
        if (cell.empty() || cell == last)
            continue;
        name += (name.empty() ? "" : " ") + cell;
        last = cell;
    }
    return name;
}

} // namespace

TableHeader readHeader(const TableBlock& block) {
    TableHeader header;
    std::vector<const Row*> names;
    for (const Row& row : block.above) {
        const bool isFirst = names.empty();
        if (!isFirst && header.units.empty() && holdsUnits(row)) {
            for (const std::string& cell : row.cells)
                header.units.push_back(withoutBrackets(cell));
            header.units.resize(block.columns);
        } else if (isFirst || !areAll(row, isKindOfValue)) {
            names.push_back(&row);
        }
    }
    if (names.empty())
        return header;
    // A table's own names stand right above it; what is above them belongs to the preamble.
    const bool isOne =
        names.size() == 1 || (isUnambiguous(*names.back()) && !names.back()->cells.front().empty());
    if (isOne)
        names.erase(names.begin(), names.end() - 1);
    for (std::size_t column = 0; column < block.columns; ++column)
        header.names.push_back(joined(names, column));
    header.line = names.back()->line;
    return header;
}

} // namespace rillscope
