// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QStyledItemDelegate>

namespace rillscope {

/// Draws a row of StepListModel: check box, name, and the summary dim below it; a step that is switched off
/// is dim altogether. Thread: GUI.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColors(const PanelColors& colors) { m_colors = colors; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    PanelColors m_colors;
};

} // namespace rillscope
