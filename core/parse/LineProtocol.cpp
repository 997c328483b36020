// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LineProtocol.h"

#include "core/parse/CsvCells.h"
#include "core/parse/NumberParser.h"

#include <algorithm>

namespace rillscope {
namespace {

/// Up to one of `ends` that is neither escaped nor in quotes; takes away the backslashes.
std::string takeUntil(std::string_view& line, std::string_view ends) {
    std::string text;
    bool isQuoted = false;
    std::size_t i = 0;
    for (; i < line.size(); ++i) {
        const char character = line[i];
        if (character == '\\' && i + 1 < line.size()) {
            text += line[++i];
            continue;
        }
        if (character == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && ends.find(character) != std::string_view::npos)
            break;
        text += character;
    }
    line.remove_prefix(i);
    return text;
}

bool areDigits(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void addTag(TextFields& fields, std::string key, std::string value) {
    TextField field;
    field.key = std::move(key);
    field.text = std::move(value);
    field.isKey = true;
    fields.fields.push_back(std::move(field));
}

bool addValue(TextFields& fields, std::string key, std::string value) {
    TextField field;
    field.key = std::move(key);
    std::string_view number = value;
    if (number.size() > 1 && (number.ends_with('i') || number.ends_with('u')))
        number.remove_suffix(1);
    const ParsedNumber parsed = parseNumber(number);
    const bool isText = number.starts_with('"');
    const bool isBool =
        value == "true" || value == "false" || value == "t" || value == "f" || value == "T" || value == "F";
    if (parsed.kind == ParsedNumber::Kind::Finite) {
        field.kind = TextField::Kind::Number;
        field.number = parsed.value;
    } else if (!isText && !isBool) {
        return false;
    }
    field.text = std::move(value);
    fields.fields.push_back(std::move(field));
    return true;
}

} // namespace

bool readLineProtocol(std::string_view line, TextFields& fields) {
    fields.clear();
    line = trimmed(line);
    addTag(fields, "measurement", takeUntil(line, ", "));
    if (fields.fields.front().text.empty() ||
        fields.fields.front().text.find_first_of("=:\"{") != std::string::npos)
        return false;
    while (line.starts_with(',')) {
        line.remove_prefix(1);
        std::string key = takeUntil(line, "=, ");
        if (!line.starts_with('='))
            return false;
        line.remove_prefix(1);
        addTag(fields, std::move(key), takeUntil(line, ", "));
    }
    do {
        if (line.empty())
            return false;
        line.remove_prefix(1);
        std::string key = takeUntil(line, "=, ");
        if (key.empty() || !line.starts_with('='))
            return false;
        line.remove_prefix(1);
        if (!addValue(fields, std::move(key), takeUntil(line, ", ")))
            return false;
    } while (line.starts_with(','));
    const std::string_view time = trimmed(line);
    fields.time = time;
    // Without tags and time "a b=1" may be anything.
    return time.empty() ? fields.fields.size() > 2 && fields.fields[1].isKey : areDigits(time);
}

bool readExposition(std::string_view line, TextFields& fields) {
    fields.clear();
    const std::size_t open = line.find('{');
    const std::size_t close = line.rfind('}');
    if (open == 0 || open == std::string_view::npos || close == std::string_view::npos || close < open ||
        line.substr(0, open).find_first_of(" \t\":=,") != std::string_view::npos)
        return false;
    std::string_view labels = line.substr(open + 1, close - open - 1);
    while (!labels.empty()) {
        std::string key = takeUntil(labels, "=");
        if (labels.size() < 2)
            return false;
        labels.remove_prefix(1);
        std::string value = takeUntil(labels, ",");
        std::erase(value, '"');
        addTag(fields, std::move(key), std::move(value));
        labels.remove_prefix(std::min<std::size_t>(1, labels.size()));
    }
    std::string_view rest = trimmed(line.substr(close + 1));
    std::string value = takeUntil(rest, " ");
    fields.time = trimmed(rest);
    return addValue(fields, std::string(line.substr(0, open)), std::move(value)) &&
           (fields.time.empty() || areDigits(fields.time));
}

} // namespace rillscope
