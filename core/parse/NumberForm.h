// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/NumberParser.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace rillscope {

/// How a text writes its numbers.
struct NumberForm {
    enum class Decimal { Point, Comma, Either };
    Decimal decimal = Decimal::Point;
    bool isGrouped =
        false; ///< "1,234.5", "1.234,5", "1'234.5", "1 234,5": what is no decimal mark groups digits

    friend bool operator==(const NumberForm&, const NumberForm&) = default;
};

/// Reads one cell: blanks behind the sign and an apostrophe in front (a spreadsheet's guard) are passed over.
/// `scratch` is for forms that from_chars() does not know. Nothing but the number may be in the cell.
ParsedNumber readNumber(std::string_view cell, const NumberForm& form, std::string& scratch);

/// Whether a cell is a number in some form.
bool isNumberInSomeForm(std::string_view cell);

/// What the cells of a text say about the form of its numbers.
class NumberEvidence {
public:
    void add(std::string_view cell);

    /// `separator` is that of the cells; where it is a comma, only quoted cells hold one.
    NumberForm form(char separator) const;
    /// Each comma may be a decimal one or one between thousands, and no cell tells.
    bool isAmbiguous(char separator) const;

private:
    std::size_t m_decimalCommas = 0;
    std::size_t m_decimalPoints = 0;
    std::size_t m_groupingCommas = 0;
    std::size_t m_groupingPoints = 0;
    std::size_t m_otherGroups = 0; ///< by blanks and apostrophes
    std::size_t m_openCommas = 0;  ///< as in "1,234"
    std::size_t m_openPoints = 0;
    std::size_t m_plainNumbers = 0;
};

} // namespace rillscope
