// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowRow.h"

namespace rillscope {

enum class Admission {
    Joined,     ///< the sample is in at least one window that has not fired
    LateDropped ///< all windows it belongs to have fired
};

/// The open windows of one channel of a window step.
/// Thread: one owner (processing), which passes a watermark that never goes back.
class ChannelWindows {
public:
    ChannelWindows() = default;
    virtual ~ChannelWindows() = default;
    ChannelWindows(const ChannelWindows&) = delete;
    ChannelWindows& operator=(const ChannelWindows&) = delete;

    /// Precondition: all windows due at the watermark have fired.
    virtual Admission add(Timestamp eventTime, double value, WindowTime watermark) = 0;

    /// Appends the rows of all windows whose end − 1 ms the watermark has reached, by their ends.
    virtual void fire(WindowTime watermark, std::vector<WindowRow>& rows) = 0;

    /// Of the window that fires next; afterAllTime when none is open.
    WindowTime nextEnd() const { return m_nextEnd; }

protected:
    WindowTime m_nextEnd = afterAllTime;
};

} // namespace rillscope
