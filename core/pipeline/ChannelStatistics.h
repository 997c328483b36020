// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/model/ChannelInfo.h"

#include <QList>

#include <cmath>
#include <vector>

namespace rillscope {

/// Statistics of each channel of a history, over its finite values. Thread: one owner.
class ChannelStatistics {
public:
    void add(ChannelIndex channel, double value) {
        if (channel >= m_channels.size()) [[unlikely]]
            m_channels.resize(channel + std::size_t{1});
        if (std::isfinite(value))
            m_channels[channel].add(value);
    }

    /// Of `channelCount` channels, with or without a sample.
    QList<RunningStatistics> ofChannels(int channelCount) {
        m_channels.resize(static_cast<std::size_t>(channelCount));
        return {m_channels.begin(), m_channels.end()};
    }

private:
    std::vector<RunningStatistics> m_channels;
};

} // namespace rillscope
