// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ZoomBoxItem.h"

#include <QPainter>

namespace rillscope {

ZoomBoxItem::ZoomBoxItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(6);
    setVisible(false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void ZoomBoxItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void ZoomBoxItem::showBox(const QRectF& box) {
    prepareGeometryChange();
    m_box = box;
    setVisible(true);
}

void ZoomBoxItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    constexpr float fillOpacity = 0.14F;
    QColor fill = m_palette.accent;
    fill.setAlphaF(fillOpacity);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_palette.accent, 1.0));
    painter->setBrush(fill);
    painter->drawRect(m_box);
}

} // namespace rillscope
