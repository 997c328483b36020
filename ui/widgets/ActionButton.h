// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QPushButton>

namespace rillscope {

/// A push button that does, says and looks what an action does, says and looks: a tool bar's own buttons
/// cannot be styled like the rest of the window.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    ActionButton(QAction* action, QWidget* parent);

private:
    void adopt(const QAction& action);
};

} // namespace rillscope
