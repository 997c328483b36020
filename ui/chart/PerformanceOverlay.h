// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartPalette.h"
#include "ui/chart/FrameStatistics.h"

#include <QWidget>

#include <optional>

namespace rillscope {

/// A small box in the corner of a chart that says how well the drawing keeps up. A widget over the view and
/// no item of its scene, so that it is in no export. Thread: GUI.
class PerformanceOverlay : public QWidget {
    Q_OBJECT

public:
    struct Figures {
        FrameStatistics::Summary frames;
        std::int64_t visibleSamples = 0;
        double samplesPerSecond = 0.0;
        std::optional<Duration> captureLag = {}; ///< see CaptureStatus; none: nothing is captured
    };

    /// `chart`: what it lies over, in the top left corner of the plot, `corner` from the widget's.
    explicit PerformanceOverlay(QWidget* chart);

    void setChartPalette(const ChartPalette& palette);
    void setCorner(QPoint corner);
    void setFigures(const Figures& figures);

    /// A line each: name and figure, with a tab between them.
    const QStringList& lines() const { return m_lines; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    ChartPalette m_palette;
    QStringList m_lines;
};

} // namespace rillscope
