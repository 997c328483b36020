// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/ClockText.h"

#include <algorithm>

namespace rillscope {
namespace {

class ClockReader {
public:
    ClockReader(TextScanner& scan, bool hasDate, ClockText& clock)
        : m_scan(scan), m_hasDate(hasDate), m_clock(clock) {}

    bool read(bool mayBeCompact) {
        const bool isMorning = m_scan.take("上午");
        const bool isAfternoon = !isMorning && m_scan.take("下午");
        m_scan.skipBlanks();
        if (!m_hasDate && (m_scan.peek() == '-' || m_scan.peek() == '+')) {
            m_clock.isNegative = m_scan.peek() == '-';
            m_scan.skip();
        }
        const std::size_t digits = m_scan.digitsAhead();
        if (mayBeCompact && (digits == 4 || digits == 6))
            return readCompactClock(digits);
        if (digits == 0 || digits > (m_hasDate ? 2U : 4U))
            return false;
        m_clock.hour = m_scan.number(digits);
        const bool isDotted = m_hasDate && m_scan.peek() == '.' && m_scan.digitsAhead(1) == 2;
        const bool isHour = m_scan.take("时") || m_scan.take("點") || m_scan.take("h") || m_scan.take(":");
        if (!isHour && !(isDotted && m_scan.take(".")))
            return false;
        if (!readMinutes(isDotted))
            return false;
        m_clock.hasClock = true;
        return readHalf(isMorning, isAfternoon);
    }

private:
    bool readMinutes(bool isDotted) {
        if (m_scan.digitsAhead() != 2 && !(m_scan.digitsAhead() == 1 && m_scan.rest().size() > 1))
            return false;
        m_clock.minute = m_scan.number(m_scan.digitsAhead());
        m_scan.take("分");
        const bool isSecond = isDotted ? m_scan.peek() == '.' : m_scan.peek() == ':';
        if (isSecond)
            m_scan.skip();
        else if (m_scan.digitsAhead() == 0)
            return true;
        if (m_scan.digitsAhead() != 2 && m_scan.digitsAhead() != 1)
            return false;
        m_clock.second = m_scan.number(m_scan.digitsAhead());
        m_scan.take("秒");
        return readFraction();
    }

    bool readCompactClock(std::size_t digits) {
        m_clock.hour = m_scan.number(2);
        m_clock.minute = m_scan.number(2);
        m_clock.second = digits == 6 ? m_scan.number(2) : 0;
        m_clock.hasClock = true;
        return readFraction();
    }

    bool readFraction() {
        const bool isMark = m_scan.take("::") || m_scan.takeOneOf(".,:");
        if (!isMark)
            return true;
        const std::size_t digits = m_scan.digitsAhead();
        if (digits == 0)
            return false;
        const std::size_t kept = std::min<std::size_t>(digits, 9);
        m_clock.nanoseconds = m_scan.number(kept);
        for (std::size_t i = kept; i < 9; ++i)
            m_clock.nanoseconds *= 10;
        m_scan.skip(digits - kept);
        return true;
    }

    bool readHalf(bool isMorning, bool isAfternoon) {
        TextScanner ahead = m_scan;
        ahead.skipBlanks();
        const char letter = ahead.peek();
        const bool isA = letter == 'A' || letter == 'a';
        const bool isP = letter == 'P' || letter == 'p';
        if (isA || isP) {
            ahead.skip();
            ahead.take(".");
            if (ahead.takeOneOf("Mm")) {
                ahead.take(".");
                m_scan = ahead;
                isMorning = isA;
                isAfternoon = isP;
            }
        }
        if (!isMorning && !isAfternoon)
            return true;
        if (m_clock.hour > 12 || m_clock.hour < 1)
            return isAfternoon && m_clock.hour < 24 && m_clock.hour > 12; // "13:05 PM" says it twice
        m_clock.hour = m_clock.hour % 12 + (isAfternoon ? 12 : 0);
        return true;
    }

    TextScanner& m_scan;
    bool m_hasDate;
    ClockText& m_clock;
};

} // namespace

bool ClockText::isOk(bool hasDate) const {
    const bool isEndOfDay = hour == 24 && minute == 0 && second == 0 && nanoseconds == 0;
    return !(hasDate && hour > 23 && !isEndOfDay) && minute <= 59 && second <= 60;
}

bool readClock(TextScanner& scan, bool hasDate, bool mayBeCompact, ClockText& clock) {
    return ClockReader(scan, hasDate, clock).read(mayBeCompact);
}

} // namespace rillscope
