// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowPainting.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace rillscope {

PanelColors completed(const PanelColors& colors, const QStyleOptionViewItem& option) {
    const QPalette& palette = option.palette;
    const auto either = [](const QColor& color, const QColor& other) {
        return color.isValid() ? color : other;
    };
    PanelColors all = colors;
    all.text = either(colors.text, palette.color(QPalette::Text));
    all.dim = either(colors.dim, palette.color(QPalette::PlaceholderText));
    all.accent = either(colors.accent, palette.color(QPalette::Highlight));
    all.warning = either(colors.warning, all.text);
    all.alarm = either(colors.alarm, all.text);
    QColor faint = all.accent;
    faint.setAlpha(40);
    all.selection = either(colors.selection, faint);
    return all;
}

void drawRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const PanelColors& colors) {
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colors.selection);
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(colors.accent);
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}

QColor severityColor(Severity severity, const PanelColors& colors) {
    return severity == Severity::Alarm     ? colors.alarm
           : severity == Severity::Warning ? colors.warning
                                           : colors.text;
}

} // namespace rillscope
