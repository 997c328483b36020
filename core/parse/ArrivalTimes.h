// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <optional>

namespace rillscope {

/// The times at which lines arrive, no two the same. Thread: one.
class ArrivalTimes {
public:
    explicit ArrivalTimes(const Clock& clock) : m_clock(clock) {}

    Timestamp now() const { return m_clock.now(); }

    /// Equal values at one and the same time would be taken for duplicates, and a coarse clock shows the same
    /// time to many lines. A clock that is set back is followed, though.
    Timestamp next() {
        constexpr Duration coarsest = std::chrono::milliseconds(20);
        Timestamp time = m_clock.now();
        if (m_last && time <= *m_last && *m_last - time < coarsest)
            time = *m_last + Duration{1};
        m_last = time;
        return time;
    }

private:
    const Clock& m_clock;
    std::optional<Timestamp> m_last;
};

} // namespace rillscope
