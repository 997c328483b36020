// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QString>

#include <optional>

namespace rillscope {

/// Numbers and durations as the text of URI parameters. What is written reads back to the same value, with
/// the fewest digits that do. Durations carry a unit: ns, us, ms, s, min, h, d. Locale: none, ever.
QString numberText(double value);
QString durationText(Duration duration); ///< not negative
QString secondsText(double seconds);

/// Finite numbers only; nothing else may be in `text`.
std::optional<double> parseNumber(QStringView text);
/// "1.5s", "100ms", "2h": a finite number and a unit, in seconds.
std::optional<double> parseSeconds(QStringView text);

} // namespace rillscope
