// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvText.h"

#include <charconv>
#include <cmath>

namespace rillscope {

void appendNumber(std::string& text, double value) {
    if (std::isnan(value)) {
        text += "nan"; // to_chars would tell the sign of it
        return;
    }
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

std::string csvTextCell(std::string_view text) {
    constexpr std::string_view formulaStarts = "=+-@\t\r";
    const std::size_t afterApostrophes = text.find_first_not_of('\'');
    const bool isGuarded = afterApostrophes != std::string_view::npos &&
                           formulaStarts.find(text[afterApostrophes]) != std::string_view::npos;
    std::string plain(isGuarded ? 1 : 0, '\'');
    plain += text;
    if (plain.find_first_of(",\"\r\n;\t") == std::string::npos)
        return plain;
    std::string quoted = "\"";
    for (const char character : plain) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

} // namespace rillscope
