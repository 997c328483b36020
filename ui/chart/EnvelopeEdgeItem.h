// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"

#include <QFont>
#include <QGraphicsItem>

#include <optional>

namespace rillscope {

/// Says where the history stops being complete: left of a dashed line, samples are known by their envelope
/// only. Thread: GUI. Units: scene coordinates of the chart.
class EnvelopeEdgeItem final : public QGraphicsItem {
public:
    explicit EnvelopeEdgeItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    /// Nothing, or an edge left of the plot: nothing is shown. An edge right of the plot: all of it is
    /// envelope.
    void setEdge(std::optional<double> x, const QRectF& area);

    /// What is written at the edge; empty while nothing is shown.
    QString label() const;

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    bool isEdgeInside() const;

    std::optional<double> m_edge; ///< held at the right end of the plot; none while nothing is shown
    QRectF m_area;
    QFont m_font;
    QColor m_color;
    QColor m_background;
};

} // namespace rillscope
