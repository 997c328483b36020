// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/CellKind.h"

#include "core/parse/CsvCells.h"
#include "core/parse/DateText.h"
#include "core/parse/MissingWords.h"
#include "core/parse/NumberForm.h"
#include "core/parse/NumberParser.h"

#include <algorithm>
#include <string>

namespace rillscope {
namespace {

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

std::optional<DateText> dateInSomeOrder(std::string_view cell) {
    for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst}) {
        if (const auto date = readDateText(cell, order))
            return date;
    }
    return std::nullopt;
}

} // namespace

std::optional<Quantity> splitQuantity(std::string_view cell) {
    constexpr std::size_t longestUnit = 24;
    if (cell.empty() ||
        (!isDigit(cell.front()) && std::string_view("+-.,'").find(cell.front()) == std::string_view::npos))
        return std::nullopt;
    std::size_t end = cell.size();
    const std::size_t begin = end > longestUnit ? end - longestUnit : 0;
    while (end > begin && !isDigit(cell[end - 1]))
        --end;
    // The digits of "m3" and "W/m2" belong to the unit.
    for (; end > 0; --end) {
        const bool isBoundary = isDigit(cell[end - 1]) && end < cell.size() && !isDigit(cell[end]);
        if (!isBoundary)
            continue;
        const std::string_view number = cell.substr(0, end);
        const std::string_view word = trimmed(cell.substr(end));
        if (!isNumberInSomeForm(number))
            continue;
        const auto unit =
            readUnit(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), UnitPlace::Own);
        return unit ? std::optional(Quantity{number, *unit}) : std::nullopt;
    }
    return std::nullopt;
}

CellKind kindOfCell(std::string_view cell) {
    if (cell.empty())
        return CellKind::Empty;
    const ParsedNumber plain = parseNumber(cell);
    if (plain.kind == ParsedNumber::Kind::Finite || plain.kind == ParsedNumber::Kind::BeyondRange)
        return CellKind::Number;
    if (plain.kind == ParsedNumber::Kind::NotFinite)
        return CellKind::Missing;
    const bool hasDigit = std::any_of(cell.begin(), cell.end(), isDigit);
    if (hasDigit) {
        if (isNumberInSomeForm(cell))
            return CellKind::Number;
        if (const auto date = dateInSomeOrder(cell))
            return date->hasDate ? CellKind::Date : CellKind::Clock;
        if (splitQuantity(cell))
            return CellKind::Quantity;
    }
    return isMissingWord(cell) ? CellKind::Missing : CellKind::Text;
}

} // namespace rillscope
