// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LegendItem.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr double swatchWidth = 18.0;
constexpr double swatchGap = 6.0;
constexpr double entryGap = 16.0;
constexpr double longestName = 160.0;
constexpr double rowHeight = 20.0;
constexpr double narrowestColumn = 76.0;
constexpr int mostRows = 3;
constexpr double largestPart = 0.15; ///< of the room under the title

} // namespace

LegendItem::LegendItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(4);
    setAcceptedMouseButtons(Qt::NoButton);
}

void LegendItem::setEntries(const QList<Entry>& entries) {
    m_entries = entries;
    update();
}

void LegendItem::setFont(const QFont& font) {
    m_font = font;
    update();
}

void LegendItem::setTextColor(const QColor& color) {
    m_textColor = color;
    update();
}

double LegendItem::placeIn(const QRectF& besideTitle, const QRectF& belowTitle) {
    prepareGeometryChange();
    m_places.clear();
    m_morePlace = QRectF();
    const QList<double> widths = entryWidths();
    double needed = -entryGap;
    for (const double width : widths)
        needed += width + entryGap;
    double height = 0.0;
    if (needed <= besideTitle.width())
        placeInOneRow(widths, besideTitle);
    else
        height = placeInRows(widths, belowTitle);
    m_area = besideTitle.united(QRectF(belowTitle.topLeft(), QSizeF(belowTitle.width(), height)));
    update();
    return height;
}

QList<double> LegendItem::entryWidths() const {
    const QFontMetricsF metrics(m_font);
    QList<double> widths;
    for (const Entry& entry : m_entries)
        widths.append(swatchWidth + swatchGap +
                      std::min(metrics.horizontalAdvance(entry.name) + 1.0, longestName));
    return widths;
}

void LegendItem::placeInOneRow(const QList<double>& widths, const QRectF& row) {
    double x = row.right() + entryGap;
    for (const double width : widths)
        x -= width + entryGap;
    for (const double width : widths) {
        m_places.append(QRectF(x, row.top(), width, row.height()));
        x += width + entryGap;
    }
}

double LegendItem::placeInRows(const QList<double>& widths, const QRectF& room) {
    const auto count = static_cast<int>(widths.size());
    const int rows = std::clamp(static_cast<int>(largestPart * room.height() / rowHeight), 1, mostRows);
    const double widest = *std::max_element(widths.cbegin(), widths.cend()) + entryGap;
    // Names are cut only where they would not find room otherwise.
    const int mostColumns = std::max(1, static_cast<int>(room.width() / narrowestColumn));
    const int fewestColumns = std::max(1, static_cast<int>(room.width() / widest));
    const int columns =
        std::clamp((count + rows - 1) / rows, fewestColumns, std::max(mostColumns, fewestColumns));
    const double pitch = std::min(room.width() / columns, widest);
    const int cells = rows * columns;
    const int shown = count > cells ? cells - 1 : count;
    const auto cell = [&](int index) {
        return QRectF(room.left() + pitch * (index % columns), room.top() + rowHeight * (index / columns),
                      std::max(pitch - entryGap / 2.0, 1.0), rowHeight);
    };
    for (int i = 0; i < shown; ++i)
        m_places.append(cell(i));
    if (shown < count)
        m_morePlace = cell(shown);
    return rowHeight * std::min(rows, (count + columns - 1) / columns);
}

QString LegendItem::moreText() const {
    return QStringLiteral("+%1").arg(m_entries.size() - m_places.size());
}

std::optional<int> LegendItem::channelAt(QPointF position) const {
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_places.at(i).contains(position))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

QRectF LegendItem::entryArea(int channel) const {
    return channel < m_places.size() ? m_places.at(channel) : QRectF();
}

void LegendItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QFontMetricsF metrics(m_font);
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const Entry& entry = m_entries.at(i);
        const QRectF place = m_places.at(i);
        painter->setOpacity(entry.isVisible ? 1.0 : 0.5);
        QPen pen = entry.pen;
        pen.setWidthF(2.0);
        painter->setPen(pen);
        painter->drawLine(QPointF(place.left(), place.center().y()),
                          QPointF(place.left() + swatchWidth, place.center().y()));
        QFont font = m_font;
        font.setStrikeOut(!entry.isVisible);
        painter->setFont(font);
        painter->setPen(m_textColor);
        const QRectF text = place.adjusted(swatchWidth + swatchGap, 0.0, 0.0, 0.0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(entry.name, Qt::ElideMiddle, text.width()));
    }
    painter->setOpacity(1.0);
    if (m_morePlace.isNull())
        return;
    painter->setFont(m_font);
    painter->setPen(m_textColor);
    painter->drawText(m_morePlace, Qt::AlignVCenter | Qt::AlignLeft, moreText());
}

} // namespace rillscope
