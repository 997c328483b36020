// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowContents.h"

#include <cmath>
#include <utility>

namespace rillscope {

void WindowSummary::add(Timestamp eventTime, double value) {
    ++rows;
    if (!std::isfinite(value))
        return;
    const bool isOnly = statistics.count() == 0;
    if (isOnly || eventTime < firstTime) {
        firstTime = eventTime;
        first = value;
    }
    if (isOnly || eventTime >= lastTime) {
        lastTime = eventTime;
        last = value;
    }
    statistics.add(value);
}

void WindowSummary::merge(const WindowSummary& later) {
    rows += later.rows;
    if (later.statistics.count() == 0)
        return;
    const bool isOnly = statistics.count() == 0;
    if (isOnly || later.firstTime < firstTime) {
        firstTime = later.firstTime;
        first = later.first;
    }
    if (isOnly || later.lastTime >= lastTime) {
        lastTime = later.lastTime;
        last = later.last;
    }
    statistics.merge(later.statistics);
}

void WindowContents::add(Timestamp eventTime, double value, WindowMemory& memory) {
    m_summary.add(eventTime, value);
    if (!memory.keepsValues || !std::isfinite(value))
        return;
    const std::size_t before = m_values.heldCount();
    m_values.add(value, memory.exactValues());
    memory.usage.heldValues +=
        static_cast<std::int64_t>(m_values.heldCount()) - static_cast<std::int64_t>(before);
}

void WindowContents::merge(WindowContents&& other, WindowMemory& memory) {
    m_summary.merge(other.m_summary);
    release(memory);
    other.release(memory);
    m_values.merge(std::move(other.m_values), memory.exactValues());
    memory.usage.heldValues += static_cast<std::int64_t>(m_values.heldCount());
}

void WindowContents::release(WindowMemory& memory) const {
    memory.usage.heldValues -= static_cast<std::int64_t>(m_values.heldCount());
}

} // namespace rillscope
