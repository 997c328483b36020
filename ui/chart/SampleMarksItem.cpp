// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/SampleMarksItem.h"

#include <QPainter>
#include <QPainterPath>

namespace rillscope {
namespace {

constexpr double radius = 4.6;
constexpr double haloWidth = 1.2;
constexpr double strokeWidth = 1.6;

void addDiamond(QPainterPath& path, QPointF centre) {
    path.addPolygon(QPolygonF{centre + QPointF(0.0, -radius), centre + QPointF(radius, 0.0),
                              centre + QPointF(0.0, radius), centre + QPointF(-radius, 0.0)});
    path.closeSubpath();
}

void addTriangle(QPainterPath& path, QPointF centre) {
    path.addPolygon(QPolygonF{centre + QPointF(0.0, -radius), centre + QPointF(radius, 0.75 * radius),
                              centre + QPointF(-radius, 0.75 * radius)});
    path.closeSubpath();
}

void addCross(QPainterPath& path, QPointF centre) {
    const double reach = 0.8 * radius;
    path.moveTo(centre + QPointF(-reach, -reach));
    path.lineTo(centre + QPointF(reach, reach));
    path.moveTo(centre + QPointF(-reach, reach));
    path.lineTo(centre + QPointF(reach, -reach));
}

void addShape(QPainterPath& path, const SampleMarksItem::Mark& mark) {
    switch (mark.kind) {
    case QualityFlag::OutOfOrder:
        addDiamond(path, mark.position);
        break;
    case QualityFlag::Duplicate:
        path.addEllipse(mark.position, radius, radius); // a diamond inside it can still be seen
        break;
    case QualityFlag::OutOfRange:
        addTriangle(path, mark.position);
        break;
    case QualityFlag::NotANumber:
        addCross(path, mark.position);
        break;
    }
}

bool isOutline(QualityFlag kind) {
    return kind == QualityFlag::Duplicate || kind == QualityFlag::NotANumber;
}

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

QColor SampleMarksItem::colorOf(QualityFlag kind) const {
    switch (kind) {
    case QualityFlag::OutOfOrder:
        return m_palette.warning;
    case QualityFlag::Duplicate:
        return m_palette.dim;
    case QualityFlag::OutOfRange:
    case QualityFlag::NotANumber:
        break;
    }
    return m_palette.alarm;
}

void SampleMarksItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const QualityFlag kind : allQualityFlags) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const Mark& mark : std::as_const(m_marks)) {
            if (mark.kind == kind)
                addShape(path, mark);
        }
        if (path.isEmpty())
            continue;
        // A rim in the colour of the ground sets the mark off from the line.
        const bool outline = isOutline(kind);
        painter->setBrush(outline ? QBrush(Qt::NoBrush) : QBrush(colorOf(kind)));
        painter->setPen(QPen(m_palette.surface, outline ? strokeWidth + haloWidth : haloWidth));
        painter->drawPath(path);
        if (!outline)
            continue;
        painter->setPen(QPen(colorOf(kind), strokeWidth));
        painter->drawPath(path);
    }
}

} // namespace rillscope
