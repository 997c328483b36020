// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LiveText.h"

#include "core/parse/CellKind.h"
#include "core/parse/CsvCells.h"
#include "core/parse/DateText.h"
#include "core/parse/MissingWords.h"
#include "core/parse/NumberParser.h"
#include "core/parse/TextScanner.h"

#include <algorithm>
#include <optional>

namespace rillscope {
namespace {

constexpr std::string_view separators = " \t,;|";
constexpr std::size_t longestLabel = 2'048;

bool isTimeText(std::string_view text) {
    return readDateText(text, DateOrder::DayFirst) || readDateText(text, DateOrder::MonthFirst);
}

/// One or two words that are a time, also in square brackets.
std::size_t timeInFront(std::string_view line) {
    const bool isBracketed = line.starts_with('[');
    const std::size_t close = isBracketed ? line.find(']') : std::string_view::npos;
    if (isBracketed)
        return close != std::string_view::npos && isTimeText(line.substr(1, close - 1)) ? close + 1 : 0;
    const std::size_t first = std::min(line.find(' '), line.size());
    const std::size_t second =
        first == line.size() ? first : std::min(line.find(' ', first + 1), line.size());
    const bool hasDigit = !line.empty() && TextScanner::isDigit(line.front());
    if (hasDigit && second > first && isTimeText(line.substr(0, second)))
        return second;
    return hasDigit && first < line.size() && isTimeText(line.substr(0, first)) ? first : 0;
}

/// "I (1234) tag: ", "[INFO ] [some.class] - ", "INFO: ".
std::string_view withoutLogPrefix(std::string_view line) {
    const bool isLevel = line.size() > 4 &&
                         std::string_view("IWEDV").find(line[0]) != std::string_view::npos &&
                         line.substr(1, 2) == " (";
    if (isLevel) {
        const std::size_t close = line.find(')');
        const std::size_t colon = close == std::string_view::npos ? close : line.find(": ", close);
        return colon == std::string_view::npos ? line : trimmed(line.substr(colon + 2));
    }
    while (line.starts_with('[')) {
        const std::size_t close = line.find(']');
        if (close == std::string_view::npos)
            return line;
        line = trimmed(line.substr(close + 1));
        if (line.starts_with("- ") || line.starts_with(": "))
            line = trimmed(line.substr(2));
    }
    for (const std::string_view level : {"INFO", "DEBUG", "WARN", "WARNING", "ERROR"}) {
        if (line.starts_with(level) && line.size() > level.size() &&
            (line[level.size()] == ':' || line[level.size()] == ' '))
            return trimmed(line.substr(level.size() + 1));
    }
    return line;
}

/// Reads "label sep value [unit]" one after another.
class LabelReader {
public:
    LabelReader(std::string_view line, std::vector<TextField>& fields) : m_scan(line), m_fields(fields) {}

    /// Whether all of the line is fields, and at least one of them is a number.
    bool read() {
        skipSeparators();
        while (!m_scan.isAtEnd()) {
            if (!readField())
                return false;
            skipSeparators();
        }
        return std::any_of(m_fields.begin(), m_fields.end(),
                           [](const TextField& field) { return field.kind != TextField::Kind::Text; });
    }

private:
    void skipSeparators() {
        while (m_scan.takeOneOf(separators)) {
        }
    }

    bool readField() {
        m_scan.take(">");
        const auto label = readLabel();
        if (!label)
            return false;
        TextField field;
        field.key = *label;
        m_scan.skipBlanks();
        readValue(field);
        m_fields.push_back(std::move(field));
        return true;
    }

    /// Up to ":" or "="; blanks may stand within, but no other separator.
    std::optional<std::string> readLabel() {
        const std::string_view rest = m_scan.rest();
        if (!TextScanner::isLetter(m_scan.peek()) && m_scan.peek() != '_' && m_scan.peek() != '/' &&
            m_scan.peek() != '"')
            return std::nullopt;
        constexpr std::string_view ends = ":=,;|\t\"'<>{}";
        const bool isQuoted = rest.front() == '"';
        const std::size_t end = rest.find_first_of(isQuoted ? "\"" : ends, isQuoted ? 1 : 0);
        if (end == std::string_view::npos || end > longestLabel)
            return std::nullopt;
        const std::string_view label = trimmed(rest.substr(isQuoted ? 1 : 0, end - (isQuoted ? 1 : 0)));
        m_scan.skip(end + (isQuoted ? 1 : 0));
        m_scan.skipBlanks();
        const bool isUrl = m_scan.rest().starts_with("://");
        if (isUrl || label.empty() || !m_scan.takeOneOf(":="))
            return std::nullopt;
        return std::string(label);
    }

    void readValue(TextField& field) {
        if (m_scan.take("\"")) {
            const std::size_t close = std::min(m_scan.rest().find('"'), m_scan.rest().size());
            field.text = m_scan.rest().substr(0, close);
            m_scan.skip(close + 1);
            return;
        }
        const std::string_view rest = m_scan.rest();
        const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
        const std::string_view word = rest.substr(0, end);
        if (const auto split = numberAhead(word)) {
            m_scan.skip(split->size());
            field.kind = TextField::Kind::Number;
            field.number = parseNumber(*split).value;
            field.text = *split;
            readUnitBehind(field);
            return;
        }
        field.text = word;
        if (isMissingWord(word) || parseNumber(word).isValue())
            field.kind = TextField::Kind::Missing;
        m_scan.skip(end);
    }

    /// The number that a word begins with, if a unit or nothing follows it.
    static std::optional<std::string_view> numberAhead(std::string_view word) {
        if (parseNumber(word).kind == ParsedNumber::Kind::Finite)
            return word;
        std::size_t end = word.find_first_not_of("0123456789.+-eE");
        for (; end != std::string_view::npos && end > 0; --end) {
            const std::string_view number = word.substr(0, end);
            if (parseNumber(number).kind != ParsedNumber::Kind::Finite)
                continue;
            const std::string_view unit = word.substr(end);
            return readUnit(QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())),
                            UnitPlace::Own)
                       ? std::optional(number)
                       : std::nullopt;
        }
        return std::nullopt;
    }

    void readUnitBehind(TextField& field) {
        TextScanner ahead = m_scan;
        ahead.take(" ");
        const std::string_view rest = ahead.rest();
        std::size_t end = std::min(rest.find_first_of(separators), rest.size());
        std::string_view word = rest.substr(0, end);
        // "deg C" are two words.
        if ((word == "deg" || word == "Deg" || word == "degrees" || word == "°") && end < rest.size()) {
            const std::size_t next = std::min(rest.find_first_of(separators, end + 1), rest.size());
            const std::string_view two = rest.substr(0, next);
            if (readUnit(QString::fromUtf8(two.data(), static_cast<qsizetype>(two.size())), UnitPlace::Own)) {
                word = two;
                end = next;
            }
        }
        const bool isLabel = word.find_first_of(":=") != std::string_view::npos ||
                             trimmed(rest.substr(end)).starts_with('=') ||
                             trimmed(rest.substr(end)).starts_with(':');
        if (word.empty() || isLabel)
            return;
        const auto unit =
            readUnit(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), UnitPlace::Own);
        if (!unit)
            return;
        field.unit = *unit;
        ahead.skip(end);
        m_scan = ahead;
    }

    TextScanner m_scan;
    std::vector<TextField>& m_fields;
};

/// Numbers with units, or behind an arrow without: they are called by their place.
bool readValuesInARow(std::string_view line, bool needsUnit, std::vector<TextField>& fields) {
    std::size_t units = 0;
    while (!trimmed(line).empty()) {
        line = line.substr(std::min(line.find_first_not_of(separators), line.size()));
        std::size_t end = std::min(line.find_first_of(separators), line.size());
        std::optional<Quantity> quantity;
        // The unit may stand apart: "23.5 C".
        if (end < line.size() && (line[end] == ' ' || line[end] == '\t')) {
            const std::size_t next = std::min(line.find_first_of(separators, end + 1), line.size());
            quantity = splitQuantity(line.substr(0, next));
            end = quantity ? next : end;
        }
        const std::string_view word = line.substr(0, end);
        if (!quantity)
            quantity = splitQuantity(word);
        const ParsedNumber number = parseNumber(quantity ? quantity->number : word);
        if (number.kind != ParsedNumber::Kind::Finite)
            return false;
        TextField field;
        field.key = "sensor-" + std::to_string(fields.size() + 1);
        field.kind = TextField::Kind::Number;
        field.number = number.value;
        if (quantity)
            field.unit = quantity->unit;
        units += quantity ? 1 : 0;
        fields.push_back(std::move(field));
        line = line.substr(end);
    }
    return !fields.empty() && (units > 0 || !needsUnit);
}

/// "hall/temp 21.5", "Temperature 21.5 C".
bool readTopicAndValue(std::string_view line, std::vector<TextField>& fields) {
    const std::size_t end = line.find_first_of(" \t");
    if (end == std::string_view::npos || !(TextScanner::isLetter(line.front()) || line.front() == '/'))
        return false;
    std::vector<TextField> values;
    if (line.substr(0, end).find_first_of(",;|=") != std::string_view::npos ||
        !readValuesInARow(trimmed(line.substr(end)), false, values) || values.size() != 1)
        return false;
    values.front().key = line.substr(0, end);
    if (values.front().key.ends_with(':'))
        values.front().key.pop_back();
    fields.push_back(std::move(values.front()));
    return true;
}

} // namespace

std::string withoutColours(std::string_view line) {
    std::string text;
    while (!line.empty()) {
        const std::size_t escape = std::min(line.find("\x1b["), line.size());
        text += line.substr(0, escape);
        line.remove_prefix(escape);
        if (line.empty())
            break;
        const std::size_t end = line.find_first_not_of("0123456789;?", 2);
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    return text;
}

bool readLiveText(std::string_view line, TextFields& fields) {
    fields.clear();
    line = trimmed(line);
    if (line.empty())
        return false;
    const std::size_t arrow = line.find(" -> ");
    if (arrow != std::string_view::npos && isTimeText(trimmed(line.substr(0, arrow)))) {
        fields.time = trimmed(line.substr(0, arrow));
        fields.isArrow = true;
        line = trimmed(line.substr(arrow + 4));
    } else if (const std::size_t end = timeInFront(line); end > 0) {
        fields.time = trimmed(line.substr(0, end));
        if (fields.time.starts_with('['))
            fields.time = fields.time.substr(1, fields.time.size() - 2);
        line = trimmed(line.substr(end));
    }
    if (line.empty())
        return false;
    line = withoutLogPrefix(line);
    if (LabelReader(line, fields.fields).read())
        return true;
    fields.fields.clear();
    if (readValuesInARow(line, !fields.isArrow, fields.fields))
        return true;
    fields.fields.clear();
    return readTopicAndValue(line, fields.fields);
}

} // namespace rillscope
