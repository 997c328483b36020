// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QStyledItemDelegate>

namespace rillscope {

/// Draws a cell of EventListModel: the time dim, the state in the colour of its severity, the text on one
/// line with "…", or on as many as it needs when the row is higher. Thread: GUI.
class EventDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColors(const PanelColors& colors) { m_colors = colors; }

    static int lineHeight(const QFontMetrics& metrics) { return metrics.height() + 7; }
    /// The height of a row that shows all of `text` in a column of that width.
    static int wrappedHeight(const QFontMetrics& metrics, const QString& text, int columnWidth);
    static int timeColumnWidth(const QFontMetrics& metrics);
    static int stateColumnWidth(const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    PanelColors m_colors;
};

} // namespace rillscope
