// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowTime.h"

#include <algorithm>

namespace rillscope {

/// The watermark of one input: the newest event time (floored to milliseconds) minus the allowed
/// out-of-orderness (rounded up to milliseconds). It never goes back.
/// Thread: one owner (processing). Before the first sample it is beforeAllTime.
class WatermarkTracker {
public:
    /// Precondition: not negative.
    explicit WatermarkTracker(Duration outOfOrderness)
        : m_outOfOrderness(std::chrono::ceil<WindowDuration>(outOfOrderness)) {}

    /// To be called after the sample was processed: a sample is judged by the watermark before it.
    void observe(Timestamp eventTime) {
        m_watermark = std::max(m_watermark, floorToMilliseconds(eventTime) - m_outOfOrderness);
    }

    WindowTime watermark() const { return m_watermark; }

    /// Behind the watermark; a sample exactly on it is not.
    bool isLate(Timestamp eventTime) const { return floorToMilliseconds(eventTime) < m_watermark; }

private:
    WindowDuration m_outOfOrderness;
    WindowTime m_watermark = beforeAllTime;
};

} // namespace rillscope
