// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/AlarmShadesItem.h"

#include "ui/text/SeverityText.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr float shadeOpacity = 0.13F;
constexpr double barHeight = 3.0;
constexpr double labelGap = 8.0;    ///< between two labels
constexpr double labelIndent = 4.0; ///< from the left edge of the shade
constexpr double labelTop = 4.0;    ///< under the row of the gaps' labels
constexpr double longestLabel = 180.0;

} // namespace

AlarmShadesItem::AlarmShadesItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(1.5); // over the gaps, under the lines
}

void AlarmShadesItem::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void AlarmShadesItem::setFont(const QFont& font) {
    m_font = font;
    update();
}

void AlarmShadesItem::setPicture(const AlarmPicture& picture, const ColumnGrid& grid, const QRectF& area) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    if (picture.shades.empty() && m_bands.empty())
        return;
    const double pixel = area.width() / grid.count;
    const auto x = [&](std::int64_t column) {
        return area.left() + static_cast<double>(column - grid.first) * pixel;
    };
    m_bands.clear();
    for (const AlarmShade& shade : picture.shades)
        m_bands.push_back({QRectF(QPointF(x(shade.first), area.top()), QPointF(x(shade.end), area.bottom())),
                           shade.severity});
    m_labels.clear();
    for (const AlarmName& name : picture.names)
        addLabel(name, x(name.first));
    update();
}

void AlarmShadesItem::addLabel(const AlarmName& name, double left) {
    const QFontMetricsF metrics(m_font);
    const QString text =
        metrics.elidedText(withShape(name.severity, name.text), Qt::ElideRight, longestLabel);
    if (!placeLabel(text, name.severity, left))
        placeLabel(QString(severityShape(name.severity)), name.severity, left);
}

bool AlarmShadesItem::placeLabel(const QString& text, Severity severity, double left) {
    const QFontMetricsF metrics(m_font);
    const double width = metrics.horizontalAdvance(text) + 2.0;
    const QRectF place(left + labelIndent, m_area.top() + labelTop + metrics.height(), width,
                       metrics.height());
    if (place.right() > m_area.right())
        return false;
    const bool isClear = std::none_of(m_labels.begin(), m_labels.end(), [&](const Label& other) {
        return other.place.adjusted(-labelGap, 0.0, labelGap, 0.0).intersects(place);
    });
    if (isClear)
        m_labels.push_back({place, severity, text});
    return isClear;
}

QColor AlarmShadesItem::colorOf(Severity severity) const {
    return severity == Severity::Alarm     ? m_palette.alarm
           : severity == Severity::Warning ? m_palette.warning
                                           : m_palette.dim;
}

std::vector<QRectF> AlarmShadesItem::bands() const {
    std::vector<QRectF> places;
    for (const Band& band : m_bands)
        places.push_back(band.place);
    return places;
}

QStringList AlarmShadesItem::labels() const {
    QStringList texts;
    for (const Label& label : m_labels)
        texts.append(label.text);
    return texts;
}

void AlarmShadesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Band& band : m_bands) {
        QColor color = colorOf(band.severity);
        painter->fillRect(QRectF(band.place.topLeft(), QSizeF(band.place.width(), barHeight)), color);
        color.setAlphaF(shadeOpacity);
        painter->fillRect(band.place, color);
    }
    painter->setFont(m_font);
    for (const Label& label : m_labels) {
        painter->setPen(colorOf(label.severity));
        painter->drawText(label.place, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}

} // namespace rillscope
