// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureLog.h"

#include <sqlite3.h>

#include <algorithm>

namespace rillscope {
namespace {

/// The log is moved into the file at this length, while the next samples gather. Twice as long for a fourth
/// of the work made no difference that could be measured.
constexpr int longPages = 2'000;
/// A reader keeps the log from starting over: at this length, and at each longPages more, new readers wait
/// for a moment.
constexpr int hugePages = 8'000;
constexpr int hugePatienceMs = 50;

int notePages(void* pages, sqlite3*, const char*, int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

void CaptureLog::watch(Database& database) {
    sqlite3_wal_hook(database.handle(), notePages, &m_pages);
}

Result<void> CaptureLog::shorten(Database& database) {
    if (m_pages < longPages)
        return {};
    const bool isHuge = m_pages >= std::max(hugePages, m_hurriedAtPages + longPages);
    m_hurriedAtPages = isHuge ? m_pages : std::min(m_hurriedAtPages, m_pages);
    sqlite3* const connection = database.handle();
    sqlite3_busy_timeout(connection, hugePatienceMs);
    const int code = sqlite3_wal_checkpoint_v2(
        connection, "main", isHuge ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    sqlite3_busy_timeout(connection, Database::busyPatienceMs);
    // While a reader is busy in the log, it is left as it is.
    if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
        return {};
    return tl::unexpected(database.lastError());
}

} // namespace rillscope
