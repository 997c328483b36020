// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/MissingWords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rillscope {
namespace {

/// In lower case, without "#", "<", ">", "!", "*" and blanks around them.
constexpr std::array<std::string_view, 62> words{
    "n/a",          "na",        "nan",      "null",         "nil",        "none",         "n.a.",
    "n.a",          "n.d.",      "nd",       "n/d",          "no data",    "nodata",       "novalue",
    "no value",     "invalid",   "bad",      "err",          "error",      "err.",         "fault",
    "fail",         "failed",    "failure",  "open",         "opened",     "short",        "ol",
    "o.l",          "o.l.",      "over",     "under",        "ovr",        "ovf",          "unf",
    "overflow",     "underflow", "overload", "overrange",    "underrange", "over range",   "under range",
    "unavailable",  "unknown",   "offline",  "missing",      "burnout",    "disconnected", "div/0",
    "off",          "no sensor", "nosensor", "sensor error", "fehler",     "undefined",    "b.out",
    "open circuit", "tc open",   "t/c open", "no signal",    "no reading", "not connected"};

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

std::string_view bare(std::string_view cell) {
    constexpr std::string_view around = "#<>!*+- \t()[]";
    const std::size_t begin = cell.find_first_not_of(around);
    if (begin == std::string_view::npos)
        return {};
    return cell.substr(begin, cell.find_last_not_of(around) - begin + 1);
}

bool isOnlyOf(std::string_view cell, std::string_view characters) {
    return !cell.empty() && cell.find_first_not_of(characters) == std::string_view::npos;
}

} // namespace

bool isMissingWord(std::string_view cell) {
    if (isOnlyOf(cell, "-") || isOnlyOf(cell, "*") || isOnlyOf(cell, "?") || isOnlyOf(cell, "#") ||
        isOnlyOf(cell, "-.") || isOnlyOf(cell, "_") || cell == "\xe2\x80\x93" || cell == "\xe2\x80\x94" ||
        cell == "/" || cell == "\\N" || cell == "#VALUE!" || cell == "#NUM!" || cell == "#REF!")
        return true;
    const std::string_view word = bare(cell);
    const bool isLong = word.size() > 14 || word.empty();
    return !isLong && std::any_of(words.begin(), words.end(), [word](std::string_view known) {
        return std::equal(word.begin(), word.end(), known.begin(), known.end(),
                          [](char a, char b) { return lower(a) == b; });
    });
}

bool isOverloadCode(double value) {
    constexpr double asFloat = 1e-7; // what a float has of it, relatively
    const double magnitude = std::abs(value);
    const auto is = [magnitude](double code) { return std::abs(magnitude - code) <= code * asFloat; };
    const bool isAllNines = magnitude >= 9.9999e37 && magnitude < 1e38;
    return is(9.9e37) || is(9.91e37) || isAllNines;
}

} // namespace rillscope
