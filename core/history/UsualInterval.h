// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace rillscope {

/// How long a channel usually is silent: the median of its last 15 intervals, known after the first eight.
/// A silence weighs as much as any other interval, so the usual interval changes only after eight of a kind.
/// Thread: one owner. Units: ns. Of an even number of intervals, the median is the longer one in the middle.
class UsualInterval {
public:
    /// Whether an interval is longer than `factor` times the usual one, of which it then is a part.
    /// Preconditions: interval > 0, factor >= 1 (may be infinite).
    bool isSilence(double interval, double factor) {
        const bool isKnown = interval <= m_usual && m_exceeded <= window / 2 && factor == m_factor;
        const bool isSilence = !isKnown && judge(interval, factor);
        remember(interval);
        return isSilence;
    }

private:
    static constexpr int window = 15;
    static constexpr int knownAfter = 8;

    bool judge(double interval, double factor);

    void remember(double interval) {
        m_recent[m_next] = interval;
        m_next = m_next + 1 == window ? 0 : m_next + 1;
        m_count += m_count < window ? 1 : 0;
        m_exceeded += interval * m_factor < m_usual ? 1 : 0;
    }

    std::array<double, window> m_recent{};
    int m_count = 0;
    std::size_t m_next = 0; ///< index of the oldest interval, which the next one replaces

    // The last interval that was judged and is no silence. A shorter one is none either, without a look at
    // the recent ones, while at most half of these are so short that it would exceed them `factor` times.
    double m_usual = 0.0;
    double m_factor = 1.0;
    int m_exceeded = 0; ///< of the recent ones; those that have left are still counted
};

} // namespace rillscope
