// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace rillscope {

/// Where the program gets the time from; injected, so that tests need not wait.
/// Thread: all methods may be called from any thread at once.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;

    /// The wall clock. It may jump when the system's clock is set.
    virtual Timestamp now() const = 0;

    /// Time since some fixed point; never jumps.
    virtual Duration monotonic() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    Timestamp now() const override;
    Duration monotonic() const override;
};

} // namespace rillscope
