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
        if (!m_view->plotArea().contains(static_cast<QMouseEvent*>(event)->position()))
            return false;
        m_view->backToLive();
        return true;
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave:
        m_view->setReadingPosition(std::nullopt);
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool ChartNavigation::press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton)
        return false;
    if (const auto channel = m_view->legend().channelAt(event.position())) {
        m_view->setChannelVisible(*channel, !m_view->isChannelVisible(*channel));
        return true;
    }
    if (!m_view->plotArea().contains(event.position()))
        return false;
    m_dragPosition = event.position();
    m_view->viewport()->setCursor(Qt::ClosedHandCursor);
    m_view->setFocus(Qt::MouseFocusReason);
    return true;
}

bool ChartNavigation::move(const QMouseEvent& event) {
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
    if (event.button() != Qt::LeftButton || !m_dragPosition)
        return false;
    m_dragPosition.reset();
    m_view->viewport()->unsetCursor();
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

bool ChartNavigation::key(const QKeyEvent& event) {
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (event.key()) {
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
