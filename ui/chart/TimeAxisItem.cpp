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
constexpr double labelGap = 14.0;   ///< between two labels
constexpr double edgeGap = 2.0;     ///< between a label and the view's edge
constexpr double titleGap = 6.0;    ///< between date and title

int ticksIn(double width, double pitch) {
    return std::max(2, static_cast<int>(width / pitch));
}

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
    m_ticks.clear();
    for (const TimeTick& tick : fittingTicks(mapping, zone))
        m_ticks.append({mapping.x(tick.time), tick.label});
    const QString firstDate = formatDate(mapping.begin, zone);
    const QString lastDate = formatDate(mapping.end, zone);
    m_date = firstDate == lastDate ? firstDate : firstDate + QStringLiteral(" – ") + lastDate;
    update();
}

QList<TimeTick> TimeAxisItem::fittingTicks(const PlotMapping& mapping, const QTimeZone& zone) const {
    QList<TimeTick> ticks = timeTicks(mapping.begin, mapping.end, ticksIn(m_area.width(), labelPitch), zone);
    const QFontMetricsF metrics(m_font);
    double pitch = labelPitch;
    // In steps, so that digits of different widths do not change the number of ticks.
    for (const TimeTick& tick : std::as_const(ticks))
        pitch = std::max(pitch, std::ceil((metrics.horizontalAdvance(tick.label) + labelGap) / 8.0) * 8.0);
    if (pitch > labelPitch)
        ticks = timeTicks(mapping.begin, mapping.end, ticksIn(m_area.width(), pitch), zone);
    return ticks;
}

void TimeAxisItem::setEmpty(const QRectF& area) {
    prepareGeometryChange();
    m_area = area;
    m_ticks.clear();
    m_date.clear();
    update();
}

QRectF TimeAxisItem::boundingRect() const {
    return m_area.adjusted(-m_area.left(), 0.0, m_area.left(), height);
}

void TimeAxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Tick& tick : std::as_const(m_ticks)) {
        const double x = std::floor(tick.x) + 0.5; // in the column that holds its time, as samples are
        painter->setPen(QPen(m_palette.grid, 1.0));
        painter->drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        const double half = metrics.horizontalAdvance(tick.label) / 2.0 + 1.0;
        const bool isWhole =
            tick.x - half >= m_bounds.left() + edgeGap && tick.x + half <= m_bounds.right() - edgeGap;
        if (!isWhole)
            continue;
        painter->setPen(m_palette.dim);
        painter->drawText(QRectF(tick.x - half, m_area.bottom() + labelTop, 2.0 * half, rowHeight),
                          Qt::AlignCenter, tick.label);
    }
    paintTitles(*painter);
}

void TimeAxisItem::paintTitles(QPainter& painter) const {
    const QFontMetricsF metrics(m_font);
    const QRectF row(m_area.left(), m_area.bottom() + titleTop, m_area.width(), rowHeight);
    const double date = metrics.horizontalAdvance(m_date);
    const double title = metrics.horizontalAdvance(m_title);
    painter.setPen(m_palette.dim);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_date, Qt::ElideRight, row.width()));
    // In a narrow plot the title gives way to the date, at last altogether.
    if (date + titleGap <= (row.width() - title) / 2.0)
        painter.drawText(row, Qt::AlignCenter, m_title);
    else if (date + titleGap + title <= row.width())
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, m_title);
}

} // namespace rillscope
