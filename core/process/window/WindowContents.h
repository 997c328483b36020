// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/base/Time.h"
#include "core/process/window/WindowMemory.h"

namespace rillscope {

/// What the aggregates but the percentiles need to know of the samples of a window. Rows are all samples;
/// everything else is about those with a finite value.
struct WindowSummary {
    std::int64_t rows = 0;
    RunningStatistics statistics;
    Timestamp firstTime;
    Timestamp lastTime;
    double first = 0.0; ///< of the earliest event time, of those the one that arrived first
    double last = 0.0;  ///< of the latest event time, of those the one that arrived last

    void add(Timestamp eventTime, double value);
    /// Precondition: where both have a sample of the same event time, `later` arrived later.
    void merge(const WindowSummary& later);
};

/// The samples of a window, or of a slice that several windows share.
/// Thread: one owner (processing). NaN and infinite values count as rows and as nothing else.
class WindowContents {
public:
    void add(Timestamp eventTime, double value, WindowMemory& memory);
    /// Takes in what another holds of other event times.
    void merge(WindowContents&& other, WindowMemory& memory);
    /// To be called before it goes: gives back what it held.
    void release(WindowMemory& memory) const;

    const WindowSummary& summary() const { return m_summary; }
    QuantileSketch& values() { return m_values; }

private:
    WindowSummary m_summary;
    QuantileSketch m_values;
};

} // namespace rillscope
