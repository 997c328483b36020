// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"

#include <array>
#include <atomic>
#include <memory>

namespace rillscope {

/// The histories of all channels of a session.
/// Thread: one writer; any number of readers without locks. Channels are only ever added, and never change.
class SampleHistory {
public:
    SampleHistory() = default;
    SampleHistory(const SampleHistory&) = delete;
    SampleHistory& operator=(const SampleHistory&) = delete;

    /// Writer only. Precondition: channelCount() < maxChannels.
    ChannelIndex addChannel(ChannelInfo info);
    /// Writer only.
    void append(const Sample& sample) {
        m_channels[sample.channel]->history.append(sample.eventTime, sample.value, sample.quality);
    }

    int channelCount() const { return m_channelCount.load(std::memory_order_acquire); }
    /// Precondition: index < channelCount().
    const ChannelInfo& info(int index) const { return m_channels[static_cast<std::size_t>(index)]->info; }
    const ChannelHistory& channel(int index) const {
        return m_channels[static_cast<std::size_t>(index)]->history;
    }

    /// Samples of all channels.
    std::int64_t size() const;
    /// Bytes that samples and summaries take. Approximate, and cheap.
    std::int64_t memoryUsage() const;
    /// Earliest and latest event time over all channels; nothing while empty.
    std::optional<std::pair<Timestamp, Timestamp>> timeRange() const;

private:
    struct Channel {
        explicit Channel(ChannelInfo channelInfo) : info(std::move(channelInfo)) {}
        ChannelInfo info;
        ChannelHistory history;
    };

    std::array<std::unique_ptr<Channel>, maxChannels> m_channels;
    std::atomic<int> m_channelCount{0};
};

} // namespace rillscope
