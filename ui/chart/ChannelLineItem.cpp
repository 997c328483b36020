// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChannelLineItem.h"

#include <QPainter>

namespace rillscope {
namespace {

constexpr double markerRadius = 2.0;

} // namespace

ChannelLineItem::ChannelLineItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(2);
}

void ChannelLineItem::setPath(LinePath path, const QRectF& area) {
    if (area != m_area) {
        prepareGeometryChange();
        m_area = area;
    }
    m_path = std::move(path);
    m_pointCount = 0;
    for (const QPolygonF& line : std::as_const(m_path.lines))
        m_pointCount += line.size();
    update();
}

void ChannelLineItem::setPen(const QPen& pen) {
    m_pen = pen;
    m_pen.setCosmetic(true);
    update();
}

void ChannelLineItem::setAntialiasing(Antialiasing mode) {
    m_antialiasing = mode;
    update();
}

bool ChannelLineItem::isSmooth() const {
    if (m_antialiasing == Antialiasing::Automatic)
        return m_pointCount <= antialiasedPoints;
    return m_antialiasing == Antialiasing::On;
}

void ChannelLineItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing, isSmooth());
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
