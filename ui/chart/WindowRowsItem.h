// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/LinePath.h"
#include "ui/chart/WindowSpans.h"

#include <QColor>
#include <QGraphicsItem>

namespace rillscope {

/// The results of window steps over the lines of their channels: a translucent band from minimum to maximum,
/// and a line of steps. Made of whole pixels, so that it stands still while it scrolls, and cut to the plot,
/// because not every export format can. Thread: GUI. Units: scene coordinates of the chart.
class WindowRowsItem final : public QGraphicsItem {
public:
    /// What is drawn of one series.
    struct Series {
        std::vector<QRectF> bands;
        std::vector<QRectF> lines;
        QColor bandColor; ///< drawn translucent
        QColor lineColor;
    };

    explicit WindowRowsItem(QGraphicsItem* parent);

    /// Precondition: `mapping` shows the grid.
    static Series makeSeries(const std::vector<WindowSpan>& spans, const ColumnGrid& grid,
                             const PlotMapping& mapping);
    void setSeries(std::vector<Series> series, const QRectF& area);
    const std::vector<Series>& series() const { return m_series; }

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    std::vector<Series> m_series;
    QRectF m_area;
};

} // namespace rillscope
