// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureLock.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace rillscope::test {
namespace {

class CaptureLockTest : public testing::Test {
protected:
    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("a.rill"));
};

TEST_F(CaptureLockTest, IsHeldByOneAndLeavesNothingWhenItIsRemoved) {
    EXPECT_FALSE(CaptureLock::isHeld(m_path));
    auto lock = CaptureLock::acquire(m_path);
    ASSERT_TRUE(lock) << lock.error().message().toStdString();
    EXPECT_TRUE(CaptureLock::isHeld(m_path));
    const auto second = CaptureLock::acquire(m_path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::FileInUse);
    EXPECT_EQ(second.error().subject, m_path);
    lock->releaseAndRemove();
    EXPECT_FALSE(CaptureLock::isHeld(m_path));
    EXPECT_FALSE(QFile::exists(CaptureLock::pathFor(m_path)));
    EXPECT_TRUE(CaptureLock::acquire(m_path));
}

TEST_F(CaptureLockTest, GoesWithTheProcessThatHeldIt) {
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const auto lock = CaptureLock::acquire(m_path);
        const char answer = lock ? 'y' : 'n';
        if (write(ready[1], &answer, 1) == 1)
            pause();
        _exit(1);
    }
    char answer = 0;
    ASSERT_EQ(read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    EXPECT_TRUE(CaptureLock::isHeld(m_path));
    const auto refused = CaptureLock::acquire(m_path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::FileInUse);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_FALSE(CaptureLock::isHeld(m_path));
    EXPECT_TRUE(QFile::exists(CaptureLock::pathFor(m_path)));
    EXPECT_TRUE(CaptureLock::acquire(m_path));
    close(ready[0]);
    close(ready[1]);
}

TEST_F(CaptureLockTest, LetsNoTwoInWhileTheFileIsRemovedAndMadeAnew) {
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    std::atomic<int> times{0};
    const auto work = [&] {
        for (int i = 0; i < 300; ++i) {
            auto lock = CaptureLock::acquire(m_path);
            if (!lock)
                continue;
            most = std::max(most.load(), ++inside);
            ++times;
            --inside;
            lock->releaseAndRemove();
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(work);
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(most, 1);
    EXPECT_GT(times, 300);
}

TEST_F(CaptureLockTest, FollowsNoSymbolicLinkAndTakesNoOtherAway) {
    const QString target = m_folder.filePath(QStringLiteral("target"));
    ASSERT_TRUE(QFile::link(target, CaptureLock::pathFor(m_path)));
    EXPECT_FALSE(CaptureLock::acquire(m_path));
    EXPECT_FALSE(QFile::exists(target));
    ASSERT_TRUE(QFile::remove(CaptureLock::pathFor(m_path)));

    auto lock = CaptureLock::acquire(m_path);
    ASSERT_TRUE(lock);
    ASSERT_TRUE(QFile::remove(CaptureLock::pathFor(m_path)));
    auto another = CaptureLock::acquire(m_path);
    ASSERT_TRUE(another);
    lock->releaseAndRemove();
    EXPECT_TRUE(CaptureLock::isHeld(m_path)) << "the file was another's by then";
}

TEST_F(CaptureLockTest, SaysWhyItCannotBeTaken) {
    const auto lock = CaptureLock::acquire(m_folder.filePath(QStringLiteral("no/such/a.rill")));
    ASSERT_FALSE(lock);
    EXPECT_EQ(lock.error().code, ErrorCode::FileUnreadable);
    EXPECT_FALSE(lock.error().detail.isEmpty());
}

} // namespace
} // namespace rillscope::test
