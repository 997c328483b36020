// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/LinePath.h"

#include <QPixmap>

#include <optional>
#include <vector>

namespace rillscope {

class LiveChartView;

/// The whole history of a chart's visible channels, small: an envelope of one column to one or two pixels. It
/// is drawn channel by channel, so that no frame of the chart waits for all of them: a channel of four
/// million samples takes 1 to 3 ms. Thread: GUI.
class OverviewPicture {
public:
    /// Begins a picture of all samples there are now, with the lines in `area`; nothing without a sample.
    /// The chart must outlive it, and must keep its history until it is complete.
    static std::optional<OverviewPicture> begin(const LiveChartView& chart, const QRectF& area, QSize size,
                                                double pixelRatio);

    bool isComplete() const { return m_channels.empty(); }
    void drawNextChannel();

    /// From the first sample to the newest.
    const PlotMapping& mapping() const { return m_mapping; }
    const QPixmap& pixmap() const { return m_pixmap; }

private:
    OverviewPicture(const LiveChartView& chart, const PlotMapping& mapping, const QPixmap& pixmap);

    void chooseChannels();
    void chooseGrid();

    const LiveChartView* m_chart;
    PlotMapping m_mapping;
    ColumnGrid m_grid;
    QPixmap m_pixmap;
    std::vector<int> m_channels; ///< still to be drawn, the next one last
};

} // namespace rillscope
