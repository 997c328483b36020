// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>
#include <string_view>

namespace rillscope {

/// Multiplies a decimal number by a length of time, digit by digit, so that it is exact to the nanosecond:
/// "1764500000.123456789" seconds, "-9.9960e-04", "1,7645e9". No more than 19 digits that count; nothing
/// beyond the range of a Duration.
std::optional<Duration> decimalTime(std::string_view text, Duration unit);

/// Digits alone that write a date: YYYYMMDD[HH[MM[SS]]], the last with a fraction, too. Nothing for a date
/// that does not exist, or outside the years 1970 to 2100.
std::optional<Timestamp> compactDate(std::string_view text);

} // namespace rillscope
