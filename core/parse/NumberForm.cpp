// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/NumberForm.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::array<std::string_view, 4> wideBlanks{"\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89",
                                                     "\xe2\x80\x99"};

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// Without a guard; "+ 21.5" without the blanks behind its sign.
std::string_view unguarded(std::string_view cell) {
    if (cell.size() > 1 && cell.front() == '\'' && (cell[1] == '-' || cell[1] == '+' || cell[1] == '='))
        cell.remove_prefix(1);
    return cell;
}

struct SignAndDigits {
    char sign = '\0';
    std::string_view digits;
};

SignAndDigits splitSign(std::string_view cell) {
    cell = unguarded(cell);
    SignAndDigits parts{'\0', cell};
    constexpr std::string_view minus = "\xe2\x88\x92"; // the sign of typography
    if (cell.starts_with(minus)) {
        parts = {'-', cell.substr(minus.size())};
    } else if (!cell.empty() && (cell.front() == '-' || cell.front() == '+')) {
        parts = {cell.front(), cell.substr(1)};
    }
    if (parts.sign != '\0')
        parts.digits.remove_prefix(std::min(parts.digits.find_first_not_of(' '), parts.digits.size()));
    return parts;
}

/// Digits of a number in groups, its marks as they stand: "1,234.5e3" without the exponent.
struct Shape {
    bool isNumber = false;
    std::size_t commas = 0;
    std::size_t points = 0;
    std::size_t others = 0;
    std::size_t lastComma = 0;
    std::size_t lastPoint = 0;
    std::size_t end = 0; ///< of the mantissa
};

std::size_t otherGroupMark(std::string_view text, std::size_t at) {
    if (text[at] == '\'' || text[at] == ' ')
        return 1;
    for (const std::string_view blank : wideBlanks) {
        if (text.substr(at).starts_with(blank))
            return blank.size();
    }
    return 0;
}

bool isExponent(std::string_view text) {
    if (text.empty())
        return true;
    if (text.front() != 'e' && text.front() != 'E')
        return false;
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-'))
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

Shape shapeOf(std::string_view digits) {
    Shape shape;
    std::size_t position = 0;
    bool hasDigit = false;
    while (position < digits.size()) {
        const char character = digits[position];
        if (isDigit(character)) {
            hasDigit = true;
            ++position;
            continue;
        }
        const bool isWhole = shape.commas + shape.points == 0;
        const std::size_t other = isWhole ? otherGroupMark(digits, position) : 0;
        if (character == ',') {
            ++shape.commas;
            shape.lastComma = position;
        } else if (character == '.') {
            ++shape.points;
            shape.lastPoint = position;
        } else if (other > 0) {
            const std::size_t next = position + other;
            const std::string_view group = digits.substr(next, 3);
            if (group.size() < 3 || !std::all_of(group.begin(), group.end(), isDigit) || !hasDigit)
                break;
            ++shape.others;
        } else {
            break;
        }
        position += std::max<std::size_t>(other, 1);
    }
    shape.end = position;
    shape.isNumber = hasDigit && isExponent(digits.substr(position));
    return shape;
}

/// Whether all marks of this kind can stand between groups: "1,234", "1,23,456", not "0,123" nor "1234,567".
bool groups(std::string_view digits, char mark) {
    const std::size_t first = digits.find(mark);
    if (first == 0 || first > 3 || digits.front() == '0')
        return false;
    std::size_t begin = first + 1;
    while (true) {
        const std::size_t end = std::min(digits.find_first_not_of("0123456789", begin), digits.size());
        const bool isLast = end >= digits.size() || digits[end] != mark;
        const std::size_t length = end - begin;
        if (length != 3 && (isLast || length != 2))
            return false;
        if (isLast)
            return true;
        begin = end + 1;
    }
}

} // namespace

ParsedNumber readNumber(std::string_view cell, const NumberForm& form, std::string& scratch) {
    using Decimal = NumberForm::Decimal;
    if (form.decimal == Decimal::Point && !form.isGrouped) {
        const ParsedNumber number = parseNumber(cell);
        if (number.kind != ParsedNumber::Kind::NoNumber)
            return number;
    }
    const SignAndDigits parts = splitSign(cell);
    const Shape shape = shapeOf(parts.digits);
    if (!shape.isNumber)
        return parseNumber(cell);
    const bool hasBoth = shape.commas > 0 && shape.points > 0;
    const bool isPointLast = shape.points > 0 && (shape.commas == 0 || shape.lastPoint > shape.lastComma);
    const bool isDecimalPoint =
        form.decimal == Decimal::Point || (form.decimal == Decimal::Either && isPointLast);
    const char decimal = isDecimalPoint ? '.' : ',';
    const char group = isDecimalPoint ? ',' : '.';
    const std::size_t decimals = isDecimalPoint ? shape.points : shape.commas;
    const std::size_t grouped = isDecimalPoint ? shape.commas : shape.points;
    const bool isOrdered = !hasBoth || isPointLast == isDecimalPoint;
    const bool mayGroup = form.isGrouped || shape.others > 0;
    if (decimals > 1 || !isOrdered || (grouped > 0 && (!mayGroup || !groups(parts.digits, group))))
        return {};
    scratch.clear();
    if (parts.sign == '-')
        scratch += '-';
    for (const char character : parts.digits) {
        if (character == decimal)
            scratch += '.';
        else if (isDigit(character) || character == 'e' || character == 'E' || character == '+' ||
                 character == '-')
            scratch += character;
    }
    return parseNumber(scratch);
}

bool isNumberInSomeForm(std::string_view cell) {
    const SignAndDigits parts = splitSign(cell);
    const Shape shape = shapeOf(parts.digits);
    if (!shape.isNumber || (shape.commas > 1 && shape.points > 1))
        return false;
    const bool areManyCommas = shape.commas > 1 && !groups(parts.digits, ',');
    const bool areManyPoints = shape.points > 1 && !groups(parts.digits, '.');
    return !areManyCommas && !areManyPoints;
}

void NumberEvidence::add(std::string_view cell) {
    const std::string_view digits = splitSign(cell).digits;
    const Shape shape = shapeOf(digits);
    if (!shape.isNumber)
        return;
    m_otherGroups += shape.others > 0 ? 1 : 0;
    if (shape.commas > 0 && shape.points > 0) {
        ++(shape.lastPoint > shape.lastComma ? m_groupingCommas : m_groupingPoints);
    } else if (shape.commas > 1) {
        ++m_groupingCommas;
    } else if (shape.points > 1) {
        ++m_groupingPoints;
    } else if (shape.commas == 1) {
        ++(groups(digits, ',') && shape.end == digits.size() ? m_openCommas : m_decimalCommas);
    } else if (shape.points == 1) {
        ++(groups(digits, '.') && shape.end == digits.size() ? m_openPoints : m_decimalPoints);
    } else {
        ++m_plainNumbers;
    }
}

NumberForm NumberEvidence::form(char separator) const {
    using Decimal = NumberForm::Decimal;
    const bool hasOther = m_otherGroups > 0;
    if (m_groupingCommas > 0)
        return {Decimal::Point, true};
    if (m_groupingPoints > 0)
        return {Decimal::Comma, true};
    if (m_decimalCommas > 0 && m_decimalPoints == 0)
        return {Decimal::Comma, m_openPoints > 0 || hasOther};
    if (m_decimalCommas > 0)
        return {Decimal::Either, hasOther};
    if (m_openCommas > 0 && (m_decimalPoints > 0 || m_openPoints > 0 || separator == ','))
        return {Decimal::Point, true};
    if (m_openCommas > 0)
        return {Decimal::Comma, hasOther};
    // Nothing tells; a decimal comma may still come where it separates no cells.
    return {separator == ',' || m_decimalPoints + m_openPoints > 0 ? Decimal::Point : Decimal::Either,
            hasOther};
}

bool NumberEvidence::isAmbiguous(char separator) const {
    const bool isOpen = m_openCommas > 0 && m_groupingCommas == 0 && m_groupingPoints == 0 &&
                        m_decimalCommas == 0 && m_decimalPoints == 0 && m_openPoints == 0;
    // A semicolon separates because the comma is taken; then each value has one, or it groups digits.
    return isOpen && (separator == ',' || m_plainNumbers > 0);
}

} // namespace rillscope
