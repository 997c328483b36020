// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// A vertical line through the sample under the cursor, a dot on each channel's sample, and a box that says
/// what they are. Thread: GUI. Units: scene coordinates of the chart.
class CrosshairItem final : public QGraphicsItem {
public:
    struct Reading {
        QPointF position; ///< where the sample is drawn; outside the plot area: no dot
        QColor color;
        QString text;
        bool isStrong = false;
    };

    static constexpr double lineHeight = 19.0; ///< of a reading in the box

    explicit CrosshairItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    /// `readings` are lines of the box, from the top; those with a colour get a dot.
    void showReadings(const QRectF& area, double x, const QList<Reading>& readings);

    QList<Reading> readings() const { return isVisible() ? m_readings : QList<Reading>(); }

    QRectF boundingRect() const override { return m_area.adjusted(-2.0, -2.0, 2.0, 2.0); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF boxGeometry() const;

    ChartPalette m_palette;
    QFont m_font;
    QRectF m_area;
    double m_x = 0.0;
    QList<Reading> m_readings;
};

} // namespace rillscope
