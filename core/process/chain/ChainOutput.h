// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Sample.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

#include <optional>

namespace rillscope {

/// Where a ProcessingChain leaves what it makes. Thread: that of the chain, within its calls.
class ChainOutput {
public:
    virtual ~ChainOutput() = default;

    /// A derived channel begins, or goes on when there was one of the same name and unit. Its place among the
    /// channels; nothing when no more fit.
    virtual std::optional<ChannelIndex> addDerivedChannel(const ChannelInfo& info) = 0;
    virtual void takeDerived(const Sample& sample) = 0;
    /// A window step begins to fill a series of rows. Its place among all series, for takeWindow().
    virtual std::size_t addWindowSeries(const WindowSeriesInfo& info) = 0;
    virtual void takeWindow(std::size_t series, const WindowRow& row) = 0;
    /// Where the alarm steps keep what they raise.
    virtual AlarmTable& alarms() = 0;
};

} // namespace rillscope
