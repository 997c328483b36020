// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"
#include "ui/chart/LinePath.h"
#include "ui/text/AxisTicks.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// The time axis: grid lines on round wall-clock times, their labels, the date, and the title under them.
/// Drawn here, because the labels of a Qt Charts axis would be laid out anew at each scroll, and its range
/// loses milliseconds on times since 1970. Thread: GUI. Units: scene coordinates of the chart.
class TimeAxisItem final : public QGraphicsItem {
public:
    /// Room it needs under the plot area.
    static constexpr double height = 46.0;

    explicit TimeAxisItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    void setTitle(const QString& title);
    /// What the view shows; no label reaches out of it.
    void setBounds(const QRectF& bounds) { m_bounds = bounds; }
    void setRange(const PlotMapping& mapping, const QTimeZone& zone);
    /// Nothing but the title, while there is nothing to show.
    void setEmpty(const QRectF& area);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Tick {
        double x;
        QString label;
    };

    /// As many as there is room for, with their labels beside each other.
    QList<TimeTick> fittingTicks(const PlotMapping& mapping, const QTimeZone& zone) const;
    void paintTitles(QPainter& painter) const;

    ChartPalette m_palette;
    QFont m_font;
    QString m_title;
    QString m_date;
    QRectF m_area;
    QRectF m_bounds;
    QList<Tick> m_ticks;
};

} // namespace rillscope
