// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/CrosshairItem.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr double padding = 10.0;
constexpr double distance = 12.0; ///< between line and box
constexpr double dotRadius = 3.5;

QFont strongFont(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

CrosshairItem::CrosshairItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(5);
    setVisible(false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void CrosshairItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
}

void CrosshairItem::setFont(const QFont& font) {
    m_font = font;
}

void CrosshairItem::showReadings(const QRectF& area, double x, const QList<Reading>& readings) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    m_x = x;
    m_readings = readings;
    setVisible(true);
    update();
}

QRectF CrosshairItem::boxGeometry() const {
    const QFontMetricsF metrics(strongFont(m_font));
    double width = 0.0;
    for (const Reading& reading : m_readings)
        width =
            std::max(width, metrics.horizontalAdvance(reading.text) + (reading.color.isValid() ? 14.0 : 0.0));
    const double boxWidth = std::min(width + 1.0 + 2.0 * padding, m_area.width());
    const QSizeF size(boxWidth, lineHeight * static_cast<double>(m_readings.size()) + padding);
    const bool fitsRight = m_x + distance + size.width() <= m_area.right();
    const double left = fitsRight ? m_x + distance : m_x - distance - size.width();
    const double bounded = std::clamp(left, m_area.left(), m_area.right() - size.width());
    return QRectF(QPointF(bounded, m_area.bottom() - size.height() - distance), size);
}

void CrosshairItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_palette.dim, 1.0));
    painter->drawLine(QPointF(m_x, m_area.top()), QPointF(m_x, m_area.bottom()));
    for (const Reading& reading : std::as_const(m_readings)) {
        if (!reading.color.isValid() || !m_area.contains(reading.position))
            continue;
        painter->setPen(QPen(m_palette.surface, 1.5));
        painter->setBrush(reading.color);
        painter->drawEllipse(reading.position, dotRadius, dotRadius);
    }
    const QRectF box = boxGeometry();
    painter->setPen(QPen(m_palette.line, 1.0));
    painter->setBrush(m_palette.surface);
    painter->drawRoundedRect(box, 7.0, 7.0);
    QRectF row(box.left() + padding, box.top() + padding / 2.0, box.width() - 2.0 * padding, lineHeight);
    for (const Reading& reading : std::as_const(m_readings)) {
        QRectF text = row;
        if (reading.color.isValid() && m_readings.size() > 2) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(reading.color);
            painter->drawEllipse(QPointF(row.left() + 4.0, row.center().y()), dotRadius, dotRadius);
            text.setLeft(row.left() + 14.0);
        }
        const QFont font = reading.isStrong ? strongFont(m_font) : m_font;
        painter->setFont(font);
        painter->setPen(reading.isStrong ? m_palette.text : m_palette.dim);
        // The value stands at the end.
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetricsF(font).elidedText(reading.text, Qt::ElideLeft, text.width()));
        row.translate(0.0, lineHeight);
    }
}

} // namespace rillscope
