// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TableBlock.h"
#include "core/parse/TableHeader.h"
#include "core/parse/TextFormat.h"

#include <tl/expected.hpp>

namespace rillscope {

/// What cannot be decided, in one sentence that names the keys with which a person decides.
struct TextQuestion {
    enum class Kind { NoTime, DateOrder, Number, TimeNumber, Other };
    Kind kind = Kind::Other;
    Message text;
};

/// A table with a meaning for each column, or a question.
using TableGuess = tl::expected<TableFormat, TextQuestion>;

/// Finds what each column of a block holds: by its cells first, by its name as a hint.
TableGuess assignRoles(const TableBlock& block, const TableHeader& header, const TextOptions& options);

} // namespace rillscope
