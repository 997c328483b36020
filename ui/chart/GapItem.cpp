// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/GapItem.h"

#include "ui/chart/ShownName.h"
#include "ui/text/NumberFormat.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr float bandOpacity = 0.09F;
constexpr double labelTop = 4.0;
constexpr double labelGap = 8.0;       ///< between two labels
constexpr double labelOverhang = 30.0; ///< of a label over its band, on each side
constexpr double sameEdge = 2.0;       ///< edges of two channels' gaps so near are one

QString labelText(const Gap& gap) {
    const QString length = NumberFormat().duration(gap.length);
    if (gap.channel.isEmpty())
        return QCoreApplication::translate("rillscope::GapItem", "gap %1").arg(length);
    return QCoreApplication::translate("rillscope::GapItem", "%1: gap %2")
        .arg(shownName(gap.channel), length);
}

/// Bands end between pixels, always the same ones: while the window scrolls by whole columns, the edge of a
/// gap comes out of the arithmetic a little to the left or right of where it was.
double wholePixel(double x) {
    constexpr double arithmetic = 1e-3;
    return std::floor(x + arithmetic);
}

bool isSame(const Gap& left, const Gap& right) {
    return std::abs(left.left - right.left) <= sameEdge && std::abs(left.right - right.right) <= sameEdge;
}

/// Sorted from the left, those of several channels at once taken together.
QList<Gap> joined(QList<Gap> gaps) {
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.left < b.left; });
    QList<Gap> result;
    for (const Gap& gap : std::as_const(gaps)) {
        const auto twin = std::find_if(result.rbegin(), result.rend(),
                                       [&gap](const Gap& other) { return isSame(gap, other); });
        if (twin == result.rend())
            result.append(gap);
        else
            twin->channel.clear();
    }
    return result;
}

} // namespace

GapItem::GapItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(1);
}

void GapItem::setPalette(const ChartPalette& palette) {
    m_color = palette.warning;
    m_textColor = palette.dim;
    update();
}

void GapItem::setFont(const QFont& font) {
    m_font = font;
    layOut();
}

void GapItem::setGaps(QList<Gap> gaps, const QRectF& area) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    gaps = joined(std::move(gaps));
    if (gaps == m_gaps)
        return;
    m_gaps = std::move(gaps);
    layOut();
}

void GapItem::layOut() {
    m_bands.clear();
    for (const Gap& gap : std::as_const(m_gaps)) {
        // Bands that overlap are one, or the overlap would look like more.
        const double left = wholePixel(gap.left);
        const double right = wholePixel(gap.right);
        if (!m_bands.isEmpty() && left <= m_bands.constLast().right())
            m_bands.last().setRight(std::max(m_bands.constLast().right(), right));
        else
            m_bands.append(QRectF(QPointF(left, m_area.top()), QPointF(right, m_area.bottom())));
    }
    m_labels.clear();
    QList<Gap> byLength = m_gaps;
    std::stable_sort(byLength.begin(), byLength.end(),
                     [](const Gap& a, const Gap& b) { return a.length > b.length; });
    for (const Gap& gap : std::as_const(byLength))
        addLabel(gap);
    update();
}

void GapItem::addLabel(const Gap& gap) {
    const QFontMetricsF metrics(m_font);
    const QString text = labelText(gap);
    const double width = metrics.horizontalAdvance(text) + 2.0;
    if (width > gap.right - gap.left + 2.0 * labelOverhang || width > m_area.width())
        return;
    const double centred = (gap.left + gap.right - width) / 2.0;
    const double left = std::clamp(centred, m_area.left(), m_area.right() - width);
    const QRectF place(left, m_area.top() + labelTop, width, metrics.height());
    // Over another band, nobody could tell whose length it is.
    const bool isClear = std::none_of(m_bands.begin(), m_bands.end(),
                                      [&](const QRectF& band) {
                                          const bool isOwn = band.left() <= wholePixel(gap.left) &&
                                                             band.right() >= wholePixel(gap.right);
                                          return !isOwn && band.intersects(place);
                                      }) &&
                         std::none_of(m_labels.begin(), m_labels.end(), [&](const Label& other) {
                             return other.place.adjusted(-labelGap, 0.0, labelGap, 0.0).intersects(place);
                         });
    if (isClear)
        m_labels.append({place, text});
}

QStringList GapItem::labels() const {
    QStringList texts;
    for (const Label& label : m_labels)
        texts.append(label.text);
    return texts;
}

void GapItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    QColor color = m_color;
    color.setAlphaF(bandOpacity);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF& band : std::as_const(m_bands))
        painter->fillRect(band, color);
    painter->setFont(m_font);
    painter->setPen(m_textColor);
    for (const Label& label : std::as_const(m_labels))
        painter->drawText(label.place, Qt::AlignCenter, label.text);
}

} // namespace rillscope
