// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Filter.h"
#include "core/process/filter/MovingMedian.h"
#include "core/process/filter/SortedValues.h"
#include "core/process/filter/TrailingWindow.h"

namespace rillscope {

/// The median of the finite samples in (t − over, t]; for an even number, the mean of the two in the middle.
/// See TrailingWindow for its bound and SortedValues for its cost.
class MedianFilter final : public Filter {
public:
    explicit MedianFilter(const MovingMedian& settings) : m_window(settings.over) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;

    TrailingWindow m_window;
    SortedValues m_values;
};

} // namespace rillscope
