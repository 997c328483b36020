// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/Database.h"

#include "core/base/Message.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <limits>

namespace rillscope {
namespace {

ErrorCode errorCodeOf(int extended, int systemError) {
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        return ErrorCode::StorageFull;
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::FileInUse;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // a table or column that is not there
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
        return ErrorCode::DamagedFile;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::FileUnreadable;
    case SQLITE_IOERR:
        return extended == SQLITE_IOERR_READ || extended == SQLITE_IOERR_SHORT_READ
                   ? ErrorCode::FileUnreadable
                   : ErrorCode::WriteFailed;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::WriteFailed;
    }
}

/// Only these set errno; after others it holds something older.
bool hasSystemError(int extended) {
    const int primary = extended & 0xff;
    return primary == SQLITE_IOERR || primary == SQLITE_FULL || primary == SQLITE_CANTOPEN;
}

/// `callError`: errno as it was behind the call that failed. SQLite 3.40 does not keep it when a commit
/// fails.
Error errorOf(const QString& path, sqlite3* connection, int extended, int callError = 0) {
    int systemError = 0;
    if (connection && hasSystemError(extended)) {
        const int kept = sqlite3_system_errno(connection);
        systemError = kept != 0 ? kept : callError;
    }
    QString detail =
        QString::fromUtf8(connection && (extended & 0xff) != SQLITE_MISUSE ? sqlite3_errmsg(connection)
                                                                           : sqlite3_errstr(extended));
    if (systemError != 0)
        detail += QStringLiteral(" (%1)").arg(QString::fromLocal8Bit(std::strerror(systemError)));
    return {errorCodeOf(extended, systemError), path, Message::verbatim(detail)};
}

/// An RFC 3986 URI, as SQLite reads it: nothing in a name can become a parameter. SQLite, told to follow no
/// link, follows none to the folder either; that one may be.
QByteArray uriOf(const QString& path, bool isImmutable) {
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString name = folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
    const QByteArray encoded = QUrl::toPercentEncoding(name, "/");
    return "file:" + encoded + (isImmutable ? "?immutable=1" : "");
}

/// What no file may make SQLite do, wherever it comes from.
void harden(sqlite3* connection) {
    constexpr int mebibyte = 1'024 * 1'024;
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 16 * mebibyte);
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, mebibyte);
    sqlite3_limit(connection, SQLITE_LIMIT_COLUMN, 100);
    sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 20);
    sqlite3_limit(connection, SQLITE_LIMIT_COMPOUND_SELECT, 3);
    sqlite3_limit(connection, SQLITE_LIMIT_VDBE_OP, 25'000);
    sqlite3_limit(connection, SQLITE_LIMIT_FUNCTION_ARG, 8);
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
    sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
    sqlite3_limit(connection, SQLITE_LIMIT_WORKER_THREADS, 0);
}

/// Once, before SQLite is used first: its count of all memory is asked by nobody, and would cost a mutex with
/// each allocation. Where another part of the program was faster, it goes on counting.
void configureOnce() {
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, double value) {
    sqlite3_bind_double(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, std::string_view text) {
    sqlite3_bind_text64(m_statement.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bind(int parameter, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    bind(parameter, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

void Statement::bindBytes(int parameter, const QByteArray& bytes) {
    sqlite3_bind_blob64(m_statement.get(), parameter, bytes.constData(),
                        static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
}

void Statement::bindNull(int parameter) {
    sqlite3_bind_null(m_statement.get(), parameter);
}

Result<bool> Statement::step() {
    errno = 0;
    const int code = sqlite3_step(m_statement.get());
    const int callError = errno;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    sqlite3* const connection = sqlite3_db_handle(m_statement.get());
    const char* const path = sqlite3_db_filename(connection, "main");
    const Error error =
        errorOf(QString::fromUtf8(path), connection, sqlite3_extended_errcode(connection), callError);
    sqlite3_reset(m_statement.get());
    return tl::unexpected(error);
}

Result<void> Statement::run() {
    for (;;) {
        const Result<bool> hasRow = step();
        if (!hasRow)
            return tl::unexpected(hasRow.error());
        if (!*hasRow)
            return {};
    }
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                          : sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const {
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Result<Database> Database::open(const QString& path, int flags, bool isImmutable) {
    configureOnce();
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, isImmutable).constData(), &connection,
                                     flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                                         SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE,
                                     nullptr);
    Database database(path, connection);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(path, connection, code));
    sqlite3_busy_timeout(connection, busyPatienceMs);
    return database;
}

Result<Database> Database::create(const QString& path) {
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return failure(ErrorCode::WriteFailed, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is something of this name already")));
    auto database =
        open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE | SQLITE_OPEN_NOFOLLOW);
    if (!database)
        return database;
    if (const auto set = database->execute(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        !set) {
        // It is ours and holds nothing; left behind, it would take the name at the next attempt.
        database->m_connection.reset();
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(suffix));
        return tl::unexpected(set.error());
    }
    return database;
}

Result<Database> Database::openToWrite(const QString& path) {
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::FileNotFound, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is no such file")));
    auto database = open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW);
    if (!database)
        return database;
    harden(database->handle());
    const auto set =
        database->execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL");
    if (!set)
        return tl::unexpected(set.error());
    return database;
}

Result<Database> Database::openToRead(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is no such file")));
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable, path,
                       Message(QT_TRANSLATE_NOOP("Message", "this is no file")));
    const auto prepareToRead = [](Database& database) {
        harden(database.handle());
        return database.execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON; "
                                "SELECT count(*) FROM sqlite_schema");
    };
    auto database = open(path, SQLITE_OPEN_READONLY);
    if (!database)
        return database;
    const auto prepared = prepareToRead(*database);
    if (prepared)
        return database;
    if (prepared.error().code != ErrorCode::FileUnreadable)
        return tl::unexpected(prepared.error());
    // No log can be made in this folder.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return failure(
            ErrorCode::FileUnreadable, path,
            Message(QT_TRANSLATE_NOOP(
                "Message", "its newest samples are in the log beside it, which cannot be read in a "
                           "folder that cannot be written; copy both to another one")));
    database = open(path, SQLITE_OPEN_READONLY, true);
    if (!database)
        return database;
    if (const auto read = prepareToRead(*database); !read)
        return tl::unexpected(read.error());
    return database;
}

Result<Database> Database::openToSalvage(const QString& path) {
    auto database = open(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW);
    if (!database)
        return database;
    harden(database->handle());
    // A writable schema is what makes SQLite read a file that is shorter than it says, and tables beside one
    // that cannot be understood. Nothing can be written all the same.
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
    const auto set = database->execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; "
                                       "PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema");
    if (!set)
        return tl::unexpected(set.error());
    return database;
}

Result<void> Database::execute(const char* sql) {
    if (sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(lastError());
    return {};
}

Result<void> Database::joinLog() {
    constexpr unsigned long pauseMs = 10;
    const QDeadlineTimer deadline(busyPatienceMs);
    for (;;) {
        // SQLite itself does not wait for a reader here.
        const auto joined = execute("PRAGMA journal_mode = DELETE");
        if (joined || joined.error().code != ErrorCode::FileInUse || deadline.hasExpired())
            return joined;
        QThread::msleep(pauseMs);
    }
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_connection.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    Statement statement;
    statement.m_statement.reset(prepared);
    if (code != SQLITE_OK)
        return tl::unexpected(lastError());
    return statement;
}

Error Database::lastError() const {
    return errorOf(m_path, m_connection.get(), sqlite3_extended_errcode(m_connection.get()));
}

} // namespace rillscope
