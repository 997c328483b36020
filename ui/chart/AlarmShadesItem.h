// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/AlarmShades.h"
#include "ui/chart/ChartPalette.h"
#include "ui/chart/LinePath.h"

#include <QFont>
#include <QGraphicsItem>

namespace rillscope {

/// A translucent shade over each time with an alarm, with a bar on its top edge, and the shape of the
/// severity and the rule's name (or the shape alone) where there is room: ▲ alarm, ◆ warning, ● notice.
/// Shades end between pixels. Thread: GUI. Units: scene coordinates of the chart.
class AlarmShadesItem final : public QGraphicsItem {
public:
    explicit AlarmShadesItem(QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    void setPicture(const AlarmPicture& picture, const ColumnGrid& grid, const QRectF& area);

    /// From left to right.
    std::vector<QRectF> bands() const;
    /// Those that found room, the gravest first.
    QStringList labels() const;

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Band {
        QRectF place;
        Severity severity;
    };
    struct Label {
        QRectF place;
        Severity severity;
        QString text;
    };

    void addLabel(const AlarmName& name, double left);
    bool placeLabel(const QString& text, Severity severity, double left);
    QColor colorOf(Severity severity) const;

    std::vector<Band> m_bands;
    std::vector<Label> m_labels;
    QRectF m_area;
    QFont m_font;
    ChartPalette m_palette;
};

} // namespace rillscope
