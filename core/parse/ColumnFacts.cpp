// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/ColumnFacts.h"

#include "core/parse/DateText.h"
#include "core/parse/NumberForm.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

bool isUnit(const std::string& cell) {
    return readUnit(QString::fromStdString(cell), UnitPlace::Own).has_value();
}

void addNumber(ColumnFacts& facts, double number, std::optional<double>& last) {
    facts.areWhole = facts.areWhole && number == std::floor(number);
    facts.neverFall = facts.neverFall && (!last || number >= *last);
    facts.countByOne = facts.countByOne && (!last || number == *last + 1.0);
    facts.least = last ? std::min(facts.least, number) : number;
    facts.greatest = last ? std::max(facts.greatest, number) : number;
    last = number;
}

void gatherCells(ColumnFacts& facts, const TableBlock& block, std::size_t column) {
    std::optional<double> last;
    std::string scratch;
    bool areUnits = true;
    for (const TableBlock::Row& row : block.rows) {
        if (!row.isGood)
            continue;
        facts.cells.push_back(column < row.cells.size() ? row.cells[column] : std::string());
        const std::string& cell = facts.cells.back();
        const CellKind kind = column < row.kinds.size() ? row.kinds[column] : CellKind::Empty;
        if (kind == CellKind::Empty)
            continue;
        ++facts.filled;
        areUnits = areUnits && isUnit(cell);
        if (kind == CellKind::Number) {
            const ParsedNumber number = readNumber(cell, {NumberForm::Decimal::Either, true}, scratch);
            if (number.isValue())
                addNumber(facts, number.value, last);
        } else if (kind == CellKind::Quantity) {
            if (const auto quantity = splitQuantity(cell); quantity && !facts.cellUnit)
                facts.cellUnit = quantity->unit;
        } else if (kind == CellKind::Date && !facts.haveClock) {
            for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst}) {
                const auto date = readDateText(cell, order);
                facts.haveClock = facts.haveClock || (date && date->hasClock);
            }
        }
    }
    facts.areUnits = areUnits && facts.filled > 0;
}

} // namespace

const std::string& ColumnFacts::firstCell() const {
    static const std::string none;
    const auto found =
        std::find_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    return found == cells.end() ? none : *found;
}

std::vector<ColumnFacts> gatherFacts(const TableBlock& block, const std::vector<std::string>& names) {
    std::vector<ColumnFacts> all(block.columns);
    for (std::size_t column = 0; column < block.columns; ++column) {
        all[column].kind = block.columnKinds[column];
        if (column < names.size())
            all[column].name = FieldName::read(names[column]);
        gatherCells(all[column], block, column);
    }
    return all;
}

} // namespace rillscope
