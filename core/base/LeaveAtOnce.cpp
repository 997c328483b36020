// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LeaveAtOnce.h"

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace rillscope {

void leaveAtOnce(int exitCode) {
    std::fflush(stdout);
    std::fflush(stderr);
    std::_Exit(exitCode);
}

void leaveAtTheLatestAfter(std::chrono::milliseconds most, int exitCode) {
    std::thread([most, exitCode] {
        std::this_thread::sleep_for(most);
        leaveAtOnce(exitCode);
    }).detach();
}

} // namespace rillscope
