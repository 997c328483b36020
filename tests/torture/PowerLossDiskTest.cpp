// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/PowerLossDisk.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace rillscope::torture {
namespace {

constexpr int crashes = 60;

void execute(sqlite3* database, const QByteArray& sql) {
    char* error = nullptr;
    ASSERT_EQ(sqlite3_exec(database, sql.constData(), nullptr, nullptr, &error), SQLITE_OK)
        << sql.constData() << ": " << error;
}

/// Rows that the file holds, -1 when it cannot be read or is damaged.
int rowsIn(const QString& path) {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    int rows = -1;
    const auto isSound = [&] {
        return sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nullptr) == SQLITE_OK &&
               sqlite3_step(statement) == SQLITE_ROW &&
               std::string_view(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))) == "ok";
    };
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE, "unix") == SQLITE_OK &&
        isSound()) {
        sqlite3_finalize(statement);
        if (sqlite3_prepare_v2(database, "SELECT count(*) FROM t", -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            rows = sqlite3_column_int(statement, 0);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

struct Outcome {
    int lossy = 0;  ///< crashes after which committed rows were gone, or the file was damaged
    int longer = 0; ///< crashes after which there was more than had been committed
};

/// Commits rows to a database on a disk whose power fails at random moments.
Outcome commitAndCrash(PowerLossDisk::Syncing syncing, const QByteArray& journal,
                       const QByteArray& synchronous, std::mt19937_64& random) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    std::vector<std::pair<int, PowerLossDisk::Image>> images;
    {
        int committed = -1; // not even the table
        PowerLossDisk disk(syncing);
        disk.setObserver([&] {
            if (images.size() < crashes && random() % 4 == 0)
                images.emplace_back(committed, disk.crash(random));
        });
        sqlite3* database = nullptr;
        sqlite3_open(path.toUtf8().constData(), &database);
        execute(database, "PRAGMA journal_mode=" + journal + "; PRAGMA synchronous=" + synchronous +
                              "; PRAGMA wal_autocheckpoint=8; CREATE TABLE t(a, b)");
        for (committed = 0; images.size() < crashes; ++committed)
            execute(database, "INSERT INTO t VALUES(1, randomblob(300))");
        sqlite3_close(database);
    }
    Outcome outcome;
    for (const auto& [committed, image] : images) {
        const QTemporaryDir found;
        EXPECT_TRUE(PowerLossDisk::write(image, found.path()));
        const int rows = rowsIn(found.filePath(QStringLiteral("a.db")));
        outcome.lossy += committed >= 0 && rows < committed ? 1 : 0;
        outcome.longer += rows > committed + 1 ? 1 : 0;
    }
    return outcome;
}

class PowerLossDiskTest : public testing::Test {
protected:
    PowerLossDiskTest() {
        const auto seed = std::random_device{}();
        RecordProperty("seed", static_cast<int>(seed));
        m_random.seed(seed);
    }
    std::mt19937_64 m_random;
};

TEST_F(PowerLossDiskTest, KeepsWhatWasSynced) {
    for (const char* journal : {"WAL", "DELETE"}) {
        const Outcome outcome = commitAndCrash(PowerLossDisk::Syncing::Honest, journal, "EXTRA", m_random);
        EXPECT_EQ(outcome.lossy, 0) << journal;
        EXPECT_EQ(outcome.longer, 0) << journal;
    }
    EXPECT_EQ(commitAndCrash(PowerLossDisk::Syncing::Honest, "WAL", "FULL", m_random).lossy, 0);
}

TEST_F(PowerLossDiskTest, LosesWhatWasNotSynced) {
    for (const char* journal : {"WAL", "DELETE"})
        EXPECT_GT(commitAndCrash(PowerLossDisk::Syncing::Honest, journal, "OFF", m_random).lossy, 0)
            << journal;
    EXPECT_GT(commitAndCrash(PowerLossDisk::Syncing::Honest, "WAL", "NORMAL", m_random).lossy, 0);
}

TEST_F(PowerLossDiskTest, LosesWhatADiskThatLiesHasSynced) {
    EXPECT_GT(commitAndCrash(PowerLossDisk::Syncing::Lied, "WAL", "FULL", m_random).lossy, 0);
}

TEST_F(PowerLossDiskTest, LeavesTheFileSystemAsItWas) {
    const QByteArray before = sqlite3_vfs_find(nullptr)->zName;
    {
        const PowerLossDisk disk;
        EXPECT_STRNE(sqlite3_vfs_find(nullptr)->zName, before.constData());
    }
    EXPECT_EQ(QByteArray(sqlite3_vfs_find(nullptr)->zName), before);
}

} // namespace
} // namespace rillscope::torture
