// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/TimeAxisItem.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double labelTop = 6.0;
constexpr double titleTop = 26.0;
constexpr double rowHeight = 18.0;
constexpr double labelPitch = 96.0; ///< labels are at least so far apart

} // namespace

TimeAxisItem::TimeAxisItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(0);
}

void TimeAxisItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void TimeAxisItem::setFont(const QFont& font) {
    m_font = font;
    update();
}

void TimeAxisItem::setTitle(const QString& title) {
    m_title = title;
    update();
}

void TimeAxisItem::setRange(const PlotMapping& mapping, const QTimeZone& zone) {
    if (m_area != mapping.area) {
        prepareGeometryChange();
        m_area = mapping.area;
    }
    const int maximumTicks = std::max(2, static_cast<int>(m_area.width() / labelPitch));
    m_ticks.clear();
    const QList<TimeTick> ticks = timeTicks(mapping.begin, mapping.end, maximumTicks, zone);
    for (const TimeTick& tick : ticks)
        m_ticks.append({mapping.x(tick.time), tick.label});
    const QString firstDate = formatDate(mapping.begin, zone);
    const QString lastDate = formatDate(mapping.end, zone);
    m_date = firstDate == lastDate ? firstDate : firstDate + QStringLiteral(" – ") + lastDate;
    update();
}

void TimeAxisItem::setEmpty(const QRectF& area) {
    prepareGeometryChange();
    m_area = area;
    m_ticks.clear();
    m_date.clear();
    update();
}

QRectF TimeAxisItem::boundingRect() const {
    return m_area.adjusted(-60.0, 0.0, 60.0, height);
}

void TimeAxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QFontMetricsF metrics(m_font);
    const double labelLimit = m_area.right() + 30.0;
    painter->setFont(m_font);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Tick& tick : std::as_const(m_ticks)) {
        const double x = std::floor(tick.x) + 0.5; // in the column that holds its time, as samples are
        painter->setPen(QPen(m_palette.grid, 0));
        painter->drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        const double half = metrics.horizontalAdvance(tick.label) / 2.0;
        if (tick.x - half < m_area.left() - 40.0 || tick.x + half > labelLimit)
            continue;
        painter->setPen(m_palette.dim);
        painter->drawText(
            QRectF(tick.x - half - 1.0, m_area.bottom() + labelTop, 2.0 * half + 2.0, rowHeight),
            Qt::AlignCenter, tick.label);
    }
    painter->setPen(m_palette.dim);
    const QRectF titleRow(m_area.left(), m_area.bottom() + titleTop, m_area.width(), rowHeight);
    // In a narrow plot the title gives way to the date.
    const double centred = (titleRow.width() - metrics.horizontalAdvance(m_title)) / 2.0;
    const bool fits = metrics.horizontalAdvance(m_date) + labelTop <= centred;
    painter->drawText(titleRow, fits ? Qt::AlignCenter : Qt::AlignRight | Qt::AlignVCenter, m_title);
    painter->drawText(titleRow, Qt::AlignLeft | Qt::AlignVCenter, m_date);
}

} // namespace rillscope
