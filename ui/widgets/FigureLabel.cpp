// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureLabel.h"

#include "ui/text/TabularText.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int leastPixels = 8; ///< of a font that can be read

/// `font`, or a smaller one in which `text` is not wider than `room`.
QFont fittingFont(QFont font, const QString& text, int room) {
    int width = tabularWidth(QFontMetrics(font), text);
    if (width <= room)
        return font;
    // Widths grow about as sizes do; rounding and hinting may still need a pixel less.
    int pixels = QFontInfo(font).pixelSize();
    pixels = std::min(pixels - 1, pixels * room / width + 1);
    do {
        font.setPixelSize(std::max(pixels, leastPixels));
        width = tabularWidth(QFontMetrics(font), text);
    } while (width > room && --pixels >= leastPixels);
    return font;
}

} // namespace

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

void FigureLabel::setRoom(int width) {
    if (width == m_room)
        return;
    m_room = width;
    fit(text());
}

/// A widget of fixed size tells nobody when its text changes: that is what saves the layout.
void FigureLabel::fit(const QString& text) {
    const QMargins margins = contentsMargins(); // a stylesheet's padding
    m_shownFont = fittingFont(font(), text, m_room - margins.left() - margins.right());
    const QFontMetrics metrics = shownMetrics();
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
    painter.setFont(m_shownFont);
    painter.setPen(palette().color(foregroundRole()));
    drawTabularText(painter, contentsRect(), alignment(), text());
}

} // namespace rillscope
