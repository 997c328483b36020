// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StepDelegate.h"

#include "ui/panels/StepListModel.h"
#include "ui/widgets/RowPainting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace rillscope {
namespace {

constexpr int padding = 6;
constexpr int boxSize = 16;
constexpr int textGap = 8;

QRect boxOf(const QRect& row) {
    return {row.left() + padding, row.center().y() - boxSize / 2, boxSize, boxSize};
}

/// A little more than the box, for it is small.
QRect clickAreaOf(const QRect& row) {
    return {row.left(), row.top(), padding + boxSize + textGap, row.height()};
}

void drawBox(QPainter& painter, const QStyleOptionViewItem& option, bool isChecked) {
    QStyleOptionViewItem box(option);
    box.rect = boxOf(option.rect);
    box.state.setFlag(QStyle::State_HasFocus, false);
    box.state.setFlag(QStyle::State_Selected, false);
    box.state.setFlag(isChecked ? QStyle::State_On : QStyle::State_Off);
    box.features |= QStyleOptionViewItem::HasCheckIndicator;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

bool isSwitch(const QEvent& event, const QRect& row) {
    if (event.type() == QEvent::KeyPress)
        return static_cast<const QKeyEvent&>(event).key() == Qt::Key_Space;
    if (event.type() != QEvent::MouseButtonRelease)
        return false;
    const auto& mouse = static_cast<const QMouseEvent&>(event);
    return mouse.button() == Qt::LeftButton && clickAreaOf(row).contains(mouse.position().toPoint());
}

} // namespace

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const PanelColors colors = completed(m_colors, option);
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    painter->save();
    drawRowBackground(*painter, option, colors);
    drawBox(*painter, option, isOn);

    const int lineHeight = option.fontMetrics.height();
    const int left = boxOf(option.rect).right() + 1 + textGap;
    const QRect name(left, option.rect.center().y() - lineHeight, option.rect.right() - padding - left,
                     lineHeight);
    const auto drawLine = [&](const QRect& line, const QString& text, const QFont& font,
                              const QColor& color) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
    };
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    drawLine(name, index.data(Qt::DisplayRole).toString(), isOn ? strong : option.font,
             isOn ? colors.text : colors.dim);
    drawLine(name.translated(0, lineHeight + 1), index.data(StepListModel::SummaryRole).toString(),
             option.font, colors.dim);
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, 2 * option.fontMetrics.height() + 9};
}

bool StepDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    if (!isSwitch(*event, option.rect)) {
        // A double click on the box switches twice; it does not open the step.
        return event->type() == QEvent::MouseButtonDblClick &&
               clickAreaOf(option.rect).contains(static_cast<QMouseEvent*>(event)->position().toPoint());
    }
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace rillscope
