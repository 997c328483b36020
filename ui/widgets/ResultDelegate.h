// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QStyledItemDelegate>

namespace rillscope {

/// Draws a cell of a ResultTable on one line, with tabular digits. Thread: GUI.
class ResultDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColors(const PanelColors& colors) { m_colors = colors; }

    static int lineHeight(const QFontMetrics& metrics) { return metrics.height() + 7; }
    /// Of a column that shows `text`, however strong.
    static int columnWidth(const QFont& font, const QString& text);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    PanelColors m_colors;
};

} // namespace rillscope
