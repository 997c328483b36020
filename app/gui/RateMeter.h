// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <deque>

namespace rillscope {

/// How fast a counter grows, over the last three seconds.
/// Thread: one owner.
class RateMeter {
public:
    static constexpr Duration window = std::chrono::seconds(3);

    void reset() { m_readings.clear(); }

    /// `now` never goes back.
    void add(Duration now, std::int64_t count) {
        m_readings.push_back({now, count});
        while (m_readings.size() > 2 && now - m_readings[1].time >= window)
            m_readings.pop_front();
    }

    double perSecond() const {
        if (m_readings.size() < 2)
            return 0.0;
        const double seconds = toSeconds(m_readings.back().time - m_readings.front().time);
        const auto grown = static_cast<double>(m_readings.back().count - m_readings.front().count);
        return seconds > 0.0 ? grown / seconds : 0.0;
    }

private:
    struct Reading {
        Duration time;
        std::int64_t count;
    };

    std::deque<Reading> m_readings;
};

} // namespace rillscope
