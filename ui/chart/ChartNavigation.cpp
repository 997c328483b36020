// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartNavigation.h"

#include "ui/chart/LiveChartView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double degreesPerNotch = 15.0;
constexpr double zoomPerNotch = 1.25;
constexpr double panPerNotch = 0.1;
constexpr double mostNotches = 10.0; ///< of one event; free-spinning wheels send large ones
constexpr double shortestPull = 6.0; ///< in pixels; below it a box is a click

} // namespace

ChartNavigation::ChartNavigation(LiveChartView* view) : QObject(view), m_view(view) {
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
}

bool ChartNavigation::eventFilter(QObject* watched, QEvent* event) {
    // Events come until the view is quite gone; it is no chart any more then.
    if (!qobject_cast<LiveChartView*>(parent()))
        return false;
    if (event->type() == QEvent::KeyPress)
        return key(*static_cast<QKeyEvent*>(event));
    if (watched != m_view->viewport())
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        return doubleClick(*static_cast<QMouseEvent*>(event));
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave:
        m_view->setReadingPosition(std::nullopt);
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool ChartNavigation::pressLegend(QPointF position) {
    if (const auto channel = m_view->legend().channelAt(position)) {
        m_view->setChannelVisible(*channel, !m_view->isChannelVisible(*channel));
        return true;
    }
    if (!m_view->legend().isMoreAt(position))
        return false;
    Q_EMIT m_view->channelListRequested();
    return true;
}

bool ChartNavigation::press(const QMouseEvent& event) {
    const bool isLeft = event.button() == Qt::LeftButton;
    if (m_box || m_dragPosition) // a second button while one is held
        return true;
    if (isLeft && pressLegend(event.position()))
        return true;
    if (!m_view->plotArea().contains(event.position()))
        return false;
    m_view->setFocus(Qt::MouseFocusReason);
    if (event.button() == Qt::MiddleButton) {
        m_view->setReadingPosition(event.position());
        m_view->pinCursor();
        return true;
    }
    if (event.button() == Qt::RightButton || (isLeft && event.modifiers().testFlag(Qt::ShiftModifier))) {
        m_box = Box{event.position(), event.button(), m_view->timeWindow().isLive(), std::nullopt};
        return true;
    }
    if (!isLeft)
        return false;
    m_dragPosition = event.position();
    m_view->viewport()->setCursor(Qt::ClosedHandCursor);
    return true;
}

bool ChartNavigation::doubleClick(const QMouseEvent& event) {
    // The second of two quick clicks of another button, or on the legend, is a click like the first.
    if (event.button() != Qt::LeftButton || !m_view->plotArea().contains(event.position()))
        return press(event);
    m_view->backToLive();
    return true;
}

bool ChartNavigation::move(const QMouseEvent& event) {
    if (m_box) {
        pullBox(event.position());
        return true;
    }
    if (!m_dragPosition) {
        m_view->setReadingPosition(event.position());
        return false;
    }
    const double distance = m_dragPosition->x() - event.position().x();
    m_dragPosition = event.position();
    m_view->pan(distance / std::max(m_view->plotArea().width(), 1.0));
    m_view->setReadingPosition(event.position());
    return true;
}

bool ChartNavigation::release(const QMouseEvent& event) {
    if (m_box && event.button() == m_box->button) {
        endBox(true);
        return true;
    }
    if (event.button() != Qt::LeftButton || !m_dragPosition)
        return false;
    m_dragPosition.reset();
    m_view->viewport()->unsetCursor();
    return true;
}

void ChartNavigation::pullBox(QPointF position) {
    const QRectF plot = m_view->plotArea();
    const QPointF to(std::clamp(position.x(), plot.left(), plot.right()),
                     std::clamp(position.y(), plot.top(), plot.bottom()));
    if (!m_box->area) {
        if (std::abs(to.x() - m_box->from.x()) < shortestPull)
            return;
        m_view->setReadingPosition(std::nullopt);
        m_view->viewport()->setCursor(Qt::CrossCursor);
        if (m_box->wasLive)
            m_view->freeze();
    }
    m_box->area = QRectF(m_box->from, to).normalized();
    m_view->showZoomBox(m_box->area);
}

void ChartNavigation::endBox(bool zooms) {
    const Box box = *m_box;
    m_box.reset();
    if (!box.area)
        return;
    m_view->showZoomBox(std::nullopt);
    m_view->viewport()->unsetCursor();
    if (zooms && box.area->width() >= shortestPull)
        m_view->zoomToBox(*box.area);
    else if (box.wasLive)
        m_view->backToLive();
}

bool ChartNavigation::escape() {
    if (!m_box)
        return m_view->removeCursors();
    endBox(false);
    return true;
}

bool ChartNavigation::wheel(const QWheelEvent& event) {
    const QPoint angle = event.angleDelta();
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y());
    const double delta = isSideways ? angle.x() : angle.y();
    const double notches = std::clamp(delta / 8.0 / degreesPerNotch, -mostNotches, mostNotches);
    if (isSideways || event.modifiers().testFlag(Qt::ShiftModifier))
        m_view->pan(-notches * panPerNotch);
    else
        m_view->zoom(std::pow(zoomPerNotch, -notches), event.position().x());
    return true;
}

bool ChartNavigation::controlKey(int key) {
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    m_view->stepCursor(key == Qt::Key_Left ? ChartCursors::Step::Back : ChartCursors::Step::Forward);
    return true;
}

bool ChartNavigation::key(const QKeyEvent& event) {
    if ((event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier)
        return controlKey(event.key());
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_C:
        m_view->pinCursor();
        return true;
    case Qt::Key_Escape:
        return escape();
    case Qt::Key_Space:
        m_view->timeWindow().isLive() ? m_view->freeze() : m_view->backToLive();
        return true;
    case Qt::Key_Left:
        m_view->pan(-LiveChartView::panStep);
        return true;
    case Qt::Key_Right:
        m_view->pan(LiveChartView::panStep);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view->zoom(1.0 / LiveChartView::zoomStep);
        return true;
    case Qt::Key_Minus:
        m_view->zoom(LiveChartView::zoomStep);
        return true;
    case Qt::Key_Home:
        m_view->followAll();
        return true;
    case Qt::Key_End:
        m_view->backToLive();
        return true;
    default:
        return false;
    }
}

} // namespace rillscope
