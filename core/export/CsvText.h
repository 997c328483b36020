// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace rillscope {

/// A text as one cell of CSV, after RFC 4180: in quotes where a reader could split or trim it. A spreadsheet
/// takes a cell that begins with = + - @ TAB or CR for a formula; such a text gets an apostrophe in front.
/// So does one in which only apostrophes stand before that character, so that a reader who takes one
/// apostrophe away from such cells, and from no others, has every text back.
std::string csvText(const QString& text);

/// True for a text that csvText() puts an apostrophe before.
bool needsFormulaGuard(QStringView text);

/// A number as the shortest digits that read back to the same double; "nan", "inf", "-inf". Locale: none,
/// ever.
void appendCsvNumber(std::string& text, double value);

} // namespace rillscope
