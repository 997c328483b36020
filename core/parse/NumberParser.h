// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rillscope {

/// What a piece of text says as a number.
struct ParsedNumber {
    enum class Kind {
        Finite,
        NotFinite,   ///< "nan", "inf", "-infinity": a number's word, though no number
        BeyondRange, ///< a number too large for a double; too small a one reads as 0
        NoNumber
    };
    Kind kind = Kind::NoNumber;
    double value = 0.0;

    bool isValue() const { return kind == Kind::Finite || kind == Kind::NotFinite; }
};

enum class DecimalMark { Point, PointOrComma };

/// Reads a decimal number, and nothing but it: "21.5", "-3", "+.5", "1e-3"; with PointOrComma also "21,5".
/// Locale: none, ever. The nearest double, so that shortest digits read back to the bit.
ParsedNumber parseNumber(std::string_view text, DecimalMark mark = DecimalMark::Point);

} // namespace rillscope
