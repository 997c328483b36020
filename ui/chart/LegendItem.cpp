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

} // namespace

LegendItem::LegendItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(4);
    setAcceptedMouseButtons(Qt::NoButton);
}

void LegendItem::setEntries(const QList<Entry>& entries) {
    m_entries = entries;
    layOut();
}

void LegendItem::setFont(const QFont& font) {
    m_font = font;
    layOut();
}

void LegendItem::setTextColor(const QColor& color) {
    m_textColor = color;
    update();
}

void LegendItem::setArea(const QRectF& area) {
    prepareGeometryChange();
    m_area = area;
    layOut();
}

void LegendItem::layOut() {
    const QFontMetricsF metrics(m_font);
    QList<double> widths;
    for (const Entry& entry : std::as_const(m_entries))
        widths.append(swatchWidth + swatchGap +
                      std::min(metrics.horizontalAdvance(entry.name) + 1.0, longestName));
    const double more = metrics.horizontalAdvance(QStringLiteral("+000")) + entryGap;
    qsizetype shown = 0;
    double used = 0.0;
    while (shown < widths.size()) {
        const double next = used + widths.at(shown) + (shown > 0 ? entryGap : 0.0);
        if (next + (shown + 1 < widths.size() ? more : 0.0) > m_area.width())
            break;
        used = next;
        ++shown;
    }
    const bool hasMore = shown < widths.size();
    double x = m_area.right() - used - (hasMore ? more : 0.0);
    m_places.clear();
    for (qsizetype i = 0; i < shown; ++i) {
        m_places.append(QRectF(x, m_area.top(), widths.at(i), m_area.height()));
        x += widths.at(i) + entryGap;
    }
    m_morePlace = hasMore ? QRectF(x, m_area.top(), m_area.right() - x, m_area.height()) : QRectF();
    update();
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
