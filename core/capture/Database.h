// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace rillscope {

/// A prepared SQL statement; parameters are counted from 1, columns from 0, as SQLite counts them.
/// Thread: that of its Database, which must outlive it. Errors: those of Database.
class Statement {
public:
    Statement() = default;

    void bind(int parameter, std::int64_t value);
    /// NaN is bound as NULL, which is what SQLite makes of it anyway.
    void bind(int parameter, double value);
    /// The text is copied.
    void bind(int parameter, std::string_view text);
    void bind(int parameter, const QString& text);
    /// The bytes are copied.
    void bindBytes(int parameter, const QByteArray& bytes);
    void bindNull(int parameter);

    /// True: there is a row. False: there is none (any more), and the statement can be run again.
    Result<bool> step();
    /// step() to the end, without looking at rows.
    Result<void> run();
    void reset();

    // Of the present row.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    /// NULL is NaN.
    double real(int column) const;
    QString text(int column) const;

    /// The statement itself, for what has no method here; null before it is prepared.
    sqlite3_stmt* handle() const { return m_statement.get(); }

private:
    friend class Database;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// One connection to an SQLite file. Thread: one owner at a time. A file is never opened by other means while
/// a connection of this process is open: closing it would end SQLite's locks.
/// Errors, with the path as subject and the words of SQLite and of the system as detail: FileNotFound,
/// FileUnreadable, DamagedFile, FileInUse, StorageFull, WriteFailed.
class Database {
public:
    /// How long one connection waits for another that keeps a lock.
    static constexpr int busyPatienceMs = 2'000;

    /// Makes a file that was not there before, in WAL mode with synchronous=FULL, so that what has been
    /// committed survives the loss of power. A name that is taken, be it by a symbolic link, is an error.
    static Result<Database> create(const QString& path);
    /// A file of our own making, to go on writing: recovery does so.
    static Result<Database> openToWrite(const QString& path);
    /// Any file at all, which may be hostile: no trusted schema, defensive, bounds on what SQLite may be made
    /// to do. Nothing is written. In a folder that cannot be written, a file without a log beside it is read
    /// as it is; one with a log is an error, for its newest samples would be missing.
    static Result<Database> openToRead(const QString& path);

    /// Opens a damaged file to read it, of which SQLite is to give what it can, even when its end is missing.
    static Result<Database> openToSalvage(const QString& path);

    Database(Database&&) = default;
    Database& operator=(Database&&) = default;

    const QString& path() const { return m_path; }

    /// One or several statements without parameters and without rows.
    Result<void> execute(const char* sql);
    Result<Statement> prepare(std::string_view sql);

    /// Makes one plain file of the database and its log; no statement may be left. Others that read it are
    /// waited for, as long as busyPatienceMs. Error FileInUse: they read on, and it stays two files, in which
    /// nothing is missing.
    Result<void> joinLog();

    /// The connection itself, for what has no method here.
    sqlite3* handle() const { return m_connection.get(); }

    /// What SQLite's last failure on this connection was, as an Error.
    Error lastError() const;

private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };

    Database(QString path, sqlite3* connection) : m_path(std::move(path)), m_connection(connection) {}
    static Result<Database> open(const QString& path, int flags, bool isImmutable = false);

    QString m_path;
    std::unique_ptr<sqlite3, Closer> m_connection;
};

} // namespace rillscope
