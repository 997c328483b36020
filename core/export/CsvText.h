// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rillscope {

/// Appends the shortest digits that read back to the same double, in the C locale; "nan", "inf", "-inf".
void appendNumber(std::string& text, double value);

/// A cell of text: one that a spreadsheet would take for a formula (it begins with = + - @, tab or carriage
/// return) gets an apostrophe in front, and so does one that begins with an apostrophe and could be mistaken
/// for a guarded one; then it is quoted where CSV needs it (RFC 4180).
std::string csvTextCell(std::string_view text);

} // namespace rillscope
