// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/Antialiasing.h"
#include "ui/chart/ColumnStrokes.h"

#include <QGraphicsItem>
#include <QPen>

namespace rillscope {

/// The line of one channel in the plot area of a chart. An own item, because a QLineSeries re-maps and
/// strokes every point at each change: 6 ms for 4,000 points, where this takes 1. Few samples are drawn
/// smooth and where they are; many pixel by pixel, exactly as if every sample were drawn: see
/// makeColumnStrokes(). Thread: GUI. Units: scene coordinates of the chart.
class ChannelLineItem final : public QGraphicsItem {
public:
    explicit ChannelLineItem(QGraphicsItem* parent);

    /// `grid`: what was asked for `columns`; `mapping` shows all of it.
    void setColumns(const ColumnQueryResult& columns, const ColumnGrid& grid, const PlotMapping& mapping);
    void setPen(const QPen& pen);
    /// For columns that are added later.
    void setAntialiasing(Antialiasing mode);

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    bool isSmoothFor(const ColumnQueryResult& columns) const;

    LinePath m_path;               ///< of a smooth line
    std::vector<QRectF> m_strokes; ///< of another
    Antialiasing m_antialiasing = Antialiasing::Automatic;
    bool m_isSmooth = true;
    QRectF m_area;
    QPen m_pen;
};

} // namespace rillscope
