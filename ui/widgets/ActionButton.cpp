// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

namespace rillscope {

ActionButton::ActionButton(QAction* action, QWidget* parent) : QPushButton(parent) {
    setObjectName(action->objectName() + QStringLiteral("Button"));
    adopt(*action);
    connect(action, &QAction::changed, this, [this, action] { adopt(*action); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::adopt(const QAction& action) {
    // The mnemonic belongs to the menu.
    const QString text = QString(action.text()).remove(u'&');
    if (this->text() != text)
        setText(text);
    setToolTip(action.toolTip());
    setAccessibleName(text);
    setEnabled(action.isEnabled());
}

} // namespace rillscope
