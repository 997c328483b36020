// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFormat.h"

#include <optional>
#include <string>
#include <vector>

namespace rillscope {

/// Gives columns without a name one ("sensor-1"), and those with the same name a number, for they would fall
/// into one channel. Columns of values beyond maxChannels are not read.
void finishNames(TableFormat& format);

/// The format of what CsvWriter writes, or has written, if these are its names. Their meaning is fixed,
/// whatever they would say elsewhere.
std::optional<TableFormat> ownFormat(const std::vector<std::string>& names, char separator);

/// The format of a table whose header comes again with other columns or in another order: columns of the same
/// name keep their meaning. Nothing when it is no header of this table: it must have the names of the time
/// and the keys, and at least one more in common.
std::optional<TableFormat> remapped(const TableFormat& format, const std::vector<std::string>& names);

} // namespace rillscope
