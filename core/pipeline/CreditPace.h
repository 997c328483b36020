// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <algorithm>

namespace rillscope {

/// Blocks whose credit the source is owed, and when it gets it, so that a stream that has to wait for the
/// disk comes evenly: a frame is painted when there is something new, and the commits of the disk alone would
/// let samples come in a few bursts a second. Times are monotonic. Thread: one owner (processing).
class CreditPace {
public:
    /// A block was processed.
    void add() { ++m_owed; }
    /// How much credit is to be given now, if `pause` is to lie between two blocks at present.
    int take(Duration pause, Duration now) {
        const std::int64_t due = pause > Duration{0} ? (now - m_given) / pause : m_owed;
        const int credit = static_cast<int>(std::min<std::int64_t>(due, m_owed));
        if (credit == 0)
            return 0;
        m_owed -= credit;
        // What was due while nothing was owed is not made up for.
        m_given = credit < due ? now : m_given + credit * pause;
        return credit;
    }
    bool isOwed() const { return m_owed > 0; }
    /// Until some is due.
    Duration wait(Duration pause, Duration now) const { return std::max(Duration{0}, m_given + pause - now); }
    void clear() { m_owed = 0; }

private:
    int m_owed = 0;
    Duration m_given{}; ///< when the last was due
};

} // namespace rillscope
