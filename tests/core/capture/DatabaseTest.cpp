// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureSchema.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <csignal>
#include <limits>

#include <sys/resource.h>

namespace rillscope::test {
namespace {

TEST(DatabaseTest, GivesEveryDoubleBackToTheBit) {
    const QTemporaryDir folder;
    auto database = Database::create(folder.filePath(QStringLiteral("a.rill")));
    ASSERT_TRUE(database) << qPrintable(database.error().message());
    ASSERT_TRUE(createCaptureTables(*database));
    auto insert = database->prepare("INSERT INTO samples VALUES(?, 0, 0, ?, 0)");
    auto select = database->prepare("SELECT value FROM samples WHERE id = ?");
    ASSERT_TRUE(insert && select);
    const double limit = std::numeric_limits<double>::infinity();
    std::int64_t id = 0;
    for (const double value : {-0.0, 0.0, 20.0, 0.1, 1e300, 5e-324, limit, -limit}) {
        insert->bind(1, ++id);
        insert->bind(2, value);
        ASSERT_TRUE(insert->run());
        select->bind(1, id);
        ASSERT_TRUE(*select->step());
        EXPECT_EQ(std::bit_cast<std::uint64_t>(select->real(0)), std::bit_cast<std::uint64_t>(value))
            << value;
        select->reset();
    }
    insert->bind(1, ++id);
    insert->bind(2, std::nan(""));
    ASSERT_TRUE(insert->run());
    select->bind(1, id);
    ASSERT_TRUE(*select->step());
    EXPECT_TRUE(select->isNull(0));
    EXPECT_TRUE(std::isnan(select->real(0)));
}

TEST(DatabaseTest, ACaptureIsFoundToBeOne) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a?b%20#c.rill"));
    {
        auto database = Database::create(path);
        ASSERT_TRUE(database);
        ASSERT_TRUE(createCaptureTables(*database));
    }
    auto database = Database::openToRead(path);
    ASSERT_TRUE(database) << qPrintable(database.error().message());
    const auto checked = checkCaptureTables(*database);
    EXPECT_TRUE(checked) << qPrintable(checked.error().message());
    EXPECT_FALSE(database->execute("INSERT INTO capture VALUES('a', 1)")) << "it was opened to be read";
}

TEST(DatabaseTest, NeverOpensWhatIsThereAsNew) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    ASSERT_TRUE(Database::create(path));
    const auto again = Database::create(path);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(again.error().subject, path);
}

TEST(DatabaseTest, ReachesItsFolderThroughASymbolicLink) {
    const QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("real")));
    ASSERT_TRUE(
        QFile::link(folder.filePath(QStringLiteral("real")), folder.filePath(QStringLiteral("link"))));
    const QString path = folder.filePath(QStringLiteral("link/a.rill"));
    {
        const auto database = Database::create(path);
        ASSERT_TRUE(database) << qPrintable(database.error().message());
    }
    EXPECT_TRUE(Database::openToRead(path));
    EXPECT_TRUE(Database::openToWrite(path));
    ASSERT_TRUE(QFile::link(path, folder.filePath(QStringLiteral("b.rill"))));
    EXPECT_FALSE(Database::openToWrite(folder.filePath(QStringLiteral("b.rill")))) << "a link itself";
}

TEST(DatabaseTest, LeavesNothingBehindOfWhatCouldNotBeMade) {
    const QTemporaryDir folder;
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto formerAction = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{100, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &none), 0);
    const auto database = Database::create(folder.filePath(QStringLiteral("a.rill")));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, formerAction);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

TEST(DatabaseTest, AFileThatIsNoDatabaseIsAnError) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    const auto database = Database::openToRead(path);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, ErrorCode::DamagedFile);
}

} // namespace
} // namespace rillscope::test
