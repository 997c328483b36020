// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"
#include "core/history/RecentWishes.h"

#include <array>
#include <atomic>
#include <deque>
#include <memory>

namespace rillscope {

/// The histories of all channels of a session.
/// Thread: one writer; any number of readers without locks. Channels are only ever added, and never change.
/// Memory: beyond the limit the samples that were recorded first, of all channels, are evicted but for their
/// summaries. These stay, 0.54 bytes a sample (and 0.23 more where each has a mark, of one kind): 2 GiB of
/// them are four thousand million samples. So do the newest 4,096 to 8,192 samples of each channel. A limit
/// too small for both is passed. Restored samples come on top: an eighth of the limit, or restoredChunks;
/// beyond it those that were wished for least recently go again.
class SampleHistory {
public:
    static constexpr std::int64_t defaultMemoryLimit = std::int64_t{2} << 30;

    static constexpr std::int64_t restoredChunks = 64;

    explicit SampleHistory(std::int64_t memoryLimit = defaultMemoryLimit) : m_memoryLimit(memoryLimit) {}
    SampleHistory(const SampleHistory&) = delete;
    SampleHistory& operator=(const SampleHistory&) = delete;

    /// Writer only. Precondition: channelCount() < maxChannels.
    ChannelIndex addChannel(ChannelInfo info);
    /// Writer only. True when the line breaks before the sample.
    bool append(const Sample& sample) {
        const auto appended =
            m_channels[sample.channel]->history.append(sample.eventTime, sample.value, sample.quality);
        if (appended.completesChunk)
            makeRoom(sample.channel);
        return appended.breaksBefore;
    }
    /// Writer only. See ChannelHistory.
    void append(ChannelIndex channel, const RecordedSample& sample) {
        if (m_channels[channel]->history.append(sample).completesChunk)
            makeRoom(channel);
    }
    void appendEvicted(ChannelIndex channel,
                       const std::array<EvictedLeaf, ChannelHistory::leavesPerChunk>& leaves);

    /// The samples of an evicted chunk of a channel, from ChannelHistory::pack(); none: they are there
    /// already, but wished for again.
    struct Restorable {
        ChannelIndex channel = 0;
        std::int64_t chunk = 0;
        std::unique_ptr<SampleChunk> samples;
    };
    /// Writer only.
    void restore(Restorable past);

    /// In bytes. Any thread; holds from the next chunk that is full.
    void setMemoryLimit(std::int64_t bytes) { m_memoryLimit.store(bytes, std::memory_order_relaxed); }
    std::int64_t memoryLimit() const { return m_memoryLimit.load(std::memory_order_relaxed); }
    /// Of all channels, later ones too, but for those in which silence is no gap (see ChannelKind). Any
    /// thread. See ChannelHistory.
    void setGapFactor(double factor);
    double gapFactor() const { return m_gapFactor.load(std::memory_order_seq_cst); }

    int channelCount() const { return m_channelCount.load(std::memory_order_acquire); }
    /// Precondition: index < channelCount().
    const ChannelInfo& info(int index) const { return m_channels[static_cast<std::size_t>(index)]->info; }
    const ChannelHistory& channel(int index) const {
        return m_channels[static_cast<std::size_t>(index)]->history;
    }

    /// Samples of all channels, recorded and still there one by one, or evicted.
    std::int64_t size() const;
    /// Of them, those of which only the summaries are left.
    std::int64_t evictedCount() const { return m_evictedCount.load(std::memory_order_acquire); }
    /// From here on every sample of every channel is at hand one by one; nothing while none has been evicted.
    /// See ChannelHistory.
    std::optional<Timestamp> fullResolutionFrom() const;
    std::optional<Timestamp> fullResolutionFrom(Timestamp begin, Timestamp end) const;
    /// Bytes that samples and summaries take, and of these the restored ones. Cheap.
    std::int64_t memoryUsage() const;
    std::int64_t restoredBytes() const;
    /// So many chunks can be restored before the first of them goes.
    std::size_t mostRestored() const;
    /// A number that grows with each change of what is restored.
    std::int64_t restoredState() const;
    /// Earliest event time over all channels, and the latest of those that are no references, if these have
    /// any samples: what one follows is the stream. Nothing while empty.
    std::optional<std::pair<Timestamp, Timestamp>> timeRange() const;

private:
    void makeRoom(ChannelIndex fullChannel);
    void boundRestored();
    void setGapFactorOf(int index, double factor);

    struct Channel {
        explicit Channel(ChannelInfo channelInfo) : info(std::move(channelInfo)) {}
        ChannelInfo info;
        ChannelHistory history;
    };

    std::array<std::unique_ptr<Channel>, maxChannels> m_channels;
    std::atomic<int> m_channelCount{0};
    std::atomic<std::int64_t> m_memoryLimit;
    std::atomic<double> m_gapFactor{ChannelHistory::defaultGapFactor};
    std::atomic<std::int64_t> m_evictedCount{0};
    RecentWishes m_restored;              // writer only
    std::deque<ChannelIndex> m_evictable; // writer only; whose oldest chunk is to go next, and so on
};

} // namespace rillscope
