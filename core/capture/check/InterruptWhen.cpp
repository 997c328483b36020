// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/InterruptWhen.h"

#include <sqlite3.h>

namespace rillscope {

InterruptWhen::InterruptWhen(sqlite3* connection, const std::function<bool()>& isCancelled) {
    static constexpr std::chrono::milliseconds interval{20};
    if (!isCancelled)
        return;
    m_thread = std::thread([this, connection, isCancelled] {
        std::unique_lock lock(m_mutex);
        while (!m_changed.wait_for(lock, interval, [this] { return m_isOver; })) {
            if (isCancelled())
                sqlite3_interrupt(connection);
        }
    });
}

InterruptWhen::~InterruptWhen() {
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

} // namespace rillscope
