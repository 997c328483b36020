// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueAxisItem.h"

#include "ui/chart/LinePath.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double smallestWidth = 66.0;
constexpr double widthStep = 8.0;    ///< the width is a multiple of it beyond the smallest
constexpr double spareWidth = 32.0;  ///< that is kept rather than to move the plot
constexpr double titleLeft = 8.0;    ///< from the view's edge
constexpr double titleGap = 6.0;     ///< between title and labels
constexpr double labelGap = 8.0;     ///< between labels and plot
constexpr double lineSpacing = 1.15; ///< of labels above each other, in text heights

} // namespace

ValueAxisItem::ValueAxisItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(0);
    updateWidth();
}

void ValueAxisItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void ValueAxisItem::setFont(const QFont& font) {
    m_font = font;
    m_width = 0.0;
    updateWidth();
    update();
}

void ValueAxisItem::setTitle(const QString& title) {
    m_title = title;
    update();
}

void ValueAxisItem::setScale(const ValueScale& scale) {
    const bool isSame = !m_ticks.isEmpty() && scale.minimum() == m_scale.minimum() &&
                        scale.maximum() == m_scale.maximum() && scale.step() == m_scale.step();
    if (isSame)
        return;
    m_scale = scale;
    m_ticks = valueTicks(scale.minimum(), scale.maximum(), scale.step());
    updateWidth();
    update();
}

void ValueAxisItem::setArea(const QRectF& area) {
    prepareGeometryChange();
    m_area = area;
    update();
}

void ValueAxisItem::updateWidth() {
    const QFontMetricsF metrics(m_font);
    double widest = 0.0;
    for (const ValueTick& tick : std::as_const(m_ticks))
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    const double exact = titleLeft + metrics.height() + titleGap + widest + labelGap;
    const double steps = std::ceil(std::max(exact - smallestWidth, 0.0) / widthStep);
    const double needed = smallestWidth + steps * widthStep;
    if (needed > m_width || needed < m_width - spareWidth)
        m_width = needed;
}

double ValueAxisItem::y(double value) const {
    PlotMapping mapping;
    mapping.area = m_area;
    mapping.minimum = m_scale.minimum();
    mapping.maximum = m_scale.maximum();
    return mapping.y(value);
}

std::int64_t ValueAxisItem::labelInterval(double lineHeight) const {
    if (m_ticks.size() < 2)
        return 1;
    const double pitch = y(m_ticks.at(0).value) - y(m_ticks.at(1).value);
    for (const std::int64_t interval : {1, 2, 5}) {
        if (pitch * static_cast<double>(interval) >= lineHeight)
            return interval;
    }
    return 10;
}

QRectF ValueAxisItem::boundingRect() const {
    constexpr double halfLabel = 20.0;
    return m_area.adjusted(-m_area.left(), -halfLabel, 1.0, halfLabel);
}

void ValueAxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QFontMetricsF metrics(m_font);
    const std::int64_t interval = labelInterval(metrics.height() * lineSpacing);
    painter->setFont(m_font);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const ValueTick& tick : std::as_const(m_ticks)) {
        const double place = y(tick.value);
        const double line = std::floor(place) + 0.5;
        painter->setPen(QPen(m_palette.grid, 1.0));
        painter->drawLine(QPointF(m_area.left(), line), QPointF(m_area.right(), line));
        if (tick.count % interval != 0)
            continue;
        const double right = m_area.left() - labelGap;
        const double length = metrics.horizontalAdvance(tick.label);
        painter->setPen(m_palette.dim);
        painter->drawText(
            QRectF(right - length - 1.0, place - metrics.height() / 2.0, length + 1.0, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    paintTitle(*painter);
}

void ValueAxisItem::paintTitle(QPainter& painter) const {
    const QFontMetricsF metrics(m_font);
    painter.save();
    painter.translate(titleLeft, m_area.bottom());
    painter.rotate(-90.0);
    painter.setPen(m_palette.dim);
    painter.drawText(QRectF(0.0, 0.0, m_area.height(), metrics.height()), Qt::AlignCenter,
                     metrics.elidedText(m_title, Qt::ElideRight, m_area.height()));
    painter.restore();
}

} // namespace rillscope
