// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventDelegate.h"

#include "ui/panels/EventListModel.h"
#include "ui/text/EventText.h"
#include "ui/text/TabularText.h"
#include "ui/widgets/RowPainting.h"

#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int padding = 4;    ///< at the left and the right of a cell; the first column has none at the left
constexpr int columnGap = 14; ///< to the next column
constexpr int textEnd = 12;   ///< from the text to the scroll bar

QFont strongFont(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

int EventDelegate::wrappedHeight(const QFontMetrics& metrics, const QString& text, int columnWidth) {
    const QRect room(0, 0, std::max(1, columnWidth - padding - textEnd), 10'000);
    return metrics.boundingRect(room, Qt::TextWordWrap, text).height() + lineHeight(metrics) -
           metrics.height();
}

int EventDelegate::timeColumnWidth(const QFontMetrics& metrics) {
    return tabularWidth(metrics, QStringLiteral("00:00:00.000")) + columnGap;
}

int EventDelegate::stateColumnWidth(const QFont& font) {
    const QFontMetrics metrics(strongFont(font));
    int widest = 0;
    for (const QString& word : allEventWords())
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest + metrics.horizontalAdvance(QStringLiteral("▲ ")) + padding + columnGap;
}

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const PanelColors colors = completed(m_colors, option);
    painter->save();
    drawRowBackground(*painter, option, colors);

    const QString text = index.data(Qt::DisplayRole).toString();
    const int above = (lineHeight(option.fontMetrics) - option.fontMetrics.height()) / 2;
    const int left = index.column() == EventListModel::TimeColumn ? 0 : padding;
    const int right = index.column() == EventListModel::TextColumn ? textEnd : padding;
    const QRect area = option.rect.adjusted(left, above, -right, 0);
    const QRect firstLine(area.topLeft(), QSize(area.width(), option.fontMetrics.height()));
    painter->setFont(option.font);
    switch (index.column()) {
    case EventListModel::TimeColumn:
        painter->setPen(colors.dim);
        drawTabularText(*painter, firstLine, Qt::AlignLeft | Qt::AlignTop, text);
        break;
    case EventListModel::StateColumn:
        painter->setFont(strongFont(option.font));
        painter->setPen(
            severityColor(static_cast<Severity>(index.data(EventListModel::SeverityRole).toInt()), colors));
        painter->drawText(firstLine, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, text);
        break;
    default:
        painter->setPen(colors.text);
        if (option.rect.height() >= 2 * option.fontMetrics.height())
            painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        else
            painter->drawText(firstLine, Qt::AlignLeft | Qt::AlignTop,
                              option.fontMetrics.elidedText(text, Qt::ElideRight, firstLine.width()));
    }
    painter->restore();
}

} // namespace rillscope
