// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/MarkIndex.h"
#include "ui/chart/ChartPalette.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace rillscope {

/// Marks on remarkable samples; MarkShapes has the shape and colour of each. Thread: GUI. Units: scene
/// coordinates of the chart.
class SampleMarksItem final : public QGraphicsItem {
public:
    struct Mark {
        QPointF position;
        QualityFlag kind{};
        friend bool operator==(const Mark&, const Mark&) = default;
    };

    explicit SampleMarksItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setMarks(QList<Mark> marks, const QRectF& area);
    const QList<Mark>& marks() const { return m_marks; }

    QRectF boundingRect() const override { return m_area.adjusted(-margin, -margin, margin, margin); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    static constexpr double margin = 10.0; ///< a mark at the edge reaches beyond it

    /// The shape of the mark at each sample that has it.
    QPainterPath pathOf(QualityFlag kind) const;

    QList<Mark> m_marks;
    QRectF m_area;
    ChartPalette m_palette;
};

} // namespace rillscope
