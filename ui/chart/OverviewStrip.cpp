// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/OverviewStrip.h"

#include "ui/chart/LiveChartView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int stripHeight = 44;
constexpr int leastChartHeight = 190; ///< with a strip below it
constexpr int spareHeight = 8;        ///< so that it does not come and go with each pixel
constexpr double topMargin = 2.0;
constexpr double bottomMargin = 8.0;
constexpr double radius = 5.0;
constexpr double narrowestFrame = 10.0;
constexpr double gripReach = 6.0; ///< outside the frame
constexpr double snapReach = 2.0; ///< to the newest sample
constexpr double dimmed = 0.45;   ///< lines outside the frame
constexpr double keyStep = 0.2;   ///< of the window
constexpr int refreshPeriodMs = 250;
constexpr int stepPeriodMs = 10; ///< room for a frame of the chart

/// As the chart's window: spans can be added to it without overflow.
constexpr Timestamp latest = fromNanoseconds(4'600'000'000'000'000'000);

} // namespace

OverviewStrip::OverviewStrip(LiveChartView* chart, QWidget* parent) : QWidget(parent), m_chart(chart) {
    setObjectName(QStringLiteral("overviewStrip"));
    setAccessibleName(tr("Overview of all samples"));
    setAccessibleDescription(tr("Left and Right move the chart's time window, Home and End take it to the "
                                "first and to the newest samples"));
    setToolTip(tr("All samples, and the part that the chart shows: drag it, or its edges (Left, Right, Home, "
                  "End)"));
    setFixedHeight(stripHeight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the chart must not jump at the first sample
    setSizePolicy(policy);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshPeriodMs);
    m_stepTimer.setInterval(stepPeriodMs);
    connect(&m_timer, &QTimer::timeout, this, &OverviewStrip::beginPicture);
    connect(&m_stepTimer, &QTimer::timeout, this, &OverviewStrip::drawNextChannel);
    chart->installEventFilter(this);
    connect(chart, &LiveChartView::refreshed, this, &OverviewStrip::refreshSoon);
    connect(chart, &LiveChartView::channelsChanged, this, &OverviewStrip::refresh);
    connect(chart, &LiveChartView::channelVisibilityChanged, this, &OverviewStrip::refresh);
    connect(chart, &LiveChartView::appearanceChanged, this, &OverviewStrip::refresh);
    connect(chart, &LiveChartView::windowChanged, this, qOverload<>(&QWidget::update));
}

bool OverviewStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        const int chartHeight = m_chart->height();
        if (chartHeight < leastChartHeight)
            setFixedHeight(0);
        else if (chartHeight >= leastChartHeight + stripHeight + spareHeight)
            setFixedHeight(stripHeight);
    }
    return QWidget::eventFilter(watched, event);
}

void OverviewStrip::refreshSoon() {
    if (isHidden())
        refresh();
    else if (!m_timer.isActive() && !m_next)
        m_timer.start();
}

void OverviewStrip::refresh() {
    beginPicture();
    if (!m_next)
        return;
    while (!m_next->isComplete())
        m_next->drawNextChannel();
    showPicture();
}

void OverviewStrip::beginPicture() {
    if (m_drag) // the ground must not move under the hand
        return;
    const QRectF plot = m_chart->plotArea();
    const double shift = m_chart->mapToGlobal(QPoint()).x() - mapToGlobal(QPoint()).x();
    const QRectF area(plot.left() + shift, topMargin, plot.width(), height() - topMargin - bottomMargin);
    m_next = OverviewPicture::begin(*m_chart, area, size(), devicePixelRatioF());
    setVisible(m_next.has_value());
    m_next ? m_stepTimer.start() : m_stepTimer.stop();
}

void OverviewStrip::drawNextChannel() {
    if (m_next && !m_next->isComplete())
        m_next->drawNextChannel();
    if (m_next && m_next->isComplete())
        showPicture();
}

void OverviewStrip::showPicture() {
    m_stepTimer.stop();
    m_mapping = m_next->mapping();
    m_lines = m_next->pixmap();
    m_next.reset();
    update();
}

QRectF OverviewStrip::historyArea() const {
    return m_mapping.area;
}

QRectF OverviewStrip::windowArea() const {
    const QRectF area = m_mapping.area;
    const TimeWindow& window = m_chart->timeWindow();
    // What is newer than the last refresh lies to the right of the strip for a moment.
    const double left = std::clamp(m_mapping.x(window.begin()), area.left(), area.right());
    const double right =
        window.isLive() ? area.right() : std::clamp(m_mapping.x(window.end()), area.left(), area.right());
    const double width = std::min(std::max(right - left, narrowestFrame), area.width());
    const double begin = std::clamp((left + right - width) / 2.0, area.left(), area.right() - width);
    return QRectF(begin, area.top(), width, area.height());
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    const ChartPalette& palette = m_chart->chartPalette();
    const QRectF frame = windowArea();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.grid);
    painter.setOpacity(dimmed);
    painter.drawRoundedRect(m_mapping.area, radius, radius);
    painter.drawPixmap(QPointF(), m_lines);
    painter.setOpacity(1.0);
    painter.setBrush(palette.selection);
    painter.drawRoundedRect(frame, radius, radius);
    painter.save();
    painter.setClipRect(frame);
    painter.drawPixmap(QPointF(), m_lines);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.accent, hasFocus() ? 2.0 : 1.0));
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.accent);
    constexpr QSizeF handle(3.0, 12.0);
    for (const double x : {frame.left(), frame.right() - handle.width()})
        painter.drawRoundedRect(QRectF(QPointF(x, frame.center().y() - handle.height() / 2.0), handle), 1.5,
                                1.5);
}

void OverviewStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refreshSoon();
}

void OverviewStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::ActivationChange)
        update();
}

OverviewStrip::Grip OverviewStrip::gripAt(double x) const {
    const QRectF frame = windowArea();
    // In a narrow frame most of the room is left for moving it.
    const double inside = std::min(gripReach, frame.width() / 4.0);
    if (x < frame.left() - gripReach || x > frame.right() + gripReach)
        return Grip::None;
    if (x < frame.left() + inside)
        return Grip::Begin;
    return x > frame.right() - inside ? Grip::End : Grip::Window;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_drag)
        return;
    const double x = event->position().x();
    Grip grip = gripAt(x);
    if (grip == Grip::None) {
        beginDrag(Grip::Window, x); // from now on the ground stands still
        moveWindow(m_mapping.timeAt(x) - m_chart->timeWindow().span() / 2);
        grip = Grip::Window;
    }
    beginDrag(grip, x);
}

void OverviewStrip::beginDrag(Grip grip, double x) {
    m_stepTimer.stop();
    m_next.reset();
    const TimeWindow& window = m_chart->timeWindow();
    m_drag = Drag{grip, x, window.begin(), window.end()};
    setCursor(grip == Grip::Window ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag) {
        dragTo(event->position().x());
        return;
    }
    const Grip grip = gripAt(event->position().x());
    const bool isEdge = grip == Grip::Begin || grip == Grip::End;
    setCursor(isEdge                 ? Qt::SizeHorCursor
              : grip == Grip::Window ? Qt::OpenHandCursor
                                     : Qt::PointingHandCursor);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    m_drag.reset();
    setCursor(Qt::OpenHandCursor);
    refresh();
}

void OverviewStrip::dragTo(double x) {
    const Drag drag = *m_drag;
    // Through the mapping and not by a distance: near the far ends of time, distances overflow.
    const Duration distance = m_mapping.timeAt(x) - m_mapping.timeAt(drag.from);
    switch (drag.grip) {
    case Grip::Begin:
        resizeWindow(std::max(drag.begin, m_mapping.begin) + distance, drag.end);
        break;
    case Grip::End:
        resizeWindow(drag.begin, std::min(drag.end, m_mapping.end) + distance);
        break;
    case Grip::Window:
        moveWindow(drag.begin + distance);
        break;
    case Grip::None:
        break;
    }
}

bool OverviewStrip::reachesEnd(Timestamp time) const {
    return m_mapping.x(time) >= m_mapping.area.right() - snapReach;
}

Timestamp OverviewStrip::newest() const {
    const auto range = m_chart->history() ? m_chart->history()->timeRange() : std::nullopt;
    return range ? std::clamp(range->second, m_mapping.end, latest) : m_mapping.end;
}

void OverviewStrip::moveWindow(Timestamp begin) {
    const Duration span = m_chart->timeWindow().span();
    if (span >= m_mapping.end - m_mapping.begin) // nowhere to go
        return;
    const Timestamp bounded = std::clamp(begin, m_mapping.begin, m_mapping.end - span);
    if (reachesEnd(bounded + span))
        m_chart->showRange(newest() - span, newest());
    else
        m_chart->showRange(bounded, bounded + span);
}

void OverviewStrip::resizeWindow(Timestamp begin, Timestamp end) {
    const bool movesBegin = m_drag && m_drag->grip == Grip::Begin;
    if (movesBegin)
        begin = std::clamp(begin, m_mapping.begin, std::max(m_mapping.begin, end - TimeWindow::minimumSpan));
    const Timestamp bounded = std::max(std::min(end, m_mapping.end), begin + TimeWindow::minimumSpan);
    m_chart->showRange(begin, reachesEnd(bounded) ? newest() : bounded);
}

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return m_chart->pan(-keyStep);
    case Qt::Key_Right:
        return m_chart->pan(keyStep);
    case Qt::Key_PageUp:
        return m_chart->pan(-1.0);
    case Qt::Key_PageDown:
        return m_chart->pan(1.0);
    case Qt::Key_Home:
        return moveWindow(m_mapping.begin);
    case Qt::Key_End:
        return m_chart->backToLive();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace rillscope
