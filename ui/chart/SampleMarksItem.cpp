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

void addShape(QPainterPath& path, const SampleMarksItem::Mark& mark) {
    const auto addPolygon = [&](std::initializer_list<QPointF> corners) {
        QPolygonF polygon;
        for (const QPointF corner : corners)
            polygon.append(mark.position + radius * corner);
        path.addPolygon(polygon);
        path.closeSubpath();
    };
    const auto addLine = [&](QPointF from, QPointF to) {
        path.moveTo(mark.position + radius * from);
        path.lineTo(mark.position + radius * to);
    };
    switch (mark.kind) {
    case QualityFlag::OutOfOrder:
        return addPolygon({{0.0, -1.0}, {1.0, 0.0}, {0.0, 1.0}, {-1.0, 0.0}});
    case QualityFlag::Duplicate: // a diamond inside it can still be seen
        return path.addEllipse(mark.position, radius, radius);
    case QualityFlag::OutOfRange:
        return addPolygon({{0.0, -1.0}, {1.0, 0.75}, {-1.0, 0.75}});
    case QualityFlag::NotANumber:
        addLine({-0.8, -0.8}, {0.8, 0.8});
        return addLine({-0.8, 0.8}, {0.8, -0.8});
    case QualityFlag::Late: // around the diamond of what is out of order as well
        return addPolygon({{0.0, -1.6}, {1.6, 0.0}, {0.0, 1.6}, {-1.6, 0.0}});
    case QualityFlag::RateOfChange:
        return addPolygon({{0.0, 1.0}, {1.0, -0.75}, {-1.0, -0.75}});
    case QualityFlag::Stuck:
        return addPolygon({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}});
    case QualityFlag::Gap:
        return addLine({0.0, -1.6}, {0.0, 1.6});
    case QualityFlag::FarFuture:
        return addPolygon({{-0.75, -1.0}, {1.0, 0.0}, {-0.75, 1.0}});
    }
}

constexpr Quality outlines =
    QualityFlag::Duplicate | QualityFlag::NotANumber | QualityFlag::Late | QualityFlag::Gap;

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
    case QualityFlag::Late:
    case QualityFlag::RateOfChange:
    case QualityFlag::Stuck:
    case QualityFlag::FarFuture:
        return m_palette.warning;
    case QualityFlag::Duplicate:
    case QualityFlag::Gap:
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
        const bool outline = outlines.testFlag(kind);
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
