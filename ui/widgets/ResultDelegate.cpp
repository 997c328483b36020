// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ResultDelegate.h"

#include "ui/text/TabularText.h"
#include "ui/widgets/ResultTable.h"
#include "ui/widgets/RowPainting.h"

#include <QPainter>

namespace rillscope {
namespace {

constexpr int padding = 4;
constexpr int columnGap = 12;

QFont strongFont(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

int ResultDelegate::columnWidth(const QFont& font, const QString& text) {
    return tabularWidth(QFontMetrics(strongFont(font)), text) + 2 * padding + columnGap;
}

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const PanelColors colors = completed(m_colors, option);
    painter->save();
    drawRowBackground(*painter, option, colors);
    const int emphasis = index.data(ResultTable::EmphasisRole).toInt();
    const bool isStrong = emphasis == ResultTable::Strong;
    const QVariant severity = index.data(ResultTable::SeverityRole);
    painter->setFont(isStrong ? strongFont(option.font) : option.font);
    painter->setPen(severity.isValid() ? severityColor(static_cast<Severity>(severity.toInt()), colors)
                    : emphasis == ResultTable::Faint ? colors.dim
                                                     : colors.text);
    const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
    const int left = index.column() == 0 ? 0 : padding;
    const int right = alignment.testFlag(Qt::AlignRight) ? padding : columnGap;
    const QRect area = option.rect.adjusted(left, 0, -right, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics = painter->fontMetrics();
    const bool fits = tabularWidth(metrics, text) <= area.width();
    drawTabularText(*painter, area, alignment,
                    fits ? text : metrics.elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace rillscope
