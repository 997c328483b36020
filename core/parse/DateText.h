// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>
#include <string_view>

namespace rillscope {

/// Which part of a date of numbers stands first. It matters only where no part shows by itself that it is the
/// year, and no name of a month is there.
enum class DateOrder { DayFirst, MonthFirst, YearFirst };

/// What a text says as a date, a time of day, or both.
struct DateText {
    bool hasDate = false;
    bool hasClock = false;
    bool hasZone = false;
    bool dependsOnOrder = false;  ///< another order may read another date
    std::int64_t seconds = 0;     ///< since 1970 in UTC; without a date since midnight, beyond 24 h as well
    std::int64_t nanoseconds = 0; ///< of the second
    bool isNegative = false;      ///< of a time without a date

    /// Nothing outside the range of Timestamp.
    std::optional<Timestamp> timestamp() const;
    Duration sinceMidnight() const;
};

/// Reads dates with numbers and names of months (English, German, French, Spanish), times of day of hours and
/// minutes or more, AM and PM, and a zone behind them: an offset, Z, UTC, GMT+2, CET and the like; see the
/// table in TimeForm. Without a zone it is UTC. Nothing but the time may be in the text. Locale: none, ever.
std::optional<DateText> readDateText(std::string_view text, DateOrder order);

/// A zone alone: "GMT-07:00", "UTC", "+0100", "CET". Seconds east of Greenwich.
std::optional<std::int64_t> readZone(std::string_view text);

} // namespace rillscope
