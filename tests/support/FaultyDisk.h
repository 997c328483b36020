// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <random>

namespace rillscope::test {

/// The disk of all databases that are opened while it exists: its writes and syncs fail when it is told so.
/// One at a time. Thread: any.
class FaultyDisk {
public:
    explicit FaultyDisk(std::uint64_t seed);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// So many of a hundred writes and syncs fail with this error of SQLite. 0: none.
    void fail(int percent, int code);
    int failureCount() const { return m_failures; }

    /// SQLITE_OK, or the error with which this operation is to fail.
    int draw();

private:
    mutable std::mutex m_mutex; ///< guards what follows but the counter
    std::mt19937_64 m_random;
    int m_percent = 0;
    int m_code = 0;
    std::atomic<int> m_failures{0};
};

} // namespace rillscope::test
