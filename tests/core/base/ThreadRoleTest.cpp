// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ThreadRole.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

namespace rillscope {
namespace {

/// What a new thread has after taking these roles, one after another.
int niceAfter(const std::vector<ThreadRole>& roles) {
    int nice = -1;
    std::thread thread([&] {
        for (const ThreadRole role : roles)
            takeRole(role);
        nice = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
    });
    thread.join();
    return nice;
}

/// The system knows nothing behind it: a program that was started there cannot order its threads.
constexpr int leastUrgent = 19;

TEST(ThreadRoleTest, OrdersTheThreadsBehindTheWindow) {
    const int main = getpriority(PRIO_PROCESS, static_cast<id_t>(getpid()));
    EXPECT_EQ(niceAfter({ThreadRole::Frame}), main);
    int before = main;
    for (const ThreadRole role :
         {ThreadRole::Processing, ThreadRole::Source, ThreadRole::Capture, ThreadRole::Job}) {
        const int nice = niceAfter({role});
        EXPECT_EQ(nice, std::min(main + niceness(role), leastUrgent));
        EXPECT_TRUE(nice > before || nice == leastUrgent) << nice;
        before = nice;
    }
    EXPECT_EQ(getpriority(PRIO_PROCESS, static_cast<id_t>(getpid())), main) << "no other thread is touched";
}

TEST(ThreadRoleTest, NeverTriesToRaiseAThread) {
    EXPECT_EQ(niceAfter({ThreadRole::Job, ThreadRole::Processing, ThreadRole::Frame}),
              niceAfter({ThreadRole::Job}));
}

TEST(ThreadRoleTest, StaysBehindAProgramThatIsNiceItself) {
    // In a process of its own, because there is no way back.
    EXPECT_EXIT(
        {
            setpriority(PRIO_PROCESS, 0, 12);
            const bool isRight =
                niceAfter({ThreadRole::Processing}) == 12 + niceness(ThreadRole::Processing) &&
                niceAfter({ThreadRole::Job}) == 19;
            _exit(isRight ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace rillscope
