// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Filter.h"
#include "core/process/filter/MovingAverage.h"
#include "core/process/filter/TrailingWindow.h"

#include <vector>

namespace rillscope {

/// The mean of the finite samples in (t − over, t], all of equal weight; see TrailingWindow for its bound.
/// Nothing is ever subtracted from a sum, so no error builds up however long the stream is, and a huge value
/// leaves no trace once it is out of the window. Cost: amortized constant.
/// Source: a queue of two stacks; Tangwongsan, Hirzel, Schneider, "Low-latency sliding-window aggregation",
/// DEBS 2017.
class MeanFilter final : public Filter {
public:
    explicit MeanFilter(const MovingAverage& settings) : m_window(settings.over) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;
    void leave();
    void turnOver();

    TrailingWindow m_window;
    std::vector<double> m_oldSums; ///< the last: of the old samples; each before: of one fewer, the oldest
    double m_newSum = 0.0;         ///< of the samples after those
};

} // namespace rillscope
