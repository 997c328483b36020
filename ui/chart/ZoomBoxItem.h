// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"

#include <QGraphicsItem>

namespace rillscope {

/// The rubber rectangle that is drawn over the part of the plot to zoom to. Thread: GUI. Units: scene
/// coordinates of the chart.
class ZoomBoxItem final : public QGraphicsItem {
public:
    explicit ZoomBoxItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void showBox(const QRectF& box);

    QRectF boundingRect() const override { return m_box.adjusted(-1.0, -1.0, 1.0, 1.0); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    ChartPalette m_palette;
    QRectF m_box;
};

} // namespace rillscope
