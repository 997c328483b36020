// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rillscope {

/// Whether a cell says that there is no value: "OPEN", "--", "N/A", "unavailable", … in any case.
bool isMissingWord(std::string_view cell);

/// What an instrument that speaks SCPI sends for an overload (±9.9E37, or as many nines as it has digits) or
/// for no number (9.91E37).
bool isOverloadCode(double value);

} // namespace rillscope
