// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Quality.h"
#include "ui/chart/ChartPalette.h"

#include <QPainterPath>
#include <QPolygonF>

#include <initializer_list>

namespace rillscope {

/// Adds the shape of a mark to a path. The shapes are written with a radius of about 1 around (0, 0).
class MarkPen {
public:
    MarkPen(QPainterPath& path, QPointF center, double radius)
        : m_path(path), m_center(center), m_radius(radius) {}

    void circle(double radius);
    void polygon(std::initializer_list<QPointF> corners);
    void line(QPointF from, QPointF to);

private:
    QPointF placed(QPointF point) const { return m_center + m_radius * point; }

    QPainterPath& m_path;
    QPointF m_center;
    double m_radius;
};

/// How a mark is drawn: marks are told apart by shape as well as by colour, and those that one sample may
/// have together lie around each other.
struct MarkShape {
    QualityFlag mark;
    QColor ChartPalette::*color;
    enum class Style { Filled, Outline } style;
    void (*draw)(MarkPen& pen);
};

/// The shape of a mark; a plain dot for one that has no row in the table.
const MarkShape& shapeOf(QualityFlag mark);

} // namespace rillscope
