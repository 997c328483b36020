// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ThreadRole.h"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace rillscope {
namespace {

constexpr int highestNice = 19;

/// 0 names the calling thread. All values from -20 on are valid, so that an error looks like one of them.
int niceOfThread(id_t thread) {
    return getpriority(PRIO_PROCESS, thread);
}

} // namespace

int niceness(ThreadRole role) {
    switch (role) {
    case ThreadRole::Frame:
        break;
    case ThreadRole::Processing:
        return 2;
    case ThreadRole::Source:
        return 3;
    case ThreadRole::Capture:
        return 5;
    case ThreadRole::Job:
        return 10;
    }
    return 0;
}

void takeRole(ThreadRole role) {
    // The main thread's number is that of the process.
    const int wanted = std::min(niceOfThread(static_cast<id_t>(getpid())) + niceness(role), highestNice);
    if (wanted > niceOfThread(0))
        setpriority(PRIO_PROCESS, 0, wanted);
}

} // namespace rillscope
