// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/PinnedCursorsItem.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr double padding = 10.0;
constexpr double lineHeight = 19.0;
constexpr double margin = 10.0; ///< between the box and the plot's edges
constexpr double dotRadius = 4.0;
constexpr double tagSize = 16.0;

QFont strongFont(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

PinnedCursorsItem::PinnedCursorsItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(4.5);
    setVisible(false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void PinnedCursorsItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void PinnedCursorsItem::setFont(const QFont& font) {
    m_font = font;
    update();
}

void PinnedCursorsItem::showMarks(const QRectF& area, const QList<Mark>& marks, const QStringList& lines) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    m_marks = marks;
    m_lines = lines;
    setVisible(!marks.isEmpty());
    update();
}

void PinnedCursorsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Mark& mark : std::as_const(m_marks))
        paintMark(*painter, mark);
    paintBox(*painter);
}

void PinnedCursorsItem::paintMark(QPainter& painter, const Mark& mark) const {
    const double x = mark.position.x();
    if (x < m_area.left() || x > m_area.right())
        return;
    painter.setPen(QPen(m_palette.accent, 1.0, Qt::DashLine));
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
    if (m_area.contains(mark.position)) {
        painter.setPen(QPen(m_palette.accent, 1.5));
        painter.setBrush(mark.color);
        painter.drawEllipse(mark.position, dotRadius, dotRadius);
    }
    const QRectF tag(x - tagSize / 2.0, m_area.top() - tagSize, tagSize, tagSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_palette.accent);
    painter.drawRoundedRect(tag, 4.0, 4.0);
    painter.setFont(strongFont(m_font));
    painter.setPen(m_palette.surface);
    painter.drawText(tag, Qt::AlignCenter, mark.name);
}

void PinnedCursorsItem::paintBox(QPainter& painter) const {
    const QFontMetricsF metrics(strongFont(m_font));
    double width = 0.0;
    for (const QString& line : m_lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    width = std::min(width + 1.0, std::max(m_area.width() - 2.0 * (margin + padding), 0.0));
    QRectF box(m_area.left() + margin, m_area.top() + margin, width + 2.0 * padding,
               lineHeight * static_cast<double>(m_lines.size()) + padding);
    const auto hides = [this](const QRectF& place) {
        return std::any_of(m_marks.cbegin(), m_marks.cend(), [&](const Mark& mark) {
            return mark.position.x() >= place.left() - dotRadius &&
                   mark.position.x() <= place.right() + dotRadius;
        });
    };
    const QRectF onTheRight = box.translated(m_area.right() - margin - box.right(), 0.0);
    if (hides(box) && !hides(onTheRight))
        box = onTheRight;
    painter.setPen(QPen(m_palette.line, 1.0));
    painter.setBrush(m_palette.surface);
    painter.drawRoundedRect(box, 7.0, 7.0);
    QRectF row(box.left() + padding, box.top() + padding / 2.0, width, lineHeight);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool isStrong = i + 1 == m_lines.size();
        const QFont font = isStrong ? strongFont(m_font) : m_font;
        painter.setFont(font);
        painter.setPen(isStrong ? m_palette.text : m_palette.dim);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetricsF(font).elidedText(m_lines.at(i), Qt::ElideMiddle, row.width()));
        row.translate(0.0, lineHeight);
    }
}

} // namespace rillscope
