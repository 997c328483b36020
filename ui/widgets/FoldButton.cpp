// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FoldButton.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace rillscope {
namespace {

constexpr int angleRoom = 16;
constexpr int padding = 4; ///< below, as of the titles that do not fold

} // namespace

FoldButton::FoldButton(QWidget* parent) : QAbstractButton(parent) {
    setProperty("role", QStringLiteral("cardTitle"));
    setCheckable(true);
    setChecked(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, &FoldButton::describe);
    describe();
}

void FoldButton::describe() {
    setToolTip(isChecked() ? tr("Fold this card") : tr("Unfold this card"));
    setAccessibleDescription(isChecked() ? tr("Open") : tr("Folded"));
}

QSize FoldButton::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + angleRoom, fontMetrics().height() + padding};
}

QSize FoldButton::minimumSizeHint() const {
    return {angleRoom, sizeHint().height()};
}

void FoldButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // What the style sheet gives titles; pointed at, it is a link.
    painter.setPen(palette().color(underMouse() ? QPalette::Link : QPalette::WindowText));
    const QRect line(0, 0, width() - angleRoom, height() - padding);
    painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    painter.setRenderHint(QPainter::Antialiasing);
    paintAngle(painter);
    if (!hasFocus())
        return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
    painter.drawLine(QPointF(0.0, height() - 1.0), QPointF(width(), height() - 1.0));
}

/// Downwards while open, else to the right.
void FoldButton::paintAngle(QPainter& painter) const {
    constexpr double half = 3.5;
    const QPointF middle(width() - 6.0, (height() - padding) / 2.0);
    QPolygonF angle{QPointF(-half, -half / 2), QPointF(0.0, half / 2), QPointF(half, -half / 2)};
    if (!isChecked())
        angle = QTransform().rotate(-90.0).map(angle);
    painter.setPen(QPen(painter.pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(angle.translated(middle));
}

bool FoldButton::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

void FoldButton::keyPressEvent(QKeyEvent* event) {
    // Return presses it, as it does a push button. QAbstractButton handles Space.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace rillscope
