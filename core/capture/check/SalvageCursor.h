// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/capture/StoredRow.h"

#include <optional>

namespace rillscope {

/// Goes through the rows of a damaged table by its key, and skips what SQLite refuses: it looks for the next
/// key from which rows can be read again, in steps that double, then by halves. Keys grow, whatever the file
/// says, and failures are bounded, so that it comes to an end.
/// Thread: that of the database, which must outlive it. Errors: only Cancelled.
class SalvageCursor {
public:
    /// The first of the columns is an integer key; `table` has the name of a table and of its key.
    SalvageCursor(Database& database, std::string_view columns, std::string_view table, std::string_view key);

    /// The next row that can be read; nothing when there are none (any more).
    Result<std::optional<StoredRow>> next();

    std::int64_t key() const { return m_key; }
    /// Places where something could not be read.
    int failures() const { return m_failures; }

private:
    Result<bool> restart(std::int64_t after);
    Result<bool> skip();

    Statement m_query;
    std::int64_t m_key = std::numeric_limits<std::int64_t>::min();
    int m_failures = 0;
    bool m_isAtEnd = false;
    bool m_isReady = false; ///< the query stands on a row that was not given yet
};

} // namespace rillscope
