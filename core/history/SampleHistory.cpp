// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/SampleHistory.h"

#include <algorithm>

namespace rillscope {

ChannelIndex SampleHistory::addChannel(ChannelInfo info) {
    const int index = m_channelCount.load(std::memory_order_relaxed);
    Q_ASSERT(index < maxChannels);
    m_channels[static_cast<std::size_t>(index)] = std::make_unique<Channel>(std::move(info));
    m_channelCount.store(index + 1, std::memory_order_release);
    return static_cast<ChannelIndex>(index);
}

std::int64_t SampleHistory::size() const {
    std::int64_t size = 0;
    for (int i = 0; i < channelCount(); ++i)
        size += channel(i).size();
    return size;
}

std::optional<std::pair<Timestamp, Timestamp>> SampleHistory::timeRange() const {
    std::optional<std::pair<Timestamp, Timestamp>> whole;
    for (int i = 0; i < channelCount(); ++i) {
        const auto range = channel(i).timeRange();
        if (!range)
            continue;
        whole = whole
                    ? std::pair{std::min(whole->first, range->first), std::max(whole->second, range->second)}
                    : *range;
    }
    return whole;
}

std::int64_t SampleHistory::memoryUsage() const {
    constexpr std::int64_t bytesPerSample = sizeof(std::int64_t) + sizeof(double) + sizeof(std::uint8_t);
    // Levels: one summary for each leaf, and a fifteenth of it for all that stand above.
    const std::int64_t leaves = size() / HistoryStorage::leafSize;
    return size() * bytesPerSample + leaves * static_cast<std::int64_t>(sizeof(Summary)) * 16 / 15;
}

} // namespace rillscope
