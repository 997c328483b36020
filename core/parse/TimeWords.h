// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rillscope {

/// 1 to 12, for a whole or shortened name in English, German, French or Spanish, in any case.
std::optional<int> monthNamed(std::string_view word);

/// "Sun", "Sonntag", …
bool isWeekday(std::string_view word);

/// Seconds east of Greenwich of zones whose short name means one thing only: "CET", "MESZ", "EST", …
std::optional<std::int64_t> zoneNamed(std::string_view word);

} // namespace rillscope
