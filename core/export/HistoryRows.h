// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"

#include <queue>
#include <vector>

namespace rillscope {

/// The samples of all channels as one sequence: each channel in its order of arrival; channels are merged by
/// the highest event time so far. So a recording with one channel, or several in step, keeps its order
/// exactly. Thread: one owner; sees what the history held when it was made. Cost: O(log channels) a row.
class HistoryRows {
public:
    explicit HistoryRows(const SampleHistory& history);

    /// Of all channels together.
    std::int64_t count() const { return m_count; }

    struct Row {
        int channel;
        std::int64_t index; ///< in the channel
    };
    bool hasNext() const { return !m_queue.empty(); }
    /// Precondition: hasNext().
    Row next();

private:
    struct Cursor {
        std::int64_t index = 0;
        std::int64_t end = 0;
        Timestamp highest = Timestamp::min();
    };
    struct Head {
        Timestamp highest;
        int channel;
        /// A priority queue has its greatest on top.
        bool operator<(const Head& other) const {
            return highest != other.highest ? highest > other.highest : channel > other.channel;
        }
    };

    void enqueue(int channel);

    const SampleHistory& m_history;
    std::vector<Cursor> m_cursors;
    std::priority_queue<Head> m_queue;
    std::int64_t m_count = 0;
};

} // namespace rillscope
