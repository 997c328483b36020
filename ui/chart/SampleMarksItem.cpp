// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/SampleMarksItem.h"

#include "ui/chart/MarkShapes.h"

#include <QPainter>
#include <QPainterPath>

namespace rillscope {
namespace {

constexpr double radius = 4.6;
constexpr double haloWidth = 1.2;
constexpr double strokeWidth = 1.6;

} // namespace

SampleMarksItem::SampleMarksItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(3);
}

void SampleMarksItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void SampleMarksItem::setMarks(QList<Mark> marks, const QRectF& area) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

QPainterPath SampleMarksItem::pathOf(QualityFlag kind) const {
    const MarkShape& shape = shapeOf(kind);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const Mark& mark : m_marks) {
        if (mark.kind != kind)
            continue;
        MarkPen pen(path, mark.position, radius);
        shape.draw(pen);
    }
    return path;
}

void SampleMarksItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const QualityFlag kind : allQualityFlags) {
        const QPainterPath path = pathOf(kind);
        if (path.isEmpty())
            continue;
        const MarkShape& shape = shapeOf(kind);
        // A rim in the colour of the ground sets the mark off from the line.
        const QColor color = m_palette.*shape.color;
        const bool isOutline = shape.style == MarkShape::Style::Outline;
        painter->setBrush(isOutline ? QBrush(Qt::NoBrush) : QBrush(color));
        painter->setPen(QPen(m_palette.surface, isOutline ? strokeWidth + haloWidth : haloWidth));
        painter->drawPath(path);
        if (!isOutline)
            continue;
        painter->setPen(QPen(color, strokeWidth));
        painter->drawPath(path);
    }
}

} // namespace rillscope
