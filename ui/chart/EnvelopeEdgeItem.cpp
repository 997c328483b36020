// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/EnvelopeEdgeItem.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double labelMargin = 8.0;
constexpr float backgroundOpacity = 0.8F; ///< behind the label, so that it can be read over a line

} // namespace

EnvelopeEdgeItem::EnvelopeEdgeItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(3.5); // over the lines: a dense one would hide it
}

void EnvelopeEdgeItem::setPalette(const ChartPalette& palette) {
    m_color = palette.dim;
    m_background = palette.surface;
    update();
}

void EnvelopeEdgeItem::setFont(const QFont& font) {
    m_font = font;
    update();
}

void EnvelopeEdgeItem::setEdge(std::optional<double> x, const QRectF& area) {
    if (x && *x <= area.left())
        x.reset();
    if (x)
        x = std::min(std::floor(*x), area.right());
    if (x == m_edge && area == m_area)
        return;
    prepareGeometryChange();
    m_edge = x;
    m_area = area;
    update();
}

bool EnvelopeEdgeItem::isEdgeInside() const {
    return m_edge && *m_edge < m_area.right();
}

QString EnvelopeEdgeItem::label() const {
    if (!m_edge)
        return {};
    return QCoreApplication::translate("rillscope::EnvelopeEdgeItem", "min/max only");
}

void EnvelopeEdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (!m_edge)
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_color, 1.0, Qt::DashLine));
    if (isEdgeInside())
        painter->drawLine(QPointF(*m_edge, m_area.top()), QPointF(*m_edge, m_area.bottom()));
    const QFontMetricsF metrics(m_font);
    const double width = metrics.horizontalAdvance(label()) + 2.0;
    const double left = *m_edge - labelMargin - width;
    if (left < m_area.left())
        return; // no room: the line alone, and the status line, say it
    const QRectF place(left, m_area.bottom() - labelMargin - metrics.height(), width, metrics.height());
    QColor background = m_background;
    background.setAlphaF(backgroundOpacity);
    painter->fillRect(place.adjusted(-3.0, 0.0, 3.0, 0.0), background);
    painter->setFont(m_font);
    painter->drawText(place, Qt::AlignCenter, label());
}

} // namespace rillscope
