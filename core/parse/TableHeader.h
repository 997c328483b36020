// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TableBlock.h"

#include <optional>
#include <string>
#include <vector>

namespace rillscope {

/// What the lines above a table say of its columns. Of several lines of words one may hold units ("Deg C",
/// "[kWh]"), one the kinds of values ("Avg", "double"); names over several lines are put together.
struct TableHeader {
    std::vector<std::string> names; ///< one for each column; empty: there is no header
    std::vector<std::string> units; ///< one for each column, or none
    std::size_t line = 0;           ///< of the names
};

TableHeader readHeader(const TableBlock& block);

} // namespace rillscope
