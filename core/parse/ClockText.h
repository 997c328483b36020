// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextScanner.h"

#include <cstdint>

namespace rillscope {

/// What a text says as a time of day, or as hours, minutes and seconds since a start.
struct ClockText {
    bool hasClock = false;
    bool isNegative = false;
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    std::int64_t nanoseconds = 0;

    std::int64_t seconds() const { return hour * 3'600 + minute * 60 + second; }
    /// Beside a date an hour is at most 23, or the end of the day, 24:00:00.
    bool isOk(bool hasDate) const;
};

/// Reads "9:05", "13:40:05.125", "1:40 PM", "134005", "13时40分"; false when none is ahead. `mayBeCompact`:
/// what stands before it lets digits alone be a time of day.
bool readClock(TextScanner& scan, bool hasDate, bool mayBeCompact, ClockText& clock);

} // namespace rillscope
