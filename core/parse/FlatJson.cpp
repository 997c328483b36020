// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FlatJson.h"

#include "core/parse/CsvCells.h"
#include "core/parse/JsonFields.h"
#include "core/parse/MissingWords.h"
#include "core/parse/NumberParser.h"

#include <algorithm>
#include <optional>

namespace rillscope {
namespace {

/// Digits that every double keeps.
constexpr std::size_t mostDigits = 15;

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// Walks over the text of one object.
class FlatObject {
public:
    explicit FlatObject(std::string_view text) : m_rest(text) {}

    bool read(TextFields& fields) {
        std::size_t count = 0;
        if (!take('{'))
            return false;
        do {
            if (count == JsonFields::maxFields)
                return false;
            if (count == fields.fields.size())
                fields.fields.emplace_back();
            if (!readMember(fields.fields[count++]))
                return false;
        } while (take(','));
        fields.fields.resize(count);
        return take('}') && m_rest.empty();
    }

private:
    /// Takes a character, and the blanks behind it.
    bool take(char character) {
        if (!m_rest.starts_with(character))
            return false;
        m_rest.remove_prefix(1);
        skipBlanks();
        return true;
    }

    void skipBlanks() {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\t' ||
                                   m_rest.front() == '\r' || m_rest.front() == '\n'))
            m_rest.remove_prefix(1);
    }

    bool readMember(TextField& field) {
        field.number = 0.0;
        field.unit.reset();
        field.isKey = false;
        const auto key = takeString();
        const auto isPlain = [](char character) { return character > 0; };
        if (!key || key->empty() || !std::all_of(key->begin(), key->end(), isPlain) || !take(':'))
            return false;
        field.key = *key;
        return m_rest.starts_with('"') ? readText(field) : readNumber(field) || readWord(field);
    }

    /// A string without a backslash; control characters may not stand in one.
    std::optional<std::string_view> takeString() {
        if (!m_rest.starts_with('"'))
            return std::nullopt;
        std::size_t end = 1;
        while (end < m_rest.size() && m_rest[end] != '"') {
            if (m_rest[end] == '\\' || static_cast<unsigned char>(m_rest[end]) < ' ')
                return std::nullopt;
            ++end;
        }
        if (end == m_rest.size())
            return std::nullopt;
        const std::string_view text = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        skipBlanks();
        return text;
    }

    bool readText(TextField& field) {
        const auto text = takeString();
        if (!text)
            return false;
        takeJsonText(*text, field);
        return true;
    }

    std::size_t takeDigits() {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        m_rest.remove_prefix(count);
        return count;
    }

    /// A number without an exponent, whose digits say exactly what its double does.
    bool readNumber(TextField& field) {
        const std::string_view begin = m_rest;
        if (m_rest.starts_with('-'))
            m_rest.remove_prefix(1);
        const bool hasLeadingZero = m_rest.starts_with('0');
        const std::size_t whole = takeDigits();
        if (whole == 0 || (hasLeadingZero && whole > 1))
            return giveBack(begin);
        std::size_t decimals = 0;
        if (m_rest.starts_with('.')) {
            m_rest.remove_prefix(1);
            decimals = takeDigits();
            if (decimals == 0)
                return giveBack(begin);
        }
        const bool isMore = m_rest.starts_with('e') || m_rest.starts_with('E');
        if (isMore || whole + decimals > mostDigits)
            return giveBack(begin);
        std::string_view digits = begin.substr(0, begin.size() - m_rest.size());
        field.kind = TextField::Kind::Number;
        field.number = parseNumber(digits).value;
        if (field.number == 0.0 && digits.starts_with('-'))
            return giveBack(begin);
        if (decimals > 0) { // "21.50" is 21.5, and "21.0" is 21
            digits = digits.substr(0, digits.find_last_not_of('0') + 1);
            digits = digits.ends_with('.') ? digits.substr(0, digits.size() - 1) : digits;
        }
        field.text = digits;
        skipBlanks();
        return true;
    }

    bool giveBack(std::string_view rest) {
        m_rest = rest;
        return false;
    }

    bool readWord(TextField& field) {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (!m_rest.starts_with(word))
                continue;
            field.kind = word == "null" ? TextField::Kind::Missing : TextField::Kind::Text;
            field.text = word;
            m_rest.remove_prefix(word.size());
            skipBlanks();
            return true;
        }
        return false;
    }

    std::string_view m_rest;
};

/// In the order of JsonFields, which is that of the keys. False when two are the same.
bool sortByKey(std::vector<TextField>& fields) {
    const auto isBefore = [](const TextField& a, const TextField& b) { return a.key < b.key; };
    if (!std::is_sorted(fields.begin(), fields.end(), isBefore))
        std::sort(fields.begin(), fields.end(), isBefore);
    const auto isSame = [](const TextField& a, const TextField& b) { return a.key == b.key; };
    return std::adjacent_find(fields.begin(), fields.end(), isSame) == fields.end();
}

} // namespace

bool readFlatJson(std::string_view text, TextFields& fields) {
    fields.time.clear();
    fields.isArrow = false;
    return FlatObject(text).read(fields) && sortByKey(fields.fields);
}

} // namespace rillscope
