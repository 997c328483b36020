// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"

#include <random>
#include <vector>

namespace rillscope::test {

/// What streams are made of when they are hard on a drawing: noise, steps, ramps, spikes, silences, irregular
/// and equal times, disorder, NaN. Keeps what it made, in the order of arrival.
class RandomStream {
public:
    explicit RandomStream(std::uint64_t seed) : m_random(seed) {
        m_time = static_cast<std::int64_t>(m_random() % 4'000'000'000'000) - 2'000'000'000'000;
        m_interval = 1 + static_cast<std::int64_t>(m_random() % 10'000'000);
        m_comesLate = oneIn(4);
    }

    void appendTo(ChannelHistory& history, int count) {
        for (int i = 0; i < count; ++i) {
            if (oneIn(300))
                m_shape = static_cast<int>(m_random() % 5);
            m_time += nextInterval();
            const std::int64_t late = m_comesLate && oneIn(50) ? below(20 * m_interval) : 0;
            history.append(fromNanoseconds(m_time - late), nextValue(), {});
        }
    }

    bool oneIn(std::uint64_t n) { return m_random() % n == 0; }
    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(bound));
    }

private:
    std::int64_t nextInterval() {
        if (oneIn(700))
            return m_interval * (20 + below(3'000)); // a silence
        if (oneIn(400))
            m_isIrregular = !m_isIrregular;
        return m_isIrregular ? below(3 * m_interval) : m_interval;
    }

    double nextValue() {
        if (oneIn(400))
            return oneIn(2) ? std::numeric_limits<double>::quiet_NaN()
                            : std::numeric_limits<double>::infinity();
        if (oneIn(500))
            return m_uniform(m_random) < 0.0 ? -95.0 : 95.0; // a spike
        switch (m_shape) {
        case 0:
            return m_level;
        case 1:
            return m_level + 20.0 * m_uniform(m_random);
        case 2:
            return m_level = std::clamp(m_level + m_uniform(m_random), -60.0, 60.0);
        case 3:
            return m_level = oneIn(30) ? 60.0 * m_uniform(m_random) : m_level;
        default:
            return m_level = m_level > 60.0 ? -60.0 : m_level + 0.3;
        }
    }

    std::mt19937_64 m_random;
    std::uniform_real_distribution<double> m_uniform{-1.0, 1.0};
    std::int64_t m_time;
    std::int64_t m_interval;
    bool m_comesLate;
    bool m_isIrregular = false;
    int m_shape = 1;
    double m_level = 0.0;
};

} // namespace rillscope::test
