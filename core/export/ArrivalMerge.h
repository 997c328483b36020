// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"

#include <tuple>
#include <vector>

namespace rillscope {

/// Goes through the samples a history holds at the beginning: each channel in its order of arrival, the
/// channels merged by the highest event time so far, then by place: a sample that came late in its channel
/// stays behind those it came after, and channels that were sampled together stay together.
/// Thread: any, one at a time. Cost per sample: O(log channels), nothing while one channel is ahead.
class ArrivalMerge {
public:
    explicit ArrivalMerge(const SampleHistory& history);

    qint64 size() const { return m_size; }
    bool isAtEnd() const { return m_cursors.empty(); }

    /// The channel and place in it of the present sample. Precondition: not at the end.
    int channel() const { return m_cursors.front().channel; }
    qint64 index() const { return m_cursors.front().index; }

    void advance();

private:
    struct Cursor {
        Timestamp newest; ///< of the samples up to and with `index`
        int channel = 0;
        qint64 index = 0;
        qint64 end = 0;

        bool comesAfter(const Cursor& other) const {
            return std::tie(newest, index, channel) > std::tie(other.newest, other.index, other.channel);
        }
    };

    void siftDown();

    const SampleHistory& m_history;
    std::vector<Cursor> m_cursors; ///< a heap; the next is in front
    qint64 m_size = 0;
};

} // namespace rillscope
