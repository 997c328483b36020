// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimestampParser.h"

#include "core/base/Rfc3339.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rillscope {
namespace {

constexpr std::size_t dateLength = 10;         // 2013-12-02
constexpr std::size_t minutesLength = 16;      // 2013-12-02T21:15
constexpr std::size_t wholeSecondsLength = 19; // 2013-12-02T21:15:00
constexpr std::size_t maxDateTextLength = 70;

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

bool looksLikeDate(std::string_view text) {
    return text.size() >= dateLength && text[4] == '-' && text[7] == '-';
}

/// The everyday forms are RFC 3339 once their missing parts are put in.
std::optional<Timestamp> parseDate(std::string_view text) {
    if (text.size() > maxDateTextLength)
        return std::nullopt;
    const bool isComplete = text.size() >= wholeSecondsLength && text[minutesLength] == ':' &&
                            (text.size() == wholeSecondsLength || text[wholeSecondsLength] != ',');
    if (isComplete)
        return parseRfc3339(text);
    std::string full(text);
    if (text.size() == dateLength)
        full += "T00:00:00";
    else if (text.size() == minutesLength || (text.size() > minutesLength && text[minutesLength] != ':'))
        full.insert(minutesLength, ":00");
    else if (text.size() > wholeSecondsLength)
        full[wholeSecondsLength] = '.';
    return parseRfc3339(full);
}

/// An unsigned decimal number, taken apart. No more than 19 digits of either part are kept.
struct Decimal {
    std::uint64_t whole = 0;
    std::array<char, 9> fraction{'0', '0', '0', '0', '0', '0', '0', '0', '0'};
    std::size_t wholeDigits = 0; ///< without leading zeros
};

std::optional<Decimal> splitDecimal(std::string_view text) {
    Decimal decimal;
    const std::size_t wholeLength = std::min(text.find_first_of(".,"), text.size());
    if (wholeLength == 0)
        return std::nullopt;
    for (const char digit : text.substr(0, wholeLength)) {
        if (!isDigit(digit))
            return std::nullopt;
        if (decimal.whole != 0 || digit != '0')
            ++decimal.wholeDigits;
        if (decimal.wholeDigits > 19)
            return std::nullopt;
        decimal.whole = decimal.whole * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    const std::string_view fraction = text.substr(std::min(wholeLength + 1, text.size()));
    if (!std::all_of(fraction.begin(), fraction.end(), isDigit))
        return std::nullopt;
    std::copy_n(fraction.begin(), std::min(fraction.size(), decimal.fraction.size()),
                decimal.fraction.begin());
    return decimal;
}

EpochUnit unitByMagnitude(std::uint64_t whole) {
    if (whole < 100'000'000'000)
        return EpochUnit::Seconds;
    if (whole < 100'000'000'000'000)
        return EpochUnit::Milliseconds;
    return whole < 100'000'000'000'000'000 ? EpochUnit::Microseconds : EpochUnit::Nanoseconds;
}

/// How many digits behind the decimal point make nanoseconds.
std::size_t digitsToNanoseconds(EpochUnit unit) {
    switch (unit) {
    case EpochUnit::Seconds:
        return 9;
    case EpochUnit::Milliseconds:
        return 6;
    case EpochUnit::Microseconds:
        return 3;
    case EpochUnit::Nanoseconds:
        break;
    }
    return 0;
}

std::optional<std::int64_t> toNanoseconds(const Decimal& decimal, EpochUnit unit) {
    constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t nanoseconds = decimal.whole;
    for (std::size_t i = 0; i < digitsToNanoseconds(unit); ++i) {
        if (nanoseconds > limit / 10)
            return std::nullopt;
        nanoseconds = nanoseconds * 10 + static_cast<std::uint64_t>(decimal.fraction[i] - '0');
    }
    if (nanoseconds > limit)
        return std::nullopt;
    return static_cast<std::int64_t>(nanoseconds);
}

} // namespace

std::optional<Timestamp> TimestampParser::parse(std::string_view text) {
    return looksLikeDate(text) ? parseDate(text) : parseEpoch(text);
}

std::optional<Timestamp> TimestampParser::parseEpoch(std::string_view text) {
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto decimal = splitDecimal(text);
    if (!decimal)
        return std::nullopt;
    // 0 is what a device without a set clock sends; it says nothing about the unit.
    const EpochUnit unit = m_epochUnit.value_or(unitByMagnitude(decimal->whole));
    const auto nanoseconds = toNanoseconds(*decimal, unit);
    if (!nanoseconds)
        return std::nullopt;
    if (*nanoseconds != 0)
        m_epochUnit = unit;
    return fromNanoseconds(isNegative ? -*nanoseconds : *nanoseconds);
}

bool TimestampParser::looksLikeTime(std::string_view text) {
    if (looksLikeDate(text))
        return parseDate(text).has_value();
    const auto decimal = splitDecimal(text);
    return decimal && decimal->wholeDigits >= 10 && decimal->wholeDigits % 3 == 1;
}

} // namespace rillscope
