// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/LinePath.h"

#include <vector>

namespace rillscope {

/// The line of many samples, without antialiasing, as the pixels that it covers: one vertical stroke in each
/// pixel column, one column wide. Samples stand at the centres of their columns. A line between two of them
/// covers, in each column, the pixels from where it enters to where it leaves. So the strokes made of the M4
/// of each column are the very strokes that all samples would make (Jugel et al., PVLDB 7(10), 2014), and no
/// stroke depends on where the grid begins: QPainter's own polylines promise neither. Cut to the plot area.
/// Precondition: `mapping` shows the grid. A break within one column is narrower than a pixel: not shown.
void makeColumnStrokes(const ColumnQueryResult& columns, const ColumnGrid& grid, const PlotMapping& mapping,
                       std::vector<QRectF>& strokes);

} // namespace rillscope
