// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"

#include <charconv>
#include <limits>

namespace rillscope {
namespace {

using std::chrono::floor;

void appendPadded(std::string& text, std::int64_t value, int width) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const auto length = static_cast<int>(end - digits);
    text.append(static_cast<std::size_t>(std::max(0, width - length)), '0');
    text.append(digits, end);
}

void appendFraction(std::string& text, std::int64_t nanoseconds) {
    if (nanoseconds == 0)
        return;
    text += '.';
    if (nanoseconds % 1'000'000 == 0)
        appendPadded(text, nanoseconds / 1'000'000, 3);
    else if (nanoseconds % 1'000 == 0)
        appendPadded(text, nanoseconds / 1'000, 6);
    else
        appendPadded(text, nanoseconds, 9);
}

/// Takes fixed-width fields off the front of a text; any mismatch makes it fail for good.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_rest(text) {}

    bool hasFailed() const { return m_failed; }
    bool isAtEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    int number(std::size_t width) {
        if (m_rest.size() < width)
            return fail();
        int value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (!isDigit(m_rest[i]))
                return fail();
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(width);
        return value;
    }

    void expectOneOf(std::string_view allowed) {
        // Not find(), which calls a function for each of these few characters.
        for (const char character : allowed) {
            if (!m_rest.empty() && m_rest.front() == character) {
                m_rest.remove_prefix(1);
                return;
            }
        }
        fail();
    }

    /// The digits after a '.', as nanoseconds.
    std::int64_t fraction() {
        std::int64_t value = 0;
        int digits = 0;
        while (isDigit(peek())) {
            if (digits < 9) {
                value = value * 10 + (peek() - '0');
                ++digits;
            } else if (++digits > 32) {
                return fail();
            }
            m_rest.remove_prefix(1);
        }
        if (digits == 0)
            return fail();
        for (; digits < 9; ++digits)
            value *= 10;
        return value;
    }

private:
    static bool isDigit(char character) { return character >= '0' && character <= '9'; }

    int fail() {
        m_failed = true;
        m_rest = {};
        return 0;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

std::chrono::minutes readOffset(FieldReader& reader) {
    const char sign = reader.peek();
    if (sign == '\0')
        return std::chrono::minutes{0};
    reader.expectOneOf("Zz+-");
    if (sign != '+' && sign != '-')
        return std::chrono::minutes{0};
    const int hours = reader.number(2);
    if (reader.peek() == ':')
        reader.expectOneOf(":");
    const int minutes = reader.number(2);
    if (hours > 23 || minutes > 59)
        reader.expectOneOf("");
    const std::chrono::minutes offset{hours * 60 + minutes};
    return sign == '-' ? -offset : offset;
}

std::optional<Timestamp> toTimestamp(std::chrono::sys_seconds seconds, std::int64_t nanoseconds) {
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 1'000'000'000 - 1;
    const std::int64_t count = seconds.time_since_epoch().count();
    if (count < -limit || count > limit)
        return std::nullopt;
    return fromNanoseconds(count * 1'000'000'000 + nanoseconds);
}

} // namespace

void appendRfc3339(std::string& text, Timestamp time) {
    // Divided before the calendar comes in: the midnight before Timestamp::min() is no Timestamp.
    std::int64_t second = toNanoseconds(time) / 1'000'000'000;
    std::int64_t nanosecond = toNanoseconds(time) % 1'000'000'000;
    if (nanosecond < 0) {
        nanosecond += 1'000'000'000;
        --second;
    }
    const std::chrono::sys_seconds seconds{std::chrono::seconds{second}};
    const auto day = floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{seconds - day};
    appendPadded(text, static_cast<int>(date.year()), 4);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.day()), 2);
    text += 'T';
    appendPadded(text, clock.hours().count(), 2);
    text += ':';
    appendPadded(text, clock.minutes().count(), 2);
    text += ':';
    appendPadded(text, clock.seconds().count(), 2);
    appendFraction(text, nanosecond);
    text += 'Z';
}

std::string formatRfc3339(Timestamp time) {
    std::string text;
    appendRfc3339(text, time);
    return text;
}

std::optional<Timestamp> parseRfc3339(std::string_view text) {
    FieldReader reader(text);
    const int year = reader.number(4);
    reader.expectOneOf("-");
    const int month = reader.number(2);
    reader.expectOneOf("-");
    const int day = reader.number(2);
    reader.expectOneOf("Tt ");
    const int hour = reader.number(2);
    reader.expectOneOf(":");
    const int minute = reader.number(2);
    reader.expectOneOf(":");
    const int second = reader.number(2);
    std::int64_t nanoseconds = 0;
    if (reader.peek() == '.') {
        reader.expectOneOf(".");
        nanoseconds = reader.fraction();
    }
    const std::chrono::minutes offset = readOffset(reader);
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (reader.hasFailed() || !reader.isAtEnd() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const auto seconds = std::chrono::sys_days{date} + std::chrono::hours{hour} +
                         std::chrono::minutes{minute} + std::chrono::seconds{second} - offset;
    return toTimestamp(seconds, nanoseconds);
}

bool namesZone(std::string_view rfc3339) {
    constexpr std::size_t clockEnd = 19; // "2023-01-01T00:00:00"
    return rfc3339.find_first_of("Zz+-", clockEnd) != std::string_view::npos;
}

} // namespace rillscope
