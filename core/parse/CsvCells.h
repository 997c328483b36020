// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/Parsed.h"

#include <string>
#include <vector>

namespace rillscope {

/// One line of CSV as cells: blanks around them removed, "quoted, cells" opened, "" in them a quote.
/// Source: RFC 4180, save that a quoted cell may not hold a line end (every input here is read line by line,
/// so that one stray quote cannot swallow the rest of a stream).
/// Thread: one. Reused from line to line, so that a row costs no allocation.
class CsvCells {
public:
    /// A line with more cells is broken or hostile.
    static constexpr std::size_t maxCells = 4'096;

    /// A blank as separator stands for any run of blanks and tabs; then nothing is quoted.
    /// The cells are valid until the next split(), and while `line` is.
    Parsed<void> split(std::string_view line, char separator);

    std::size_t size() const { return m_cells.size(); }
    std::string_view operator[](std::size_t index) const { return m_cells[index]; }

private:
    Parsed<void> splitAtBlanks(std::string_view line);
    Parsed<std::size_t> readQuoted(std::string_view line, std::size_t begin, char separator);

    std::vector<std::string_view> m_cells;
    std::string m_opened; ///< the text of quoted cells that hold quotes; never reallocated within a line
};

/// Without blanks and tabs at both ends.
inline std::string_view trimmed(std::string_view text) {
    const auto isOuter = [](char character) { return character == ' ' || character == '\t'; };
    while (!text.empty() && isOuter(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isOuter(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace rillscope
