// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CapturePlace.h"

#include "core/capture/write/CaptureOpener.h"
#include "tests/support/SmallDisk.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace rillscope::test {
namespace {

class CapturePlaceTest : public testing::Test {
protected:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    void writeFile(const QString& name) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("x");
    }

    QTemporaryDir m_folder;
};

TEST_F(CapturePlaceTest, NamesCapturesByTheirStart) {
    const Timestamp start = fromNanoseconds(1'795'354'805'999'999'999);
    EXPECT_EQ(captureName(start, 1), QStringLiteral("2026-11-22T13-40-05Z.rill"));
    EXPECT_EQ(captureName(start, 3), QStringLiteral("2026-11-22T13-40-05Z-3.rill"));
    EXPECT_EQ(captureName(fromNanoseconds(-1), 1), QStringLiteral("1969-12-31T23-59-59Z.rill"));
    EXPECT_EQ(followingPath(QStringLiteral("/a.b/night.rill"), 2), QStringLiteral("/a.b/night-2.rill"));
    EXPECT_EQ(followingPath(QStringLiteral("/a.b/night"), 2), QStringLiteral("/a.b/night-2"));
}

TEST_F(CapturePlaceTest, FollowsAPathWhateverIsInIt) {
    EXPECT_EQ(followingPath(QStringLiteral("/tmp/a%1b/x%2.rill"), 2), QStringLiteral("/tmp/a%1b/x%2-2.rill"));
    EXPECT_EQ(followingPath(QStringLiteral("/tmp/a%L1b/x.%3"), 3), QStringLiteral("/tmp/a%L1b/x-3.%3"));
}

TEST_F(CapturePlaceTest, TakesANewNameInAFolder) {
    EXPECT_TRUE(checkNewCapture(path(QStringLiteral("a.rill"))));
    EXPECT_TRUE(checkNewCapture(path(QString(242, u'x') + QStringLiteral(".rill"))));
}

TEST_F(CapturePlaceTest, RefusesWhatCannotBeANewFileAndSaysWhy) {
    writeFile(QStringLiteral("taken.rill"));
    writeFile(QStringLiteral("old.rill-wal"));
    ASSERT_TRUE(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("link.rill"))));
    const auto detail = [this](const QString& name) {
        const auto checked = checkNewCapture(path(name));
        return checked ? QString() : checked.error().detail.english();
    };
    EXPECT_TRUE(detail(QStringLiteral("taken.rill")).contains(QStringLiteral("already")));
    EXPECT_TRUE(detail(QStringLiteral("link.rill")).contains(QStringLiteral("symbolic link")));
    EXPECT_TRUE(detail(QStringLiteral("old.rill")).contains(QStringLiteral("old.rill-wal")));
    EXPECT_TRUE(detail(QStringLiteral("none/a.rill")).contains(QStringLiteral("no such folder")));
    EXPECT_TRUE(detail(QStringLiteral("taken.rill/a.rill")).contains(QStringLiteral("no folder")));
    EXPECT_TRUE(detail(QString(300, u'x')).contains(QStringLiteral("too long: 300 bytes")));
    EXPECT_TRUE(detail(QString(243, u'x') + QStringLiteral(".rill")).contains(QStringLiteral("too long")));
    EXPECT_TRUE(detail(QString(130, u'ä')).contains(QStringLiteral("260 bytes")));
}

TEST_F(CapturePlaceTest, MakesTheFolderWithAllAboveIt) {
    EXPECT_TRUE(makeCaptureFolder(path(QStringLiteral("a/b/c"))));
    EXPECT_TRUE(QFileInfo(path(QStringLiteral("a/b/c"))).isDir());
    EXPECT_TRUE(makeCaptureFolder(path(QStringLiteral("a/b/c"))));
}

TEST_F(CapturePlaceTest, SaysWhyAFolderCannotBeMade) {
    writeFile(QStringLiteral("file"));
    ASSERT_TRUE(QFile::link(path(QStringLiteral("nowhere/at/all")), path(QStringLiteral("dangling"))));
    for (const QString& name :
         {QStringLiteral("file"), QStringLiteral("file/below"), QStringLiteral("dangling"),
          QStringLiteral("dangling/below"), QString(300, u'x')}) {
        const auto made = makeCaptureFolder(path(name));
        ASSERT_FALSE(made) << name.toStdString();
        EXPECT_EQ(made.error().subject, path(name));
        EXPECT_FALSE(made.error().detail.isEmpty());
    }
}

TEST_F(CapturePlaceTest, LetsNobodyElseIntoTheFallbackFolder) {
    const QString folder = path(QStringLiteral("private"));
    ASSERT_TRUE(makePrivateFolder(folder));
    struct stat status {};
    ASSERT_EQ(stat(qPrintable(folder), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    EXPECT_TRUE(makePrivateFolder(folder)) << "it is there, and ours";

    ASSERT_EQ(chmod(qPrintable(folder), 0755), 0);
    EXPECT_FALSE(makePrivateFolder(folder)) << "others could read it";
    ASSERT_EQ(chmod(qPrintable(folder), 0700), 0);
    ASSERT_TRUE(QFile::link(folder, path(QStringLiteral("link"))));
    EXPECT_FALSE(makePrivateFolder(path(QStringLiteral("link")))) << "a link can lead anywhere";
    writeFile(QStringLiteral("file"));
    EXPECT_FALSE(makePrivateFolder(path(QStringLiteral("file"))));
}

TEST_F(CapturePlaceTest, FallsBackOnlyToWhatSurvivesALossOfPower) {
    const SmallDisk memory(path(QStringLiteral("memory")));
    if (!memory.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    EXPECT_FALSE(isPersistent(path(QStringLiteral("memory"))));
    EXPECT_FALSE(isPersistent(path(QStringLiteral("nowhere"))));
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", path(QStringLiteral("memory")).toLocal8Bit());
    EXPECT_FALSE(fallbackCaptureFolder().startsWith(path(QStringLiteral("memory"))));
    if (isPersistent(m_folder.path())) {
        qputenv("TMPDIR", m_folder.path().toLocal8Bit());
        EXPECT_TRUE(fallbackCaptureFolder().startsWith(m_folder.path()));
    }
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
}

TEST_F(CapturePlaceTest, HasNoFallbackForAFolderThatWasChosen) {
    CaptureSettings settings = CaptureSettings::defaults(QStringLiteral("test"));
    EXPECT_EQ(settings.fallbackFolder, fallbackCaptureFolder());
    settings.setFolder(m_folder.path());
    EXPECT_EQ(settings.folder, m_folder.path());
    EXPECT_EQ(settings.fallbackFolder, QString());
    settings.setFolder(defaultCaptureFolder());
    EXPECT_EQ(settings.fallbackFolder, fallbackCaptureFolder());
}

TEST_F(CapturePlaceTest, TriesWhetherACaptureCanBeMadeAndLeavesNothing) {
    EXPECT_TRUE(tryNewCapture(path(QStringLiteral("a.rill"))));
    EXPECT_TRUE(QDir(m_folder.path()).isEmpty());
    writeFile(QStringLiteral("taken.rill"));
    EXPECT_FALSE(tryNewCapture(path(QStringLiteral("taken.rill"))));
    const SmallDisk disk(path(QStringLiteral("disk")));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    disk.fill(QStringLiteral("filler"));
    const auto tried = tryNewCapture(path(QStringLiteral("disk/a.rill")));
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(QDir(path(QStringLiteral("disk"))).entryList(QDir::Files),
              QStringList(QStringLiteral("filler")));
}

} // namespace
} // namespace rillscope::test
