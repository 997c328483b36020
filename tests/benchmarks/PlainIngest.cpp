// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/PlainIngest.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sqlite3.h>

namespace rillscope::bench {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds commitInterval{250};
constexpr char prepareFile[] = "PRAGMA journal_mode = WAL";
constexpr char makeDurable[] = "PRAGMA synchronous = FULL";
constexpr char makeTable[] = "CREATE TABLE samples(id INTEGER PRIMARY KEY, channel INTEGER NOT NULL, "
                             "time INTEGER NOT NULL, value, quality INTEGER NOT NULL)";
constexpr char insertSample[] = "INSERT INTO samples VALUES(?, ?, ?, ?, ?)";

/// Inserts all samples one by one, in transactions of commitInterval.
template <typename Insert, typename Execute>
qint64 insertAll(const std::vector<CaptureBlock>& blocks, const Insert& insert, const Execute& execute) {
    qint64 id = 0;
    execute("BEGIN");
    auto commitAt = steady_clock::now() + commitInterval;
    for (const CaptureBlock& block : blocks) {
        for (const PackedSample& sample : block.samples)
            insert(++id, sample);
        if (steady_clock::now() >= commitAt) {
            execute("COMMIT");
            execute("BEGIN");
            commitAt = steady_clock::now() + commitInterval;
        }
    }
    execute("COMMIT");
    return id;
}

} // namespace

Ingest ingestByPlainSqlite(const std::vector<CaptureBlock>& blocks, const QString& path) {
    const IngestTimer timer;
    sqlite3* database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    const auto execute = [database](const char* sql) {
        sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    };
    execute(prepareFile);
    execute(makeDurable);
    execute(makeTable);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, insertSample, -1, &statement, nullptr);
    const auto insert = [statement](qint64 id, const PackedSample& sample) {
        sqlite3_bind_int64(statement, 1, id);
        sqlite3_bind_int(statement, 2, sample.channel);
        sqlite3_bind_int64(statement, 3, sample.time);
        sqlite3_bind_double(statement, 4, sample.value);
        sqlite3_bind_int(statement, 5, sample.quality);
        sqlite3_step(statement);
        sqlite3_reset(statement);
    };
    const qint64 count = insertAll(blocks, insert, execute);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    Ingest ingest = timer.stop(count);
    ingest.bytes = static_cast<double>(QFileInfo(path).size());
    return ingest;
}

Ingest ingestByQtSql(const std::vector<CaptureBlock>& blocks, const QString& path) {
    const QString name = QStringLiteral("benchmark");
    const IngestTimer timer;
    qint64 count = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        database.open();
        const auto execute = [&database](const char* sql) {
            QSqlQuery(database).exec(QString::fromLatin1(sql));
        };
        execute(prepareFile);
        execute(makeDurable);
        execute(makeTable);
        QSqlQuery query(database);
        query.prepare(QString::fromLatin1(insertSample));
        const auto insert = [&query](qint64 id, const PackedSample& sample) {
            query.bindValue(0, id);
            query.bindValue(1, int{sample.channel});
            query.bindValue(2, qint64{sample.time});
            query.bindValue(3, sample.value);
            query.bindValue(4, int{sample.quality});
            query.exec();
        };
        count = insertAll(blocks, insert, execute);
    }
    QSqlDatabase::removeDatabase(name);
    Ingest ingest = timer.stop(count);
    ingest.bytes = static_cast<double>(QFileInfo(path).size());
    return ingest;
}

} // namespace rillscope::bench
