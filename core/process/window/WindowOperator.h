// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/ChannelWindows.h"
#include "core/process/window/WindowSettings.h"

#include <memory>

namespace rillscope {

/// One window step over all channels it applies to: event-time windows as the window table functions of
/// Flink SQL make them, but for first and last, which go by event time, and sd, which is more exact. Use:
/// add() a sample, then let the watermark observe it, then advance(). Thread: one owner (processing). Memory:
/// bounded by WindowLimits, whatever times a stream brings. Beyond them the step's own watermark moves on to
/// the end of its oldest window, as often as needed: windows up to there fire early, are counted, and what
/// still comes for them is late. Units: those of the channels.
class WindowOperator {
public:
    /// Precondition: no windowMistake().
    explicit WindowOperator(const WindowSettings& settings, const WindowLimits& limits = {});
    // Its channels refer to what it owns.
    WindowOperator(const WindowOperator&) = delete;
    WindowOperator& operator=(const WindowOperator&) = delete;

    /// A sample that is late-dropped is in no window; it is counted.
    Admission add(ChannelIndex channel, Timestamp eventTime, double value);

    /// Appends the rows of all windows whose end − 1 ms the watermark has reached, by end, start and channel.
    /// To be called after each sample. Cost: O(1) as long as nothing fires.
    void advance(WindowTime watermark, std::vector<WindowRow>& rows) {
        m_watermark = std::max(m_watermark, watermark);
        if (m_watermark >= m_nextEnd - WindowDuration(1) || !m_early.empty()) [[unlikely]]
            fire(rows);
    }

    /// The stream has ended: all windows fire, and whatever still came would be late.
    void finish(std::vector<WindowRow>& rows) { advance(afterAllTime, rows); }

    std::int64_t emittedCount() const { return m_emittedCount; }
    std::int64_t lateDroppedCount() const { return m_lateDroppedCount; }
    /// Rows of windows that fired before the watermark had reached them, for want of memory.
    std::int64_t firedEarlyCount() const { return m_firedEarlyCount; }
    /// Windows with a sample that have not fired.
    std::int64_t openCount() const { return m_memory.usage.openWindows; }

private:
    ChannelWindows& windowsOf(ChannelIndex channel);
    void fire(std::vector<WindowRow>& rows);
    void fireDue(std::vector<WindowRow>& rows);
    void fireOldestEarly();

    WindowSettings m_settings;
    WindowRowBuilder m_builder;
    WindowMemory m_memory;
    std::vector<std::unique_ptr<ChannelWindows>> m_channels; ///< null for those without a sample
    WindowTime m_watermark = beforeAllTime;
    WindowTime m_nextEnd = afterAllTime; ///< no window ends before
    std::vector<WindowRow> m_early;      ///< fired early and not yet handed over
    std::int64_t m_emittedCount = 0;
    std::int64_t m_lateDroppedCount = 0;
    std::int64_t m_firedEarlyCount = 0;
};

} // namespace rillscope
