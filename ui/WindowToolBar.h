// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/WindowActions.h"

#include <QToolBar>

class QPushButton;

namespace rillscope {

struct ShownState;

/// The tools of the window, and the pill that shows the state of the stream and leads back to the newest
/// samples. Thread: GUI.
class WindowToolBar : public QToolBar {
    Q_OBJECT

public:
    WindowToolBar(WindowActions& actions, QWidget* parent);

    void showState(const ShownState& state, bool isFollowing, const QString& toolTip);

private:
    QPushButton* addButton(QAction* action);
    void nameOverflowButton();

    QPushButton* m_livePill = nullptr;
};

} // namespace rillscope
