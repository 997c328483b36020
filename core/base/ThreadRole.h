// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rillscope {

/// What a thread is there for, the most urgent first. When there is less processor time than work, the window
/// goes first, then what it shows, then what can be done later.
enum class ThreadRole {
    Frame,      ///< the GUI thread: draws, and answers to the person
    Processing, ///< what is shown next, and judged by alarms
    Source,     ///< can wait for credit
    Capture,    ///< has a queue of its own
    Job         ///< finite: saving, reading back, checking
};

/// By how much a thread in this role is nicer than the main thread.
int niceness(ThreadRole role);

/// Lowers the calling thread to its role, by the nice value that Linux keeps for each thread. No privilege is
/// needed, and there is no way back: the thread must have no other role later. A thread that is lower already
/// stays there. Errors: none; a system that refuses leaves the thread as urgent as it is, and it still works.
void takeRole(ThreadRole role);

} // namespace rillscope
