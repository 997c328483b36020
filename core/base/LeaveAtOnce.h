// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace rillscope {

/// Ends the process now. No destructor runs and no thread is joined: one of them may be inside a call that
/// never returns, on a file server or a disk that is gone, and a normal exit would wait for it or destroy
/// what it still uses. The system releases locks and files; a capture that was open is recovered like one
/// that was cut short by a crash. Any thread.
[[noreturn]] void leaveAtOnce(int exitCode);

/// Calls leaveAtOnce() when the process has not ended by itself after `most`. Call it when all that must be
/// written is written: what remains are jobs, and they may hang. Any thread.
void leaveAtTheLatestAfter(std::chrono::milliseconds most, int exitCode);

} // namespace rillscope
