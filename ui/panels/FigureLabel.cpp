// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FigureLabel.h"

#include "ui/panels/TabularText.h"

#include <QEvent>
#include <QPainter>

namespace rillscope {

FigureLabel::FigureLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    fit(QString());
}

void FigureLabel::setFigure(const QString& text) {
    if (text == this->text())
        return;
    fit(text);
    setText(text);
}

/// A widget of fixed size tells nobody when its text changes: that is what saves the layout.
void FigureLabel::fit(const QString& text) {
    const QFontMetrics metrics = fontMetrics();
    const QMargins margins = contentsMargins(); // a stylesheet's padding
    setFixedSize(QSize(tabularWidth(metrics, text), metrics.height()).grownBy(margins));
}

bool FigureLabel::event(QEvent* event) {
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::Polish || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        fit(text());
    return handled;
}

void FigureLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    drawTabularText(painter, contentsRect(), alignment(), text());
}

} // namespace rillscope
