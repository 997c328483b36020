// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsItem>
#include <QPen>

#include <optional>

namespace rillscope {

/// Names the lines of the chart, right-aligned in one row; what finds no room is counted ("+3"). Hidden
/// channels stay in it, struck through, as the way to show them again: the legend of Qt Charts takes them
/// away. Thread: GUI. Units: scene coordinates of the chart.
class LegendItem final : public QGraphicsItem {
public:
    struct Entry {
        QString name;
        QPen pen;
        bool isVisible = true;
    };

    explicit LegendItem(QGraphicsItem* parent);

    void setEntries(const QList<Entry>& entries);
    void setFont(const QFont& font);
    void setTextColor(const QColor& color);
    void setArea(const QRectF& area);

    /// The channel whose entry is at a place in the scene.
    std::optional<int> channelAt(QPointF position) const;
    /// Where the entry of a channel is drawn; null when it found no room.
    QRectF entryArea(int channel) const;

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void layOut();
    QString moreText() const;

    QList<Entry> m_entries;
    QList<QRectF> m_places; ///< of the first entries, as many as find room
    QRectF m_area;
    QRectF m_morePlace;
    QFont m_font;
    QColor m_textColor;
};

} // namespace rillscope
