// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/LinePath.h"

class QColor;
class QPainter;

namespace rillscope {

/// Paints the range of values of each column as one upright bar, and lines between columns that are no
/// neighbours: for lines so small that what happens within a column cannot be seen. Bars are painted several
/// times as fast as a polyline through as many columns.
void paintEnvelope(QPainter& painter, const ColumnQueryResult& columns, const ColumnGrid& grid,
                   const PlotMapping& mapping, const QColor& color);

} // namespace rillscope
