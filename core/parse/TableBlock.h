// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/CellKind.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rillscope {

/// In place of a separator: cells stand apart by runs of blanks.
inline constexpr char blanksSeparator = ' ';

/// The longest block of like rows among the first lines of a text, for one separator: where its rows are,
/// what its columns look like, and which lines above it may name them.
struct TableBlock {
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> cells;
        std::vector<CellKind> kinds;
        bool isGood = false; ///< its cells are like those of the other rows
    };

    char separator = ',';
    std::size_t columns = 0;
    std::vector<Row> rows;             ///< all lines of the block, good or not, from the first good one on
    std::vector<Row> above;            ///< lines right above it that hold words only, top down
    std::vector<CellKind> columnKinds; ///< Number for values, Empty where no cell tells
    double score = 0.0;                ///< 0: there is none
    bool mayBeDecimal = false;         ///< two whole numbers by a comma, which may as well be one number each

    std::size_t firstLine() const { return rows.empty() ? 0 : rows.front().line; }
};

/// Tries each separator, or the one that is asked for; the best block, if any. Blank lines and lines of
/// comment stand between the rows.
std::optional<TableBlock> findTable(const std::vector<std::string>& lines, std::optional<char> separator);

/// A line that begins with a sign for comments: "#", ";" alone, "//", "%".
bool isComment(std::string_view line);

} // namespace rillscope
