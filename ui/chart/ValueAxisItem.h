// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"
#include "ui/chart/ValueScale.h"
#include "ui/chart/ValueTicks.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// The value axis: grid lines on round values, their labels, and the title beside them. Drawn here, because
/// the labels of a Qt Charts axis neither tell large or small values apart nor say how much room they need.
/// Thread: GUI. Units: scene coordinates of the chart.
class ValueAxisItem final : public QGraphicsItem {
public:
    explicit ValueAxisItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    void setTitle(const QString& title);
    void setScale(const ValueScale& scale);
    void setArea(const QRectF& area);

    /// Room it needs to the left of the plot area. It follows the widest label with hysteresis, so that the
    /// plot does not twitch: it grows at once, and shrinks only when clearly less is needed.
    double width() const { return m_width; }
    const QList<ValueTick>& ticks() const { return m_ticks; }
    const QFont& font() const { return m_font; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void updateWidth();
    /// Every so many steps there is room for a label.
    std::int64_t labelInterval(double lineHeight) const;
    double y(double value) const;
    void paintTitle(QPainter& painter) const;

    ChartPalette m_palette;
    QFont m_font;
    QString m_title;
    QRectF m_area;
    ValueScale m_scale;
    QList<ValueTick> m_ticks;
    double m_width = 0.0;
};

} // namespace rillscope
