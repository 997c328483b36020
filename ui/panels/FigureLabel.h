// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rillscope {

/// A line of text with figures that change often: its digits are tabular (TabularText.h), and its size is
/// fixed to the text, so that a new figure of the same length costs a repaint of itself and no new layout.
/// Thread: GUI.
class FigureLabel : public QLabel {
    Q_OBJECT

public:
    explicit FigureLabel(QWidget* parent = nullptr);

    /// Does nothing when the text is the same.
    void setFigure(const QString& text);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit(const QString& text);
};

} // namespace rillscope
