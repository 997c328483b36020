// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QStyledItemDelegate>

namespace rillscope {

/// Draws a row of ChannelListModel: swatch, name, the shape of its mark, value at the right. Thread: GUI.
class ChannelListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColors(const PanelColors& colors) { m_colors = colors; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    PanelColors m_colors;
};

} // namespace rillscope
