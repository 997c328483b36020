// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <limits>

namespace rillscope {

/// The present row of a statement on a file that may be hostile. Each value is read as what it should be; one
/// that is something else reads as 0 or empty, and isWrong() says so from then on.
/// Thread: that of the statement, which must outlive it.
class StoredRow {
public:
    explicit StoredRow(sqlite3_stmt* statement) : m_statement(statement) {}

    bool isWrong() const { return m_isWrong; }
    void require(bool condition) { m_isWrong |= !condition; }

    std::int64_t integer(int column) {
        if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER) {
            m_isWrong = true;
            return 0;
        }
        return sqlite3_column_int64(m_statement, column);
    }

    /// In [lowest, highest], or it is wrong.
    std::int64_t integer(int column, std::int64_t lowest, std::int64_t highest) {
        const std::int64_t value = integer(column);
        if (value >= lowest && value <= highest)
            return value;
        m_isWrong = true;
        return lowest;
    }

    Timestamp time(int column) { return fromNanoseconds(integer(column)); }

    /// NULL is NaN. A tool that wrote 20 instead of 20.0 meant the same.
    double real(int column) {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_FLOAT:
        case SQLITE_INTEGER:
            return sqlite3_column_double(m_statement, column);
        case SQLITE_NULL:
            break;
        default:
            m_isWrong = true;
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

    /// UTF-8 of at most `maxBytes`, or it is wrong.
    QString text(int column, int maxBytes) {
        if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT) {
            m_isWrong = true;
            return {};
        }
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        const int size = sqlite3_column_bytes(m_statement, column);
        if (!bytes || size > maxBytes) {
            m_isWrong = true;
            return {};
        }
        return QString::fromUtf8(bytes, size);
    }

    /// At most `maxBytes` of them, or it is wrong.
    QByteArray bytes(int column, int maxBytes) {
        const bool isBytes = sqlite3_column_type(m_statement, column) == SQLITE_BLOB;
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        const int size = sqlite3_column_bytes(m_statement, column);
        if (!isBytes || size > maxBytes) {
            m_isWrong = true;
            return {};
        }
        return {bytes, size};
    }

private:
    sqlite3_stmt* m_statement;
    bool m_isWrong = false;
};

} // namespace rillscope
