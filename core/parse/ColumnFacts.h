// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/FieldName.h"
#include "core/parse/TableBlock.h"

#include <string>
#include <vector>

namespace rillscope {

/// What the cells of one column of a block have in common.
struct ColumnFacts {
    CellKind kind = CellKind::Empty;
    FieldName name;
    std::vector<std::string> cells; ///< of the good rows, empty ones too
    std::size_t filled = 0;

    // Of numbers.
    bool areWhole = true;
    bool neverFall = true;
    bool countByOne = true;
    double least = 0.0;
    double greatest = 0.0;

    bool areUnits = false;             ///< each cell is a unit
    std::optional<ValueUnit> cellUnit; ///< behind the numbers in the cells
    bool haveClock = false;            ///< the dates of the cells have a time of day

    const std::string& firstCell() const;
};

/// One for each column. `names` may be empty.
std::vector<ColumnFacts> gatherFacts(const TableBlock& block, const std::vector<std::string>& names);

} // namespace rillscope
