// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvText.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rillscope {

bool needsFormulaGuard(QStringView text) {
    const auto first =
        std::find_if(text.begin(), text.end(), [](QChar character) { return character != u'\''; });
    return first != text.end() && QStringView(u"=+-@\t\r").contains(*first);
}

std::string csvText(const QString& text) {
    std::string cell = text.toStdString();
    if (needsFormulaGuard(text))
        cell.insert(cell.begin(), '\'');
    const bool couldBeTrimmed = cell.starts_with(' ') || cell.ends_with(' ');
    if (cell.find_first_of(",;\t\"\r\n") == std::string::npos && !couldBeTrimmed)
        return cell;
    std::string quoted = "\"";
    for (const char character : cell) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

void appendCsvNumber(std::string& text, double value) {
    if (std::isnan(value)) { // to_chars writes the sign of a NaN, which means nothing
        text += "nan";
        return;
    }
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

} // namespace rillscope
