// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

struct sqlite3;

namespace rillscope {

/// While it lives, asks many times a second whether a job is to stop, and if so has SQLite end what it does
/// on a connection: for the one call that never asks itself, the check of its own structure. Thread: has one
/// of its own, which calls `isCancelled`; without a question, none.
class InterruptWhen {
public:
    InterruptWhen(sqlite3* connection, const std::function<bool()>& isCancelled);
    ~InterruptWhen();
    InterruptWhen(const InterruptWhen&) = delete;
    InterruptWhen& operator=(const InterruptWhen&) = delete;

private:
    std::mutex m_mutex; ///< guards m_isOver
    std::condition_variable m_changed;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace rillscope
