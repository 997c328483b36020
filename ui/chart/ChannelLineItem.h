// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/Antialiasing.h"
#include "ui/chart/LinePath.h"

#include <QGraphicsItem>
#include <QPen>

namespace rillscope {

/// The line of one channel in the plot area of a chart. An own item, because a QLineSeries re-maps and
/// strokes every point at each change: 6 ms for 4,000 points, where this takes 1. Thread: GUI. Units: scene
/// coordinates of the chart.
class ChannelLineItem final : public QGraphicsItem {
public:
    explicit ChannelLineItem(QGraphicsItem* parent);

    void setPath(LinePath path, const QRectF& area);
    void setPen(const QPen& pen);
    void setAntialiasing(Antialiasing mode);

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    /// Beyond so many points the line is a band of vertical strokes, on which antialiasing costs time and
    /// shows nothing.
    static constexpr qsizetype antialiasedPoints = 3'000;

    bool isSmooth() const;

    LinePath m_path;
    Antialiasing m_antialiasing = Antialiasing::Automatic;
    qsizetype m_pointCount = 0;
    QRectF m_area;
    QPen m_pen;
};

} // namespace rillscope
