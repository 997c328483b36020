// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "ui/chart/FrameStatistics.h"

namespace rillscope {

class LiveChartView;
class PerformanceOverlay;
struct ChartPalette;

/// Draws the frames of the chart and keeps their account; shows it in the performance overlay when asked to.
/// Thread: GUI.
class FrameMonitor : public QObject {
    Q_OBJECT

public:
    FrameMonitor(Session& session, LiveChartView& chart, const Clock& clock);

    /// Brings the chart up to date, at a beat of the frame clock.
    void draw(const FrameBeat& beat);
    /// Twice a second at most, and only while the overlay is shown.
    void updateOverlay(double samplesPerSecond);
    void setOverlayVisible(bool visible);
    void setChartPalette(const ChartPalette& palette);

    const FrameStatistics& statistics() const { return m_statistics; }

private:
    static constexpr Duration interval = std::chrono::milliseconds(500);

    Session& m_session;
    LiveChartView& m_chart;
    const Clock& m_clock;
    FrameStatistics m_statistics;
    PerformanceOverlay* m_overlay; ///< a child of the chart
    Duration m_lastUpdate{};
};

} // namespace rillscope
