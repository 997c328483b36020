// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace rillscope {

/// Panels with what was measured, one below the other: the right side of the window. Scrolls when the window
/// is low. It asks for the width that the panels need in the font of the desktop. Thread: GUI.
class ReadingsColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit ReadingsColumn(QWidget* parent = nullptr);

    /// Below those that are there; the column owns it.
    void addPanel(QWidget* panel);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QVBoxLayout* m_column;
};

} // namespace rillscope
