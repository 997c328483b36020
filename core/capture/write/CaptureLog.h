// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"

namespace rillscope {

/// How long SQLite's write-ahead log of a capture is, and when it is moved into the file. SQLite would do
/// that within a commit, which does not report when it fails. Thread: one owner (capture). The database keeps
/// the address of this, and must be closed first.
class CaptureLog {
public:
    /// Counts the pages of the log from now on.
    void watch(Database& database);
    /// Moves the log into the file when it has grown long. Nothing is lost when that fails.
    Result<void> shorten(Database& database);

private:
    int m_pages = 0;
    int m_hurriedAtPages = 0; ///< when new readers had to wait last
};

} // namespace rillscope
