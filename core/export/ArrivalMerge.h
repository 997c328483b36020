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
/// References are left out: they are in a file of their own.
/// Samples that have been evicted, or are while it goes on, are passed over and counted.
/// Thread: any, one at a time. Cost per sample: O(log channels), nothing while one channel is ahead.
class ArrivalMerge {
public:
    /// Evicted samples are counted where the middle of their summary lies in [begin, end].
    ArrivalMerge(const SampleHistory& history, Timestamp begin, Timestamp end);

    qint64 size() const { return m_size; }
    /// Those gone through, evicted ones too.
    qint64 passed() const { return m_passed; }
    qint64 evicted() const { return m_evicted; }
    bool isAtEnd() const { return m_cursors.empty(); }

    /// The present sample and its channel. Precondition: not at the end.
    int channel() const { return m_cursors.front().channel; }
    const RecordedSample& sample() const { return feedOf(channel()).sample(); }

    void advance();

private:
    struct Cursor {
        Timestamp newest; ///< of the samples up to and with `index`
        int channel = 0;
        qint64 index = 0;

        bool comesAfter(const Cursor& other) const {
            return std::tie(newest, index, channel) > std::tie(other.newest, other.index, other.channel);
        }
    };

    /// What a channel has yet to give, a part of it read ahead.
    struct Feed {
        std::vector<RecordedSample> samples;
        std::size_t place = 0; ///< the present one of them
        qint64 next = 0;       ///< the index behind them
        qint64 end = 0;

        const RecordedSample& sample() const { return samples[place]; }
        qint64 index() const { return next - static_cast<qint64>(samples.size() - place); }
    };

    const Feed& feedOf(int channel) const { return m_feeds[static_cast<std::size_t>(channel)]; }
    bool readOn(int channel);
    void siftDown();

    const SampleHistory& m_history;
    const Timestamp m_begin;
    const Timestamp m_end;
    std::vector<Feed> m_feeds;     ///< by channel
    std::vector<Cursor> m_cursors; ///< a heap; the next is in front
    qint64 m_size = 0;
    qint64 m_passed = 0;
    qint64 m_evicted = 0;
};

} // namespace rillscope
