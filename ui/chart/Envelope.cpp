// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/Envelope.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {

void paintEnvelope(QPainter& painter, const ColumnQueryResult& columns, const ColumnGrid& grid,
                   const PlotMapping& mapping, const QColor& color) {
    const double pitch = mapping.area.width() / grid.count;
    const int width = std::max(1, static_cast<int>(std::lround(pitch)));
    painter.setPen(QPen(color, 0));
    const ColumnGroup* previous = nullptr;
    for (const ColumnGroup& group : columns.columns) {
        double low = group.minimum.value;
        double high = group.maximum.value;
        if (previous && !group.breakBefore) {
            if (group.column == previous->column + 1) { // neighbours touch
                low = std::min(low, previous->last.value);
                high = std::max(high, previous->last.value);
            } else {
                painter.drawLine(mapping.point(previous->last), mapping.point(group.first));
            }
        }
        const double x = mapping.area.left() + pitch * static_cast<double>(group.column - grid.first);
        const int top = static_cast<int>(std::lround(mapping.y(high)));
        const int bottom = static_cast<int>(std::lround(mapping.y(low)));
        painter.fillRect(static_cast<int>(x), top, width, std::max(bottom - top, 1), color);
        previous = &group;
    }
}

} // namespace rillscope
