// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DecimalTime.h"

#include "core/parse/DateText.h"
#include "core/parse/TextScanner.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace rillscope {
namespace {

__extension__ using Wide = __int128;

constexpr int mostDigits = 19;
constexpr int mostExponent = 60;

/// mantissa · 10^exponent.
struct Decimal {
    std::int64_t mantissa = 0;
    int exponent = 0;
};

std::optional<int> readExponent(TextScanner& scan) {
    if (scan.isAtEnd())
        return 0;
    if (!scan.takeOneOf("eE"))
        return std::nullopt;
    scan.take("+");
    int exponent = 0;
    const std::string_view rest = scan.rest();
    const auto result = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    const bool isAll = result.ec == std::errc() && result.ptr == rest.data() + rest.size();
    if (!isAll || exponent > mostExponent || exponent < -mostExponent)
        return std::nullopt;
    return exponent;
}

std::optional<Decimal> readDecimal(std::string_view text) {
    TextScanner scan(text);
    const bool isNegative = scan.peek() == '-';
    scan.takeOneOf("+-");
    std::uint64_t mantissa = 0;
    int digits = 0;
    int scale = 0;
    bool isFraction = false;
    bool hasDigit = false;
    for (; !scan.isAtEnd(); scan.skip()) {
        const char character = scan.peek();
        if (TextScanner::isDigit(character)) {
            hasDigit = true;
            const bool isKept = digits < mostDigits;
            if (!isKept && !isFraction)
                return std::nullopt;
            if (!isKept)
                continue;
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(character - '0');
            digits += mantissa != 0 ? 1 : 0;
            scale += isFraction ? 1 : 0;
        } else if ((character == '.' || character == ',') && !isFraction) {
            isFraction = true;
        } else {
            break;
        }
    }
    const auto exponent = readExponent(scan);
    if (!hasDigit || !exponent ||
        mantissa > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    const auto value = static_cast<std::int64_t>(mantissa);
    return Decimal{isNegative ? -value : value, *exponent - scale};
}

} // namespace

std::optional<Duration> decimalTime(std::string_view text, Duration unit) {
    const auto decimal = readDecimal(text);
    if (!decimal)
        return std::nullopt;
    constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
    Wide value = Wide(decimal->mantissa) * unit.count();
    int exponent = decimal->exponent;
    for (; exponent > 0 && value != 0; --exponent) {
        value *= 10;
        if (value > limit || value < -limit)
            return std::nullopt;
    }
    Wide divisor = 1;
    for (; exponent < 0; ++exponent) {
        if (divisor > limit * 1'000'000'000)
            return Duration{0};
        divisor *= 10;
    }
    // Towards zero, as further digits of a fraction are cut.
    value /= divisor;
    if (value > limit || value < -limit)
        return std::nullopt;
    return Duration{static_cast<std::int64_t>(value)};
}

std::optional<Timestamp> compactDate(std::string_view text) {
    const std::size_t whole = std::min(text.find_first_of(".,"), text.size());
    const bool hasFraction = whole < text.size();
    if (text.substr(0, whole).find_first_not_of("0123456789") != std::string_view::npos ||
        (whole != 8 && whole != 10 && whole != 12 && whole != 14) || (hasFraction && whole != 14))
        return std::nullopt;
    std::string spelled(text.substr(0, 8));
    spelled += 'T';
    spelled += text.substr(8, 2);
    if (whole == 8)
        spelled.pop_back();
    else
        spelled += whole == 10 ? std::string_view("00") : text.substr(10, 2);
    if (whole == 14)
        spelled += text.substr(12);
    const auto date = readDateText(spelled, DateOrder::YearFirst);
    const auto time = date ? date->timestamp() : std::nullopt;
    using namespace std::chrono;
    constexpr Timestamp earliest{sys_days{year{1970} / 1 / 1}};
    constexpr Timestamp latest{sys_days{year{2101} / 1 / 1}};
    return time && *time >= earliest && *time < latest ? time : std::nullopt;
}

} // namespace rillscope
