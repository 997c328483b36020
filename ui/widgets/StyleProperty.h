// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace rillscope {

/// Sets an object property that the stylesheet selects by, and has the widget and what is in it styled anew.
/// Does nothing when the value is the same.
inline void setStyleProperty(QWidget& widget, const char* name, const QString& value) {
    if (widget.property(name).toString() == value)
        return;
    widget.setProperty(name, value);
    QList<QWidget*> affected = widget.findChildren<QWidget*>();
    affected.prepend(&widget);
    for (QWidget* each : affected) {
        each->style()->unpolish(each);
        each->style()->polish(each);
        each->update();
    }
}

} // namespace rillscope
