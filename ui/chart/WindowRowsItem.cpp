// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/WindowRowsItem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr float bandOpacity = 0.17F;
constexpr double lineWidth = 2.0;

/// Places rectangles of whole pixels in the plot, and cuts them to it.
class PixelPlot {
public:
    PixelPlot(const ColumnGrid& grid, const PlotMapping& mapping)
        : m_grid(grid)
        , m_mapping(mapping)
        , m_pixel(mapping.area.width() / grid.count)
        , m_rows(std::max(1.0, std::round(mapping.area.height() / m_pixel)))
        , m_thickness(std::max(1.0, std::round(lineWidth / m_pixel))) {}

    double thickness() const { return m_thickness; }

    /// Columns from the left edge of the plot, held at its edges.
    double column(std::int64_t column) const {
        return static_cast<double>(std::clamp(column, m_grid.first, m_grid.first + m_grid.count) -
                                   m_grid.first);
    }

    bool begins(std::int64_t column) const { return column >= m_grid.first; }

    /// The row of pixels that a value lies in, from the top.
    double row(double value) const {
        return std::floor((m_mapping.y(value) - m_mapping.area.top()) / m_pixel);
    }

    void add(double left, double right, double top, double bottom, std::vector<QRectF>& rectangles) const {
        left = std::max(left, 0.0);
        right = std::min(right, static_cast<double>(m_grid.count));
        top = std::max(top, 0.0);
        bottom = std::min(bottom, m_rows);
        if (left < right && top < bottom)
            rectangles.emplace_back(m_mapping.area.left() + left * m_pixel,
                                    m_mapping.area.top() + top * m_pixel, (right - left) * m_pixel,
                                    (bottom - top) * m_pixel);
    }

private:
    const ColumnGrid& m_grid;
    const PlotMapping& m_mapping;
    const double m_pixel;
    const double m_rows;
    const double m_thickness;
};

void addLine(const WindowSpan& span, const WindowSpan* previous, const PixelPlot& plot,
             std::vector<QRectF>& lines) {
    if (std::isnan(span.lineLow))
        return;
    const double above = std::floor(plot.thickness() / 2.0);
    const double below = plot.thickness() - above;
    const double left = plot.column(span.first);
    plot.add(left, plot.column(span.end), plot.row(span.lineHigh) - above, plot.row(span.lineLow) + below,
             lines);
    if (!previous || !span.isJoined || !plot.begins(span.first) || std::isnan(previous->lineLast) ||
        std::isnan(span.lineFirst))
        return;
    const double from = plot.row(previous->lineLast);
    const double to = plot.row(span.lineFirst);
    if (from != to)
        plot.add(left - above, left + below, std::min(from, to) - above, std::max(from, to) + below, lines);
}

} // namespace

WindowRowsItem::WindowRowsItem(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(2.5); // over the lines, under the marks
}

WindowRowsItem::Series WindowRowsItem::makeSeries(const std::vector<WindowSpan>& spans,
                                                  const ColumnGrid& grid, const PlotMapping& mapping) {
    Series series;
    const PixelPlot plot(grid, mapping);
    const WindowSpan* previous = nullptr;
    for (const WindowSpan& span : spans) {
        const WindowSpan* before = std::exchange(previous, &span);
        if (span.end <= grid.first || span.first >= grid.first + grid.count)
            continue;
        if (!std::isnan(span.low))
            plot.add(plot.column(span.first), plot.column(span.end), plot.row(span.high),
                     plot.row(span.low) + 1.0, series.bands);
        addLine(span, before, plot, series.lines);
    }
    return series;
}

void WindowRowsItem::setSeries(std::vector<Series> series, const QRectF& area) {
    if (m_area != area) {
        prepareGeometryChange();
        m_area = area;
    }
    if (series.empty() && m_series.empty())
        return;
    m_series = std::move(series);
    update();
}

void WindowRowsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Series& series : m_series) {
        QColor faint = series.bandColor;
        faint.setAlphaF(bandOpacity);
        for (const QRectF& band : series.bands)
            painter->fillRect(band, faint);
    }
    for (const Series& series : m_series) {
        for (const QRectF& line : series.lines)
            painter->fillRect(line, series.lineColor);
    }
}

} // namespace rillscope
