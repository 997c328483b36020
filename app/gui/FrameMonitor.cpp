// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FrameMonitor.h"

#include "ui/chart/LiveChartView.h"
#include "ui/chart/PerformanceOverlay.h"

namespace rillscope {

FrameMonitor::FrameMonitor(Session& session, LiveChartView& chart, const Clock& clock)
    : m_session(session)
    , m_chart(chart)
    , m_clock(clock)
    , m_statistics(clock)
    , m_overlay(new PerformanceOverlay(&chart)) {
    connect(&chart, &LiveChartView::aboutToPaint, this, [this] { m_statistics.beginPaint(); });
    connect(&chart, &LiveChartView::painted, this, [this] { m_statistics.endPaint(); });
}

void FrameMonitor::draw(const FrameBeat& beat) {
    m_statistics.beginBeat(beat);
    // Taken before the history is asked, so that the picture shows all of them.
    const QList<Timestamp> arrivals = m_session.takeArrivals();
    if (m_chart.timeWindow().isLive())
        m_statistics.addArrivals(arrivals);
    m_statistics.endBeat(m_chart.refresh());
}

void FrameMonitor::updateOverlay(double samplesPerSecond) {
    const Duration now = m_clock.monotonic();
    if (!m_overlay->isVisible() || now - m_lastUpdate < interval)
        return;
    m_lastUpdate = now;
    m_overlay->setCorner(m_chart.plotArea().topLeft().toPoint() + QPoint(8, 8));
    const CaptureStatus capture = m_session.captureStatus();
    m_overlay->setFigures({.frames = m_statistics.summary(),
                           .visibleSamples = m_chart.visibleSampleCount(),
                           .samplesPerSecond = samplesPerSecond,
                           .captureLag = capture.state == CaptureStatus::State::Off
                                             ? std::nullopt
                                             : std::optional(capture.lag)});
}

void FrameMonitor::setOverlayVisible(bool visible) {
    m_overlay->setCorner(m_chart.plotArea().topLeft().toPoint() + QPoint(8, 8));
    m_overlay->setVisible(visible);
}

void FrameMonitor::setChartPalette(const ChartPalette& palette) {
    m_overlay->setChartPalette(palette);
}

} // namespace rillscope
