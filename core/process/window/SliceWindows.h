// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/ChannelWindows.h"
#include "core/process/window/SliceLayout.h"

#include <map>

namespace rillscope {

/// The aligned windows (TUMBLE, HOP, CUMULATE) of one channel. Each sample is added to one slice; a window
/// puts its slices together when it fires.
class SliceWindows final : public ChannelWindows {
public:
    /// `memory` and `builder` are the step's, and outlive this.
    SliceWindows(ChannelIndex channel, const SliceLayout& layout, WindowMemory& memory,
                 WindowRowBuilder& builder);

    Admission add(Timestamp eventTime, double value, WindowTime watermark) override;
    void fire(WindowTime watermark, std::vector<WindowRow>& rows) override;

private:
    using Slices = std::map<std::int64_t, WindowContents>;

    /// Null when all its windows have fired.
    WindowContents* sliceAt(WindowTime time, WindowTime watermark);
    std::int64_t windowsOpenedBy(Slices::const_iterator slice) const;
    void fireOne(std::int64_t window, std::vector<WindowRow>& rows);
    void releaseThrough(std::int64_t window);
    /// The window that fires next. Precondition: there is a slice.
    std::int64_t nextWindow() const { return std::max(m_slices.begin()->first, m_lastFired + 1); }
    void updateNextEnd();

    ChannelIndex m_channel;
    SliceLayout m_layout;
    WindowMemory& m_memory;
    WindowRowBuilder& m_builder;
    Slices m_slices; ///< those with a sample and a window that has not fired
    /// All windows up to it have fired; others may have if they had no sample.
    std::int64_t m_lastFired;
    /// The slice of the last sample: most samples fall where the one before fell.
    WindowTime m_currentStart;
    WindowTime m_currentEnd;
    WindowContents* m_current = nullptr;
};

} // namespace rillscope
