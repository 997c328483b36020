// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TimeForm.h"

#include "core/base/Rfc3339.h"
#include "core/parse/DecimalTime.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr Duration day = std::chrono::hours{24};
constexpr Timestamp firstSpreadsheetDay{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30}};

} // namespace

TimeReader::TimeReader(const TimeForm& form, const QString& zone) : m_form(form) {
    if (const auto known = zone.isEmpty() ? std::nullopt : timeZoneNamed(zone))
        m_localTimes.emplace(*known);
}

std::optional<Timestamp> TimeReader::read(std::string_view text, const std::string& series) {
    m_isDoubtful = false;
    const auto time = readForm(text, series);
    return time && isInRange(*time) ? time : std::nullopt;
}

std::optional<Timestamp> TimeReader::readForm(std::string_view text, const std::string& series) {
    switch (m_form.kind) {
    case TimeForm::Kind::Date:
        return readDate(text, series);
    case TimeForm::Kind::Clock:
        return readClock(text);
    case TimeForm::Kind::Elapsed: {
        const auto elapsed = decimalTime(text, m_form.unit);
        return elapsed ? since(*elapsed) : std::nullopt;
    }
    case TimeForm::Kind::Epoch: {
        const auto sinceEpoch = decimalTime(text, m_form.unit);
        return sinceEpoch ? std::optional(Timestamp{*sinceEpoch}) : std::nullopt;
    }
    case TimeForm::Kind::Compact: {
        const auto time = compactDate(text);
        return time ? std::optional(toUtc(*time, series)) : std::nullopt;
    }
    case TimeForm::Kind::Days: {
        const auto days = decimalTime(text, day);
        return days ? std::optional(toUtc(firstSpreadsheetDay + *days, series)) : std::nullopt;
    }
    case TimeForm::Kind::None:
        break;
    }
    return std::nullopt;
}

Timestamp TimeReader::toUtc(Timestamp local, const std::string& series) {
    if (!m_localTimes)
        return local - std::chrono::seconds{m_form.zoneSeconds};
    const LocalTimes::Moment moment = m_localTimes->toUtc(local, series);
    m_isDoubtful = moment.isDoubtful;
    return moment.time;
}

std::optional<Timestamp> TimeReader::readDate(std::string_view text, const std::string& series) {
    if (text.size() >= 19 && text[4] == '-' && text[10] != ',') {
        // Nearly all files write this, and it is read fastest.
        if (const auto time = parseRfc3339(text))
            return namesZone(text) ? *time : toUtc(*time, series);
    }
    const auto date = readDateText(text, m_form.order);
    const auto time = date ? date->timestamp() : std::nullopt;
    if (!time)
        return std::nullopt;
    return date->hasZone ? *time : toUtc(*time, series);
}

std::optional<Timestamp> TimeReader::readClock(std::string_view text) {
    const auto clock = readDateText(text, m_form.order);
    if (!clock || clock->hasDate)
        return std::nullopt;
    const Duration time = clock->sinceMidnight();
    if (m_lastClock && *m_lastClock - time > day / 2 && time < day)
        m_days += day;
    m_lastClock = time;
    return since(time + m_days);
}

std::optional<Timestamp> TimeReader::since(Duration elapsed) {
    if (m_form.start)
        return *m_form.start + elapsed;
    if (!m_start)
        return Timestamp{elapsed};
    if (!m_first)
        m_first = elapsed;
    return *m_start + saturatedDifference(elapsed, *m_first);
}

Duration epochUnitOf(double number) {
    const double size = number < 0 ? -number : number;
    if (size < 1e11)
        return std::chrono::seconds{1};
    if (size < 1e14)
        return std::chrono::milliseconds{1};
    return size < 1e17 ? Duration{1'000} : Duration{1};
}

bool looksLikeTime(std::string_view text) {
    const std::size_t whole = std::min(text.find_first_of(".,"), text.size());
    const bool isNumber =
        text.substr(0, whole).find_first_not_of("0123456789") == std::string_view::npos &&
        text.find_first_not_of("0123456789", std::min(whole + 1, text.size())) == std::string_view::npos;
    if (isNumber && whole > 0)
        return text.front() != '0' && whole >= 10 && whole <= 19 && whole % 3 == 1;
    for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst}) {
        if (const auto date = readDateText(text, order))
            return date->hasDate;
    }
    return false;
}

} // namespace rillscope
