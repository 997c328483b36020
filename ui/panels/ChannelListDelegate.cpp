// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ChannelListDelegate.h"

#include "ui/panels/ChannelListModel.h"
#include "ui/text/TabularText.h"
#include "ui/widgets/RowPainting.h"

#include <QPainter>

namespace rillscope {
namespace {

constexpr int padding = 6;
constexpr int swatchSize = 9;

} // namespace

void ChannelListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const PanelColors colors = completed(m_colors, option);
    painter->save();
    drawRowBackground(*painter, option, colors);

    QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const QRect swatch(area.left(), area.center().y() - swatchSize / 2, swatchSize, swatchSize);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(index.data(Qt::DecorationRole).value<QColor>());
    painter->drawRoundedRect(swatch, 2.5, 2.5);
    area.setLeft(swatch.right() + 1 + padding + 2);

    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    const QString value = index.data(ChannelListModel::ValueRole).toString();
    painter->setPen(colors.text);
    drawTabularText(*painter, area, Qt::AlignRight | Qt::AlignVCenter, value);
    area.setRight(area.right() - tabularWidth(painter->fontMetrics(), value) - padding);

    const QString mark = index.data(ChannelListModel::MarkRole).toString().left(1);
    if (!mark.isEmpty()) {
        painter->setPen(mark.front() == severityShape(Severity::Notice) ? colors.dim : colors.warning);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, mark);
    }
    area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(u'◆') - padding);

    painter->setFont(option.font);
    painter->setPen(option.state & QStyle::State_Selected ? colors.text : colors.dim);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(name, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize ChannelListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, option.fontMetrics.height() + 6};
}

} // namespace rillscope
