// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsItem>
#include <QPen>

#include <optional>

namespace rillscope {

/// Names the lines of the chart: right-aligned in the row of the title when all find room there, else in up
/// to three rows of equal columns under it. What finds no room even there is counted ("+3"). Hidden channels
/// stay in it, struck through, as the way to show them again: the legend of Qt Charts takes them away.
/// Thread: GUI. Units: scene coordinates of the chart.
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
    /// Chooses between the room in the title's row and that under it. Returns the height it takes of the
    /// latter.
    double placeIn(const QRectF& besideTitle, const QRectF& belowTitle);

    /// The channel whose entry is at a place in the scene.
    std::optional<int> channelAt(QPointF position) const;
    /// Where the entry of a channel is drawn; null when it found no room.
    QRectF entryArea(int channel) const;
    /// Whether a place is on the count of those that found no room.
    bool isMoreAt(QPointF position) const { return m_morePlace.contains(position); }
    QRectF moreArea() const { return m_morePlace; }

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QList<double> entryWidths() const;
    void placeInOneRow(const QList<double>& widths, const QRectF& row);
    double placeInRows(const QList<double>& widths, const QRectF& room);
    QString moreText() const;

    QList<Entry> m_entries;
    QList<QRectF> m_places; ///< of the first entries, as many as find room
    QRectF m_area;
    QRectF m_morePlace;
    QFont m_font;
    QColor m_textColor;
};

} // namespace rillscope
