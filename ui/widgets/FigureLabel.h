// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rillscope {

/// A line of text with figures that change often: its digits are tabular (TabularText.h), and its size is
/// fixed to the text, so that a new figure of the same length costs a repaint of itself and no new layout.
/// A text that is wider than the room it is given is written in a smaller font. Thread: GUI.
class FigureLabel : public QLabel {
    Q_OBJECT

public:
    explicit FigureLabel(QWidget* parent = nullptr);

    /// Does nothing when the text is the same.
    void setFigure(const QString& text);
    /// How wide it may become; without, as wide as its text in the font it has.
    void setRoom(int width);
    /// Of the font its text is written in.
    QFontMetrics shownMetrics() const { return QFontMetrics(m_shownFont); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit(const QString& text);

    int m_room = QWIDGETSIZE_MAX;
    QFont m_shownFont;
};

} // namespace rillscope
