// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace rillscope {

/// The title of a card that folds: looks like any other title, with a small angle at the right that tells
/// whether the card is open. Checked: open. Takes mouse and keyboard. Thread: GUI.
class FoldButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit FoldButton(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintAngle(QPainter& painter) const;
    void describe();
};

} // namespace rillscope
