// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>
#include <string_view>

namespace rillscope {

enum class EpochUnit { Seconds, Milliseconds, Microseconds, Nanoseconds };

/// Event times as text. RFC 3339 and its everyday forms ("2013-12-02 21:15:00.5", no seconds, no time of day,
/// no offset: UTC), or decimal time since the Unix epoch, read digit by digit so that it is exact to the ns.
/// The epoch's unit is decided by the first such number that is not 0, and stays: below 1e11 seconds (until
/// the year 5138), below 1e14 milliseconds, below 1e17 microseconds (each since 1973), else nanoseconds.
/// Thread: one. One parser per stream.
class TimestampParser {
public:
    /// Nothing when `text` is no time, or one outside the years 1677 to 2262.
    std::optional<Timestamp> parse(std::string_view text);

    /// Where a column's name states the unit ("time_ms") the first number need not tell.
    void setEpochUnit(EpochUnit unit) { m_epochUnit = unit; }
    std::optional<EpochUnit> epochUnit() const { return m_epochUnit; }

    /// Whether a cell of unknown meaning is to be taken for a time: a date, or an epoch number since 2001,
    /// whose whole part has 10, 13, 16 or 19 digits.
    static bool looksLikeTime(std::string_view text);

private:
    std::optional<Timestamp> parseEpoch(std::string_view text);

    std::optional<EpochUnit> m_epochUnit;
};

} // namespace rillscope
