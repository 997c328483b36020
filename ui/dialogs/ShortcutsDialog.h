// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>

class QGridLayout;

namespace rillscope {

/// The keyboard shortcuts of the actions it is given, in their order; those without one are left out.
/// Modeless: the stream goes on. Thread: GUI.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);

private:
    void addRow(QGridLayout* rows, const QAction& action);
};

} // namespace rillscope
