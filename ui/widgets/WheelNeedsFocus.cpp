// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WheelNeedsFocus.h"

#include <QEvent>
#include <QWidget>

namespace rillscope {

WheelNeedsFocus::WheelNeedsFocus(QWidget* widget) : QObject(widget) {
    widget->installEventFilter(this);
    widget->setFocusPolicy(Qt::StrongFocus); // not by the wheel itself
}

void WheelNeedsFocus::install(QWidget* widget) {
    new WheelNeedsFocus(widget); // a child of the widget
}

bool WheelNeedsFocus::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace rillscope
