// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QString>

#include <optional>

namespace rillscope {

/// Reads a length of time: a decimal number and a unit out of ns, us, µs, ms, s, min, h, d; "1.5s", "100ms".
/// Exact: nothing for a length that is no whole number of nanoseconds, for negative ones, for more than about
/// 290 years, and for anything else. Locale: none, ever.
std::optional<Duration> parseDuration(QStringView text);

/// As parseDuration(), with a minus sign before it or without: "-30min".
std::optional<Duration> parseSignedDuration(QStringView text);

/// The shortest text that is read back to the same length: "100ms", "1.5s", "2h", "-30min".
/// Precondition: not Duration::min().
QString formatDuration(Duration duration);

} // namespace rillscope
