// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace rillscope::test {

/// A clock that stands still until it is moved. Thread: any.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}})
        : m_start(start) {}

    Timestamp now() const override { return m_start + monotonic(); }
    Duration monotonic() const override { return Duration{m_elapsed.load()}; }

    void advance(Duration duration) { m_elapsed += duration.count(); }

private:
    Timestamp m_start;
    std::atomic<std::int64_t> m_elapsed{0};
};

} // namespace rillscope::test
