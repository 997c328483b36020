// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/SliceWindows.h"

#include "core/process/window/CumulatingWindow.h"
#include "core/process/window/HoppingWindow.h"
#include "core/process/window/TumblingWindow.h"

#include <iterator>

namespace rillscope {

SliceWindows::SliceWindows(ChannelIndex channel, const SliceLayout& layout, WindowMemory& memory,
                           WindowRowBuilder& builder)
    : m_channel(channel)
    , m_layout(layout)
    , m_memory(memory)
    , m_builder(builder)
    , m_lastFired(layout.lastFired(beforeAllTime)) {}

Admission SliceWindows::add(Timestamp eventTime, double value, WindowTime watermark) {
    const WindowTime time = floorToMilliseconds(eventTime);
    if (!m_current || time < m_currentStart || time >= m_currentEnd) {
        m_current = sliceAt(time, watermark);
        if (!m_current)
            return Admission::LateDropped;
    }
    m_current->add(eventTime, value, m_memory);
    return Admission::Joined;
}

WindowContents* SliceWindows::sliceAt(WindowTime time, WindowTime watermark) {
    const std::int64_t index = m_layout.sliceOf(time);
    m_lastFired = std::max(m_lastFired, m_layout.lastFired(watermark));
    if (m_layout.lastWindow(index) <= m_lastFired)
        return nullptr;
    const auto [slice, isNew] = m_slices.try_emplace(index);
    if (isNew) {
        m_memory.usage.openWindows += windowsOpenedBy(slice);
        updateNextEnd();
    }
    m_currentStart = m_layout.startOfSlice(index);
    m_currentEnd = m_layout.startOfSlice(index + 1);
    return &slice->second;
}

/// Those of its windows that have no other slice.
std::int64_t SliceWindows::windowsOpenedBy(Slices::const_iterator slice) const {
    std::int64_t first = std::max(slice->first, m_lastFired + 1);
    std::int64_t last = m_layout.lastWindow(slice->first);
    if (slice != m_slices.begin())
        first = std::max(first, m_layout.lastWindow(std::prev(slice)->first) + 1);
    if (const auto next = std::next(slice); next != m_slices.end())
        last = std::min(last, next->first - 1);
    return std::max<std::int64_t>(0, last - first + 1);
}

void SliceWindows::fire(WindowTime watermark, std::vector<WindowRow>& rows) {
    const std::int64_t lastDue = m_layout.lastFired(watermark);
    while (!m_slices.empty() && nextWindow() <= lastDue) {
        const std::int64_t window = nextWindow();
        fireOne(window, rows);
        m_lastFired = window;
        releaseThrough(window);
    }
    m_lastFired = std::max(m_lastFired, lastDue);
    updateNextEnd();
}

void SliceWindows::fireOne(std::int64_t window, std::vector<WindowRow>& rows) {
    m_builder.reset();
    // The first slice left is one of the window's: those before have been released.
    for (auto slice = m_slices.begin(); slice != m_slices.end() && slice->first <= window; ++slice)
        m_builder.include(slice->second);
    rows.push_back(m_builder.row(m_channel, m_layout.startOf(window), m_layout.endOf(window)));
    --m_memory.usage.openWindows;
}

void SliceWindows::releaseThrough(std::int64_t window) {
    while (!m_slices.empty() && m_layout.lastWindow(m_slices.begin()->first) <= window) {
        if (m_current == &m_slices.begin()->second)
            m_current = nullptr;
        m_slices.begin()->second.release(m_memory);
        m_slices.erase(m_slices.begin());
    }
}

void SliceWindows::updateNextEnd() {
    m_nextEnd = m_slices.empty() ? afterAllTime : m_layout.endOf(nextWindow());
}

std::unique_ptr<ChannelWindows> TumblingWindow::makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                            WindowRowBuilder& builder) const {
    return std::make_unique<SliceWindows>(channel, SliceLayout(size, size, offset), memory, builder);
}

std::unique_ptr<ChannelWindows> HoppingWindow::makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                           WindowRowBuilder& builder) const {
    return std::make_unique<SliceWindows>(channel, SliceLayout(size, slide, offset), memory, builder);
}

std::unique_ptr<ChannelWindows> CumulatingWindow::makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                              WindowRowBuilder& builder) const {
    return std::make_unique<SliceWindows>(
        channel, SliceLayout(size, step, offset, SliceLayout::Begins::Together), memory, builder);
}

} // namespace rillscope
