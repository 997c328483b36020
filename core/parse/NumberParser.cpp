// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/NumberParser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace rillscope {
namespace {

using Kind = ParsedNumber::Kind;

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// `lowerCase` must be lower-case ASCII.
bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) {
    const auto equal = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    };
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(), equal);
}

ParsedNumber parseWord(std::string_view word, bool isNegative) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (equalsIgnoringCase(word, "nan"))
        return {Kind::NotFinite, std::numeric_limits<double>::quiet_NaN()};
    if (equalsIgnoringCase(word, "inf") || equalsIgnoringCase(word, "infinity"))
        return {Kind::NotFinite, isNegative ? -infinity : infinity};
    return {};
}

/// from_chars() says "out of range" for both ends. `text` is an unsigned decimal number: it is too large when
/// its first digit that is not 0 stands left of the decimal point once the exponent is applied.
bool isTooLarge(std::string_view text) {
    const std::size_t mantissaEnd = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, mantissaEnd);
    const auto point = static_cast<long long>(std::min(mantissa.find('.'), mantissa.size()));
    const auto firstDigit = static_cast<long long>(mantissa.find_first_of("123456789"));
    const long long magnitude = point - firstDigit;

    std::string_view exponentText = text.substr(std::min(mantissaEnd + 1, text.size()));
    const bool isNegative = exponentText.starts_with('-');
    if (isNegative || exponentText.starts_with('+'))
        exponentText.remove_prefix(1);
    long long exponent = 0;
    const auto result =
        std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (result.ec == std::errc::result_out_of_range)
        return !isNegative;
    return magnitude > (isNegative ? exponent : -exponent);
}

/// "21.5", without an exponent and with at most 15 digits: those are a whole number that a double holds, over
/// a power of ten that it holds as well, whose quotient is the nearest double by the rules of arithmetic.
/// Source: W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990.
std::optional<double> parseShort(std::string_view text) {
    constexpr std::size_t mostDigits = 15;
    constexpr std::array<double, mostDigits + 1> powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.size() > mostDigits + 1)
        return std::nullopt;
    std::int64_t digits = 0;
    std::size_t count = 0;
    std::optional<std::size_t> pointAt; // the digits before it
    for (const char character : text) {
        if (isDigit(character)) {
            digits = digits * 10 + (character - '0');
            ++count;
        } else if (character == '.' && !pointAt) {
            pointAt = count;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > mostDigits)
        return std::nullopt;
    return static_cast<double>(digits) / powers[pointAt ? count - *pointAt : 0];
}

ParsedNumber parseDigits(std::string_view text, bool isNegative) {
    if (const auto value = parseShort(text))
        return {Kind::Finite, isNegative ? -*value : *value};
    const char* end = text.data() + text.size();
    double value = 0.0;
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ptr != end || result.ec == std::errc::invalid_argument)
        return {};
    if (result.ec == std::errc::result_out_of_range) {
        if (isTooLarge(text))
            return {Kind::BeyondRange, 0.0};
        value = 0.0;
    }
    return {Kind::Finite, isNegative ? -value : value};
}

} // namespace

ParsedNumber parseNumber(std::string_view text, DecimalMark mark) {
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty())
        return {};
    const bool hasComma = mark == DecimalMark::PointOrComma && text.find(',') != std::string_view::npos;
    if (!isDigit(text.front()) && text.front() != '.' && !(hasComma && text.front() == ','))
        return parseWord(text, isNegative);
    if (!hasComma)
        return parseDigits(text, isNegative);
    // "1.234,5" may mean two things; it is left unread.
    if (text.find('.') != std::string_view::npos)
        return {};
    std::string withPoint(text);
    withPoint[withPoint.find(',')] = '.';
    return parseDigits(withPoint, isNegative);
}

} // namespace rillscope
