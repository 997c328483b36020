// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/ColumnFacts.h"
#include "core/parse/TableRoles.h"

#include <optional>
#include <vector>

namespace rillscope {

/// Which columns of a table hold its time, and in which form.
struct TimeChoice {
    std::optional<std::size_t> column;
    std::optional<std::size_t> clockColumn; ///< the second half, where `column` holds a date alone
    TimeForm form;
};

/// No column is an answer too; what to do without a time is the caller's matter. A question where a column
/// may be read in several ways.
tl::expected<TimeChoice, TextQuestion> chooseTime(const std::vector<ColumnFacts>& columns, bool hasNames,
                                                  const TextOptions& options);

} // namespace rillscope
