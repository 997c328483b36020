// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// Timestamps as text, after RFC 3339. UTC, with as many digits of the fraction (none, 3, 6 or 9) as the time
/// needs to read back exactly: "2023-01-01T00:00:00Z", "2023-01-01T00:00:00.125Z".
/// Locale: none, ever.
std::string formatRfc3339(Timestamp time);

/// Appends what formatRfc3339() returns; for writers of many rows.
void appendRfc3339(std::string& text, Timestamp time);

/// Reads "2023-01-01T00:00:00.125+01:00": 'T', 't' or a space between date and time, up to 9 digits of a
/// fraction (further ones are cut), 'Z', 'z' or an offset. A missing offset means UTC. A leap second (":60")
/// is read as the second after. Nothing but the timestamp may be in `text`. Returns nothing for anything
/// else, impossible dates and times outside the range of Timestamp.
std::optional<Timestamp> parseRfc3339(std::string_view text);
/// Whether such a text has a 'Z' or an offset. Precondition: parseRfc3339() reads it.
bool namesZone(std::string_view rfc3339);

} // namespace rillscope
