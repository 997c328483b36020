// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowOperator.h"

#include <algorithm>
#include <tuple>

namespace rillscope {

WindowOperator::WindowOperator(const WindowSettings& settings, const WindowLimits& limits)
    : m_settings(settings), m_builder(aggregatesOf(settings)), m_memory{limits, {}, m_builder.needsValues()} {
    Q_ASSERT(!windowMistake(settings));
}

Admission WindowOperator::add(ChannelIndex channel, Timestamp eventTime, double value) {
    ChannelWindows& windows = windowsOf(channel);
    const Admission admission = windows.add(eventTime, value, m_watermark);
    if (admission == Admission::LateDropped) {
        ++m_lateDroppedCount;
        return admission;
    }
    m_nextEnd = std::min(m_nextEnd, windows.nextEnd());
    while (!m_memory.usage.isWithin(m_memory.limits))
        [[unlikely]] fireOldestEarly();
    return admission;
}

ChannelWindows& WindowOperator::windowsOf(ChannelIndex channel) {
    if (channel >= m_channels.size())
        m_channels.resize(channel + std::size_t{1});
    std::unique_ptr<ChannelWindows>& windows = m_channels[channel];
    if (!windows) {
        windows = std::visit(
            [&](const auto& settings) { return settings.makeWindows(channel, m_memory, m_builder); },
            m_settings);
    }
    return *windows;
}

void WindowOperator::fire(std::vector<WindowRow>& rows) {
    rows.insert(rows.end(), m_early.begin(), m_early.end());
    m_emittedCount += static_cast<std::int64_t>(m_early.size());
    m_early.clear();
    const std::size_t before = rows.size();
    fireDue(rows);
    m_emittedCount += static_cast<std::int64_t>(rows.size() - before);
}

void WindowOperator::fireDue(std::vector<WindowRow>& rows) {
    const auto first = static_cast<std::vector<WindowRow>::difference_type>(rows.size());
    m_nextEnd = afterAllTime;
    for (const auto& windows : m_channels) {
        if (!windows)
            continue;
        if (m_watermark >= windows->nextEnd() - WindowDuration(1))
            windows->fire(m_watermark, rows);
        m_nextEnd = std::min(m_nextEnd, windows->nextEnd());
    }
    std::sort(rows.begin() + first, rows.end(), [](const WindowRow& left, const WindowRow& right) {
        return std::tie(left.end, left.start, left.channel) < std::tie(right.end, right.start, right.channel);
    });
}

void WindowOperator::fireOldestEarly() {
    WindowTime oldest = afterAllTime;
    for (const auto& windows : m_channels) {
        if (windows)
            oldest = std::min(oldest, windows->nextEnd());
    }
    m_watermark = std::max(m_watermark, oldest - WindowDuration(1));
    const std::size_t before = m_early.size();
    fireDue(m_early);
    m_firedEarlyCount += static_cast<std::int64_t>(m_early.size() - before);
}

} // namespace rillscope
