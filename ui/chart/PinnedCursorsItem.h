// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// Vertical lines through the pinned samples, named A and B, and a box that says how far they are apart.
/// Thread: GUI. Units: scene coordinates of the chart.
class PinnedCursorsItem final : public QGraphicsItem {
public:
    struct Mark {
        QString name;
        QPointF position; ///< where the sample is drawn; left or right of the plot area: no line
        QColor color;
    };

    explicit PinnedCursorsItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    /// `lines` are the box's, the last one strong. Without marks nothing is shown.
    void showMarks(const QRectF& area, const QList<Mark>& marks, const QStringList& lines);

    const QList<Mark>& marks() const { return m_marks; }
    const QStringList& lines() const { return m_lines; }

    QRectF boundingRect() const override { return m_area.adjusted(-10.0, -20.0, 10.0, 2.0); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintMark(QPainter& painter, const Mark& mark) const;
    void paintBox(QPainter& painter) const;

    ChartPalette m_palette;
    QFont m_font;
    QRectF m_area;
    QList<Mark> m_marks;
    QStringList m_lines;
};

} // namespace rillscope
