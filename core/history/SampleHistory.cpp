// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rillscope {

ChannelIndex SampleHistory::addChannel(ChannelInfo info) {
    const int index = m_channelCount.load(std::memory_order_relaxed);
    Q_ASSERT(index < maxChannels);
    m_channels[static_cast<std::size_t>(index)] = std::make_unique<Channel>(std::move(info));
    m_channelCount.store(index + 1, std::memory_order_seq_cst);
    // After the channel can be seen: who sets the factor meanwhile sees the channel, or is seen here.
    double factor = gapFactor();
    do
        setGapFactorOf(index, factor);
    while (factor != std::exchange(factor, gapFactor()));
    return static_cast<ChannelIndex>(index);
}

void SampleHistory::setGapFactor(double factor) {
    m_gapFactor.store(factor, std::memory_order_seq_cst);
    const int count = m_channelCount.load(std::memory_order_seq_cst);
    for (int index = 0; index < count; ++index)
        setGapFactorOf(index, factor);
}

void SampleHistory::setGapFactorOf(int index, double factor) {
    Channel& channel = *m_channels[static_cast<std::size_t>(index)];
    const bool breaksAtSilence = channel.info.kind != ChannelKind::DerivedOnChange;
    channel.history.setGapFactor(breaksAtSilence ? factor : std::numeric_limits<double>::infinity());
}

void SampleHistory::makeRoom(ChannelIndex fullChannel) {
    // The chunk that is full now is the newest of its channel, and stays: the one before it may go.
    if (m_channels[fullChannel]->history.size() > ChannelHistory::chunkSize)
        m_evictable.push_back(fullChannel);
    const std::int64_t limit = memoryLimit();
    while (!m_evictable.empty() && memoryUsage() - restoredBytes() > limit) {
        if (m_channels[m_evictable.front()]->history.evictOldest())
            m_evictedCount.fetch_add(ChannelHistory::chunkSize, std::memory_order_release);
        m_evictable.pop_front();
    }
}

void SampleHistory::appendEvicted(ChannelIndex channel,
                                  const std::array<EvictedLeaf, ChannelHistory::leavesPerChunk>& leaves) {
    m_channels[channel]->history.appendEvicted(leaves);
    m_evictedCount.fetch_add(ChannelHistory::chunkSize, std::memory_order_release);
}

void SampleHistory::restore(Restorable past) {
    ChannelHistory& history = m_channels[past.channel]->history;
    const RecentWishes::Chunk chunk{past.channel, past.chunk};
    if (past.samples && !m_restored.contains(chunk))
        history.restore(past.chunk, std::move(past.samples));
    else if (!m_restored.contains(chunk))
        return; // wished for again, but gone meanwhile
    m_restored.renew(chunk);
    boundRestored();
}

void SampleHistory::boundRestored() {
    const std::int64_t limit = memoryLimit() / 8;
    while (static_cast<std::int64_t>(m_restored.size()) > restoredChunks && restoredBytes() > limit) {
        const auto [channel, chunk] = m_restored.takeOldest();
        m_channels[channel]->history.dropRestored(chunk);
    }
}

std::int64_t SampleHistory::size() const {
    std::int64_t sum = 0;
    for (int index = 0; index < channelCount(); ++index)
        sum += channel(index).size();
    return sum;
}

std::optional<Timestamp> SampleHistory::fullResolutionFrom() const {
    std::optional<Timestamp> latest;
    for (int index = 0; index < channelCount(); ++index)
        latest = std::max(latest, channel(index).fullResolutionFrom());
    return latest;
}

std::optional<Timestamp> SampleHistory::fullResolutionFrom(Timestamp begin, Timestamp end) const {
    std::optional<Timestamp> latest;
    for (int index = 0; index < channelCount(); ++index)
        latest = std::max(latest, channel(index).fullResolutionFrom(begin, end));
    return latest;
}

std::size_t SampleHistory::mostRestored() const {
    // Packed they are smaller.
    constexpr std::int64_t largest =
        ChannelHistory::chunkSize * (sizeof(std::int64_t) + sizeof(double) + sizeof(std::uint16_t)) +
        sizeof(SampleChunk);
    return static_cast<std::size_t>(std::max(restoredChunks, memoryLimit() / 8 / largest));
}

std::int64_t SampleHistory::restoredState() const {
    std::int64_t sum = 0;
    for (int index = 0; index < channelCount(); ++index)
        sum += channel(index).restoredState();
    return sum;
}

std::int64_t SampleHistory::restoredBytes() const {
    std::int64_t sum = 0;
    for (int index = 0; index < channelCount(); ++index)
        sum += channel(index).restoredBytes();
    return sum;
}

std::int64_t SampleHistory::memoryUsage() const {
    std::int64_t sum = 0;
    for (int index = 0; index < channelCount(); ++index)
        sum += channel(index).memoryUsage();
    return sum;
}

std::optional<std::pair<Timestamp, Timestamp>> SampleHistory::timeRange() const {
    std::optional<std::pair<Timestamp, Timestamp>> whole;
    std::optional<Timestamp> latestOfStream;
    for (int index = 0; index < channelCount(); ++index) {
        const auto range = channel(index).timeRange();
        if (!range)
            continue;
        if (!whole)
            whole = range;
        whole->first = std::min(whole->first, range->first);
        whole->second = std::max(whole->second, range->second);
        if (info(index).kind != ChannelKind::Reference)
            latestOfStream = std::max(latestOfStream, std::optional(range->second));
    }
    if (latestOfStream)
        whole->second = *latestOfStream;
    return whole;
}

} // namespace rillscope
