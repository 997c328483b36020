// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/SalvageCursor.h"

namespace rillscope {
namespace {

constexpr int maxFailures = 10'000;
/// No key lies beyond; doubling steps from anywhere below cannot overflow.
constexpr std::int64_t largestKey = std::int64_t{1} << 61;

} // namespace

SalvageCursor::SalvageCursor(Database& database, std::string_view columns, std::string_view table,
                             std::string_view key) {
    std::string sql = "SELECT ";
    sql.append(columns).append(" FROM ").append(table).append(" WHERE ").append(key);
    sql.append(" > ? ORDER BY ").append(key);
    auto query = database.prepare(sql);
    if (query) {
        m_query = std::move(*query);
        m_query.bind(1, m_key);
        return;
    }
    m_isAtEnd = true;
    m_failures = 1;
}

/// Whether rows can be read after a key; the query stands on the first of them, if there is one.
Result<bool> SalvageCursor::restart(std::int64_t after) {
    m_query.reset();
    m_query.bind(1, after);
    m_isReady = false;
    const Result<bool> hasRow = m_query.step();
    if (!hasRow && hasRow.error().code == ErrorCode::Cancelled)
        return tl::unexpected(hasRow.error());
    if (!hasRow)
        return false;
    StoredRow row(m_query.handle());
    m_isReady = *hasRow;
    m_isAtEnd = !*hasRow;
    return !*hasRow || (row.integer(0) > after && !row.isWrong());
}

/// Finds the smallest key after which rows can be read again. False when there is none.
Result<bool> SalvageCursor::skip() {
    if (++m_failures > maxFailures)
        return false;
    std::int64_t bad = std::max<std::int64_t>(m_key, -1);
    std::int64_t good = bad;
    for (std::int64_t step = 1;; step *= 2) {
        good = bad + step;
        if (good > largestKey)
            return false;
        const auto canRead = restart(good);
        if (!canRead)
            return canRead;
        if (*canRead)
            break;
        bad = good;
    }
    while (good - bad > 1) {
        const std::int64_t middle = bad + (good - bad) / 2;
        const auto canRead = restart(middle);
        if (!canRead)
            return canRead;
        (*canRead ? good : bad) = middle;
    }
    return restart(good);
}

Result<std::optional<StoredRow>> SalvageCursor::next() {
    while (!m_isAtEnd) {
        Result<bool> hasRow = true;
        if (!m_isReady)
            hasRow = m_query.step();
        m_isReady = false;
        if (!hasRow && hasRow.error().code == ErrorCode::Cancelled)
            return tl::unexpected(hasRow.error());
        if (hasRow && !*hasRow) {
            m_isAtEnd = true;
            break;
        }
        if (hasRow) {
            StoredRow row(m_query.handle());
            const std::int64_t key = row.integer(0);
            if (!row.isWrong() && key > m_key && key <= largestKey) {
                m_key = key;
                return StoredRow(m_query.handle());
            }
        }
        const auto found = skip();
        if (!found)
            return tl::unexpected(found.error());
        m_isAtEnd |= !*found;
    }
    return std::nullopt;
}

} // namespace rillscope
