// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/OverviewPicture.h"

#include "ui/chart/Envelope.h"
#include "ui/chart/LiveChartView.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr double linePadding = 3.0;  ///< between lines and the area's edges
constexpr double coarseColumn = 2.0; ///< in pixels, when several channels are drawn
constexpr Duration shortestHistory = std::chrono::microseconds(1);

/// As the chart's window: far enough inside the range of int64 that spans can be added without overflow.
constexpr Timestamp earliest = fromNanoseconds(-4'600'000'000'000'000'000);
constexpr Timestamp latest = fromNanoseconds(4'600'000'000'000'000'000);

} // namespace

std::optional<OverviewPicture> OverviewPicture::begin(const LiveChartView& chart, const QRectF& area,
                                                      QSize size, double pixelRatio) {
    const auto range = chart.history() ? chart.history()->timeRange() : std::nullopt;
    if (!range || size.isEmpty() || area.isEmpty()) // folded away in a low window
        return std::nullopt;
    PlotMapping mapping;
    mapping.area = area;
    mapping.begin = std::clamp(range->first, earliest, latest - shortestHistory);
    mapping.end = std::clamp(range->second, mapping.begin + shortestHistory, latest);
    QPixmap pixmap(size * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    return OverviewPicture(chart, mapping, pixmap);
}

OverviewPicture::OverviewPicture(const LiveChartView& chart, const PlotMapping& mapping,
                                 const QPixmap& pixmap)
    : m_chart(&chart), m_mapping(mapping), m_pixmap(pixmap) {
    chooseChannels();
    chooseGrid();
}

void OverviewPicture::chooseChannels() {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (int channel = m_chart->channelCount() - 1; channel >= 0; --channel) {
        if (!m_chart->isChannelVisible(channel))
            continue;
        const RunningStatistics all = m_chart->history()->channel(channel).statistics();
        if (all.count() == 0)
            continue;
        lowest = std::min(lowest, fromCelsius(all.minimum(), m_chart->shownUnit(channel)));
        highest = std::max(highest, fromCelsius(all.maximum(), m_chart->shownUnit(channel)));
        m_channels.push_back(channel);
    }
    constexpr double largest = std::numeric_limits<double>::max();
    const double flat = highest > lowest ? 0.0 : std::max(1.0, std::abs(lowest));
    m_mapping.minimum = std::max(lowest - flat, -largest);
    m_mapping.maximum = std::min(highest + flat, largest);
}

void OverviewPicture::chooseGrid() {
    const double column = m_channels.size() > 1 ? coarseColumn : 1.0;
    m_grid.count = std::max(2, static_cast<int>(m_mapping.area.width() / column));
    m_grid.width = (m_mapping.end - m_mapping.begin) / (m_grid.count - 1) + Duration{1};
    m_grid.first = m_grid.columnOf(m_mapping.begin);
}

void OverviewPicture::drawNextChannel() {
    const int channel = m_channels.back();
    m_channels.pop_back();
    PlotMapping mapping = m_mapping;
    mapping.area.adjust(0.0, linePadding, 0.0, -linePadding);
    mapping.begin = m_grid.begin();
    mapping.end = m_grid.end();
    mapping.unit = m_chart->shownUnit(channel);
    QPainter painter(&m_pixmap);
    paintEnvelope(painter, m_chart->history()->channel(channel).query(m_grid), m_grid, mapping,
                  m_chart->chartPalette().seriesPen(channel).color());
}

} // namespace rillscope
