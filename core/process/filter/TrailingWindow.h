// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <deque>

namespace rillscope {

/// The newest samples of a channel, back to a length of event time: those in (newest − over, newest]. There
/// are never more than mostSamples of them: of a faster stream the window holds the newest so many, and is
/// shorter than asked for. Thread: one owner.
class TrailingWindow {
public:
    /// Of 16 bytes each.
    static constexpr std::size_t mostSamples = std::size_t{1} << 20;

    explicit TrailingWindow(Duration over) : m_over(over) {}

    /// Calls leave(value) for each sample that a newest one at `now` leaves behind, the oldest first, and
    /// makes room for one more.
    template <typename Leave>
    void moveOn(Timestamp now, Leave leave) {
        while (!m_samples.empty() &&
               (m_samples.size() == mostSamples || now - m_samples.front().time >= m_over)) {
            const double value = m_samples.front().value;
            m_samples.pop_front();
            leave(value);
        }
    }

    /// Precondition: moveOn(time) came before.
    void append(Timestamp time, double value) { m_samples.push_back({time, value}); }

    std::size_t size() const { return m_samples.size(); }
    double value(std::size_t index) const { return m_samples[index].value; }

private:
    struct Entry {
        Timestamp time;
        double value;
    };

    Duration m_over;
    std::deque<Entry> m_samples;
};

} // namespace rillscope
