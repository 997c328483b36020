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
    std::int64_t sum = 0;
    for (int index = 0; index < channelCount(); ++index)
        sum += channel(index).size();
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
    for (int index = 0; index < channelCount(); ++index) {
        const auto range = channel(index).timeRange();
        if (!range)
            continue;
        if (!whole)
            whole = range;
        whole->first = std::min(whole->first, range->first);
        whole->second = std::max(whole->second, range->second);
    }
    return whole;
}

} // namespace rillscope
