// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <array>
#include <chrono>
#include <fstream>
#include <random>

#include <time.h>

namespace rillscope::bench {

/// Intervals of 0.1 to 0.5 s and normal values, as the simulator sends them by default. The same seed gives
/// the same stream, so that peers work on the same samples.
class Stream {
public:
    Stream() {
        std::normal_distribution<double> normal(20.0, 5.0);
        for (double& value : m_values)
            value = normal(m_random);
        for (std::int64_t& interval : m_intervals)
            interval = std::uniform_int_distribution<std::int64_t>(100'000'000, 500'000'000)(m_random);
    }

    void next() {
        ++m_index;
        m_time += Duration(m_intervals[m_index % m_intervals.size()]);
    }
    Timestamp time() const { return m_time; }
    double seconds() const { return toSeconds(m_time.sinceEpoch()); }
    /// The extremes come first, so that the range of the value axis never changes.
    double value() const {
        return m_index < 3 ? (m_index == 1 ? -5.0 : 45.0) : m_values[m_index % m_values.size()];
    }

private:
    std::mt19937_64 m_random{42};
    std::array<double, 4'099> m_values{};
    std::array<std::int64_t, 4'096> m_intervals{};
    std::size_t m_index = 0;
    Timestamp m_time = fromNanoseconds(1'767'225'600'000'000'000);
};

inline double milliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Of this thread. On a machine that others use too, the difference to the time by the clock is theirs.
inline double processorMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline double residentBytes() {
    std::ifstream file("/proc/self/statm");
    double pages = 0;
    file >> pages >> pages;
    return pages * 4'096.0;
}

} // namespace rillscope::bench
