// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChannelLineItem.h"

#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr double markerRadius = 2.0;

/// Beyond so many points the line is a band of vertical strokes, on which antialiasing costs time and shows
/// nothing. It comes back only at clearly fewer, so that the picture does not change its look at each frame.
constexpr std::int64_t smoothPoints = 3'000;
constexpr std::int64_t smoothAgainPoints = 2'400;

} // namespace

ChannelLineItem::ChannelLineItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(2);
}

void ChannelLineItem::setColumns(const ColumnQueryResult& columns, const ColumnGrid& grid,
                                 const PlotMapping& mapping) {
    if (mapping.area != m_area) {
        prepareGeometryChange();
        m_area = mapping.area;
    }
    m_isSmooth = isSmoothFor(columns);
    m_path = m_isSmooth ? makeLinePath(columns, mapping) : LinePath{};
    m_strokes.clear();
    if (!m_isSmooth)
        makeColumnStrokes(columns, grid, mapping, m_strokes);
    update();
}

bool ChannelLineItem::isSmoothFor(const ColumnQueryResult& columns) const {
    if (m_antialiasing != Antialiasing::Automatic)
        return m_antialiasing == Antialiasing::On;
    std::int64_t points = 0;
    for (const ColumnGroup& group : columns.columns)
        points += std::min<std::int64_t>(group.count, 4);
    return points <= (m_isSmooth ? smoothPoints : smoothAgainPoints);
}

void ChannelLineItem::setPen(const QPen& pen) {
    m_pen = pen;
    m_pen.setCosmetic(true);
    update();
}

void ChannelLineItem::setAntialiasing(Antialiasing mode) {
    m_antialiasing = mode;
}

void ChannelLineItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing, m_isSmooth);
    for (const QRectF& stroke : m_strokes)
        painter->fillRect(stroke, m_pen.color());
    painter->setPen(m_pen);
    for (const QPolygonF& line : std::as_const(m_path.lines)) {
        if (line.size() == 1)
            painter->drawPoint(line.constFirst());
        else
            painter->drawPolyline(line);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_pen.color());
    for (const QPointF& marker : std::as_const(m_path.markers))
        painter->drawEllipse(marker, markerRadius, markerRadius);
}

} // namespace rillscope
