// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/process/window/Aggregate.h"
#include "core/process/window/WindowContents.h"
#include "core/process/window/WindowTime.h"

#include <array>

namespace rillscope {

inline constexpr std::size_t aggregateCount = static_cast<std::size_t>(Aggregate::P99) + 1;

/// The result of one window of one channel: [start, end), held at the ends of what a Timestamp reaches.
/// Units: those of the channel; the count has none.
struct WindowRow {
    ChannelIndex channel = 0;
    Timestamp start;
    Timestamp end;
    /// By how many samples the rank of a percentile may be off; 0: exact.
    std::int64_t rankError = 0;
    std::array<double, aggregateCount> values{};

    /// NaN where SQL says NULL, and for what the step was not asked for.
    double value(Aggregate aggregate) const { return values[static_cast<std::size_t>(aggregate)]; }
};

/// Puts the parts of a window together and works out its row.
/// Thread: one owner (processing). The parts must outlive the call of row().
class WindowRowBuilder {
public:
    explicit WindowRowBuilder(const QList<Aggregate>& aggregates);

    bool needsValues() const;

    void reset();
    /// In the order of time.
    void include(WindowContents& part);
    WindowRow row(ChannelIndex channel, WindowTime start, WindowTime end) const;

private:
    bool isAsked(Aggregate aggregate) const { return m_isAsked[static_cast<std::size_t>(aggregate)]; }
    double valueOf(Aggregate aggregate) const;

    std::array<bool, aggregateCount> m_isAsked{};
    WindowSummary m_summary;
    std::vector<WeightedRun> m_runs;
    std::int64_t m_rankError = 0;
};

} // namespace rillscope
