// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/VisibleColumns.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace rillscope {
namespace {

/// Rounded up to five significant bits. So the columns of a history that grows stay the same for a while:
/// nothing shimmers, and what was found for them can be kept. At most 1/32 of the plot remains empty.
Duration inSteps(Duration width) {
    const auto length = static_cast<std::uint64_t>(width.count());
    const std::uint64_t step = std::max<std::uint64_t>(1, std::bit_floor(length) / 32);
    return Duration{static_cast<std::int64_t>((length + step - 1) / step * step)};
}

} // namespace

ColumnGrid visibleColumns(const TimeWindow& window, double devicePixels) {
    const int columns = std::max(2, static_cast<int>(std::lround(devicePixels)));
    ColumnGrid grid;
    // One column more than the window is long: whole columns seldom begin where the window does.
    grid.width = std::max(Duration{1}, (window.span() + Duration{columns - 2}) / (columns - 1));
    if (window.mode() == TimeWindow::Mode::FollowingAll)
        grid.width = inSteps(grid.width);
    grid.count = columns;
    grid.first = grid.columnOf(window.end()) - columns + 1;
    return grid;
}

} // namespace rillscope
