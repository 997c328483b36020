// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"
#include "ui/chart/Gaps.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// A faint band over each gap, with its length ("gap 12 s") where there is room. Gaps that several channels
/// share become one. Thread: GUI. Units: scene coordinates of the chart.
class GapItem final : public QGraphicsItem {
public:
    explicit GapItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    void setGaps(QList<Gap> gaps, const QRectF& area);

    /// As they are shown, from the left.
    const QList<Gap>& gaps() const { return m_gaps; }
    /// Those that found room, from the longest gap on.
    QStringList labels() const;

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Label {
        QRectF place;
        QString text;
    };

    void layOut();
    void addLabel(const Gap& gap);

    QList<Gap> m_gaps;
    QList<QRectF> m_bands;
    QList<Label> m_labels;
    QRectF m_area;
    QFont m_font;
    QColor m_color;
    QColor m_textColor;
};

} // namespace rillscope
