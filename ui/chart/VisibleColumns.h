// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "ui/chart/TimeWindow.h"

namespace rillscope {

/// The columns of time that a chart shows: one for each device pixel of its plot's width, counted from the
/// right edge, so that the newest one is always complete on screen.
ColumnGrid visibleColumns(const TimeWindow& window, double devicePixels);

} // namespace rillscope
