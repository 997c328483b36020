// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DateText.h"

#include "core/parse/ClockText.h"
#include "core/parse/TextScanner.h"
#include "core/parse/TimeWords.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace rillscope {
namespace {

constexpr std::size_t longestText = 80;
constexpr std::int64_t secondsInDay = 86'400;

struct DateParts {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    bool dependsOnOrder = false;

    std::optional<std::int64_t> daysSinceEpoch() const {
        const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                               std::chrono::month{static_cast<unsigned>(month)},
                                               std::chrono::day{static_cast<unsigned>(day)}};
        if (!date.ok() || month < 1 || day < 1)
            return std::nullopt;
        return std::chrono::sys_days{date}.time_since_epoch().count();
    }
};

/// As POSIX reads two digits.
std::int64_t fullYear(std::int64_t year, std::size_t digits) {
    return digits == 4 ? year : year + (year < 69 ? 2'000 : 1'900);
}

/// Reads one text; what it has understood stands in `text`.
class DateReader {
public:
    DateReader(std::string_view input, DateOrder order) : m_scan(input), m_order(order) {}

    std::optional<DateText> read() {
        skipWeekday();
        if (!readDate() || !readClockBehind())
            return std::nullopt;
        if (m_text.hasDate && m_scan.digitsAhead() == 4 && m_needsYear && !readLateYear())
            return std::nullopt;
        if (m_needsYear || !m_scan.isAtEnd())
            return std::nullopt;
        return finish();
    }

private:
    void skipWeekday() {
        TextScanner ahead = m_scan;
        if (!isWeekday(ahead.letters()))
            return;
        ahead.takeOneOf(".");
        ahead.takeOneOf(",");
        if (ahead.peek() != ' ')
            return;
        ahead.skipBlanks();
        m_scan = ahead;
    }

    bool readDate() {
        if (TextScanner::isLetter(m_scan.peek()))
            return readMonthFirst();
        const std::size_t digits = m_scan.digitsAhead();
        if (digits == 8 && !TextScanner::isDigit(m_scan.peek(8)) && m_scan.peek(8) != '.')
            return readCompactDate();
        if (digits == 0 || digits > 4)
            return m_scan.peek() == '-' || m_scan.peek() == '+';
        const char separator = m_scan.peek(digits);
        if (m_scan.rest().substr(digits).starts_with("年"))
            return readChineseDate(digits);
        if (separator == '-' || separator == '/' || separator == '.' || separator == ' ') {
            TextScanner before = m_scan;
            if (readNumbers(digits, separator))
                return true;
            m_scan = before;
            if (readNamedMonth(digits))
                return true;
            m_scan = before;
            m_date = {};
        }
        return true; // perhaps a time of day alone
    }

    bool readMonthFirst() {
        const auto month = monthNamed(m_scan.letters());
        m_scan.takeOneOf(".");
        m_scan.skipBlanks();
        const std::size_t digits = m_scan.digitsAhead();
        if (!month || digits == 0 || digits > 2)
            return false;
        m_date.month = *month;
        m_date.day = m_scan.number(digits);
        m_text.hasDate = true;
        const bool hasComma = m_scan.take(",");
        TextScanner ahead = m_scan;
        ahead.skipBlanks();
        m_needsYear = true;
        if (ahead.digitsAhead() == 4 && (hasComma || ahead.peek(4) != ':')) {
            m_scan = ahead;
            m_date.year = m_scan.number(4);
            m_needsYear = false;
        }
        return true;
    }

    /// The year stands behind the time of day: "Sun Aug 30 21:00:00 UTC 2026".
    bool readLateYear() {
        m_date.year = m_scan.number(4);
        m_needsYear = false;
        return true;
    }

    bool readCompactDate() {
        m_date.year = m_scan.number(4);
        m_date.month = m_scan.number(2);
        m_date.day = m_scan.number(2);
        m_isCompact = true;
        m_text.hasDate = true;
        return true;
    }

    bool readChineseDate(std::size_t digits) {
        m_date.year = fullYear(m_scan.number(digits), digits);
        m_scan.take("年");
        const std::size_t month = m_scan.digitsAhead();
        if (month == 0 || month > 2)
            return false;
        m_date.month = m_scan.number(month);
        const std::size_t day = m_scan.take("月") ? m_scan.digitsAhead() : 0;
        if (day == 0 || day > 2)
            return false;
        m_date.day = m_scan.number(day);
        m_text.hasDate = true;
        return m_scan.take("日") || m_scan.take("号");
    }

    /// Three numbers with one separator.
    bool readNumbers(std::size_t digits, char separator) {
        if (separator == ' ')
            return false;
        const std::int64_t first = m_scan.number(digits);
        m_scan.skip();
        const std::size_t secondDigits = m_scan.digitsAhead();
        if (secondDigits == 0 || secondDigits > 2)
            return false;
        const std::int64_t second = m_scan.number(secondDigits);
        if (m_scan.peek() != separator)
            return false;
        m_scan.skip();
        if (separator == '.')
            m_scan.skipBlanks();
        const std::size_t thirdDigits = m_scan.digitsAhead();
        const bool isYearOdd = digits != 4 && thirdDigits != 2 && thirdDigits != 4;
        if (isYearOdd || thirdDigits == 0 || thirdDigits > 4 || digits == 3 ||
            (digits > 2 && thirdDigits > 2))
            return false;
        const std::int64_t third = m_scan.number(thirdDigits);
        arrange({first, second, third}, digits, thirdDigits, separator);
        m_text.hasDate = true;
        return true;
    }

    void arrange(const std::array<std::int64_t, 3>& parts, std::size_t firstDigits, std::size_t lastDigits,
                 char separator) {
        const auto [first, second, third] = parts;
        if (firstDigits == 4) {
            m_date = {first, second, third, false};
            return;
        }
        // Points stand between the parts where people write the day first.
        const bool isOpen = separator != '.';
        const std::int64_t year = fullYear(third, lastDigits);
        if (m_order == DateOrder::YearFirst)
            m_date = lastDigits == 2 && firstDigits == 2
                         ? DateParts{fullYear(first, 2), second, third, isOpen}
                         : DateParts{0, 0, 0, isOpen};
        else if (m_order == DateOrder::MonthFirst && isOpen)
            m_date = {year, first, second, true};
        else
            m_date = {year, second, first, isOpen};
    }

    /// "22-Nov-2026", "22 Nov 26", "22. November 2026".
    bool readNamedMonth(std::size_t digits) {
        if (digits > 2)
            return false;
        m_date.day = m_scan.number(digits);
        m_scan.takeOneOf(".-/");
        m_scan.skipBlanks();
        const auto month = monthNamed(m_scan.letters());
        if (!month)
            return false;
        m_date.month = *month;
        m_scan.takeOneOf(".-/,");
        m_scan.skipBlanks();
        const std::size_t yearDigits = m_scan.digitsAhead();
        if (yearDigits != 4 && yearDigits != 2)
            return false;
        m_date.year = fullYear(m_scan.number(yearDigits), yearDigits);
        m_text.hasDate = true;
        return true;
    }

    bool readClockBehind() {
        bool hasMark = false;
        if (m_text.hasDate) {
            if (m_scan.isAtEnd())
                return true;
            hasMark = m_scan.peek() == 'T' || m_scan.peek() == 't' || m_isCompact;
            if (!m_scan.takeOneOf("Tt_,;-") && m_scan.peek() != ' ' && !TextScanner::isLetter(m_scan.peek()))
                return false;
            m_scan.skipBlanks();
            if (TextScanner::isLetter(m_scan.peek()) && !isHalfOfDay())
                return readZoneBehind();
        }
        return readClock(m_scan, m_text.hasDate, hasMark, m_clock) && readZoneBehind();
    }

    bool isHalfOfDay() const {
        return m_scan.rest().starts_with("上午") || m_scan.rest().starts_with("下午");
    }

    /// A tab stands between columns, not within a time: what follows it is no zone.
    bool readZoneBehind() {
        TextScanner ahead = m_scan;
        ahead.skipBlanks();
        if (!ahead.isAtEnd() &&
            m_scan.rest().substr(0, m_scan.rest().size() - ahead.rest().size()).find('\t') !=
                std::string_view::npos)
            return false;
        if (ahead.isAtEnd() || (m_needsYear && TextScanner::isDigit(ahead.peek()))) {
            m_scan = ahead;
            return true;
        }
        const std::size_t blank = m_needsYear ? ahead.rest().rfind(' ') : std::string_view::npos;
        const auto offset = readZone(ahead.rest().substr(0, blank));
        if (!offset)
            return false;
        m_text.hasZone = true;
        m_offset = *offset;
        ahead.skip(std::min(blank, ahead.rest().size()));
        ahead.skipBlanks();
        m_scan = ahead;
        return true;
    }

    std::optional<DateText> finish() {
        m_text.hasClock = m_clock.hasClock;
        m_text.isNegative = m_clock.isNegative;
        m_text.nanoseconds = m_clock.nanoseconds;
        m_text.dependsOnOrder = m_date.dependsOnOrder;
        m_text.seconds = m_clock.seconds() - m_offset;
        if (!m_clock.isOk(m_text.hasDate) || !(m_text.hasDate || m_text.hasClock))
            return std::nullopt;
        if (!m_text.hasDate)
            return m_text;
        const auto days = m_date.daysSinceEpoch();
        if (!days)
            return std::nullopt;
        m_text.seconds += *days * secondsInDay;
        return m_text;
    }

    TextScanner m_scan;
    DateOrder m_order;
    DateText m_text;
    DateParts m_date;
    ClockText m_clock;
    std::int64_t m_offset = 0;
    bool m_needsYear = false;
    bool m_isCompact = false;
};

} // namespace

std::optional<Timestamp> DateText::timestamp() const {
    constexpr std::int64_t perSecond = 1'000'000'000;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / perSecond - 1;
    if (!hasDate || seconds > most || seconds < -most)
        return std::nullopt;
    return fromNanoseconds(seconds * perSecond + nanoseconds);
}

Duration DateText::sinceMidnight() const {
    const Duration length = std::chrono::seconds{seconds} + Duration{nanoseconds};
    return isNegative ? -length : length;
}

std::optional<std::int64_t> readZone(std::string_view text) {
    TextScanner scan(text);
    const std::string_view word = scan.letters();
    std::int64_t offset = 0;
    if (!word.empty()) {
        const auto named = zoneNamed(word);
        if (!named)
            return std::nullopt;
        offset = *named;
        if (scan.peek() != '\t')
            scan.skipBlanks();
        if (scan.isAtEnd())
            return offset;
        const bool mayHaveOffset = offset == 0 && word.size() > 1; // "GMT-7", not "Z-7"
        if (!mayHaveOffset)
            return std::nullopt;
    }
    const bool isWest = scan.peek() == '-';
    if (!isWest && scan.peek() != '+')
        return std::nullopt;
    scan.skip();
    const std::size_t digits = scan.digitsAhead();
    if (digits != 1 && digits != 2 && digits != 4)
        return std::nullopt;
    const std::int64_t hours = scan.number(digits == 4 ? 2 : digits);
    scan.take(":");
    const std::int64_t minutes = scan.digitsAhead() == 2 ? scan.number(2) : 0;
    if (!scan.isAtEnd() || hours > 23 || minutes > 59)
        return std::nullopt;
    return (isWest ? -1 : 1) * (hours * 3'600 + minutes * 60);
}

std::optional<DateText> readDateText(std::string_view text, DateOrder order) {
    if (text.empty() || text.size() > longestText)
        return std::nullopt;
    if (auto date = DateReader(text, order).read())
        return date;
    // Some put the time of day in front: "13:40:05 22.11.2026".
    const std::size_t blank = text.rfind(' ');
    const std::size_t colon = text.find(':');
    if (blank == std::string_view::npos || colon > 2 || text.find(':', blank) != std::string_view::npos)
        return std::nullopt;
    const std::string turned = std::string(text.substr(blank + 1)) + ' ' + std::string(text.substr(0, blank));
    return DateReader(turned, order).read();
}

} // namespace rillscope
