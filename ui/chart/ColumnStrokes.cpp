// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ColumnStrokes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

/// In pixels from the top left of the plot. Pixels are as high as columns are wide.
struct Place {
    double x;
    double y;
};

/// Gathers what each column shows.
class StrokeCollector {
public:
    StrokeCollector(const ColumnGrid& grid, const PlotMapping& mapping)
        : m_grid(grid)
        , m_mapping(mapping)
        , m_pixel(mapping.area.width() / grid.count)
        , m_rows(std::max(1.0, std::round(mapping.area.height() / m_pixel)))
        , m_spans(static_cast<std::size_t>(grid.count)) {}

    Place place(const TimedValue& sample) const {
        std::int64_t column = 0;
        if (__builtin_sub_overflow(m_grid.columnOf(sample.time), m_grid.first, &column))
            column = m_grid.first < 0 ? std::numeric_limits<std::int64_t>::max()
                                      : std::numeric_limits<std::int64_t>::min();
        return {static_cast<double>(column) + 0.5,
                (m_mapping.y(sample.value) - m_mapping.area.top()) / m_pixel};
    }

    void cover(std::int64_t column, double y1, double y2) {
        Span& span = m_spans[static_cast<std::size_t>(column)];
        span.top = std::min({span.top, y1, y2});
        span.bottom = std::max({span.bottom, y1, y2});
    }

    /// Precondition: from.x <= to.x.
    void coverLine(Place from, Place to) {
        const double last = m_grid.count - 1;
        const auto begin = static_cast<std::int64_t>(std::clamp(std::floor(from.x), 0.0, last));
        const auto end = static_cast<std::int64_t>(std::clamp(std::floor(to.x), 0.0, last));
        const double slope = (to.y - from.y) / (to.x - from.x);
        for (std::int64_t column = begin; column <= end; ++column) {
            const auto left = static_cast<double>(column);
            const double enter = left <= from.x ? from.y : from.y + slope * (left - from.x);
            const double leave = left + 1.0 >= to.x ? to.y : from.y + slope * (left + 1.0 - from.x);
            cover(column, enter, leave);
        }
    }

    void finish(std::vector<QRectF>& strokes) const {
        strokes.clear();
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            const Span& span = m_spans[i];
            if (!(span.top <= m_rows && span.bottom >= 0.0))
                continue;
            const double top = std::clamp(std::floor(span.top), 0.0, m_rows - 1.0);
            const double bottom = std::clamp(std::floor(span.bottom), 0.0, m_rows - 1.0);
            strokes.emplace_back(m_mapping.area.left() + static_cast<double>(i) * m_pixel,
                                 m_mapping.area.top() + top * m_pixel, m_pixel,
                                 (bottom - top + 1.0) * m_pixel);
        }
    }

private:
    struct Span {
        double top = std::numeric_limits<double>::infinity();
        double bottom = -std::numeric_limits<double>::infinity();
    };

    const ColumnGrid& m_grid;
    const PlotMapping& m_mapping;
    const double m_pixel;
    const double m_rows;
    std::vector<Span> m_spans;
};

} // namespace

void makeColumnStrokes(const ColumnQueryResult& columns, const ColumnGrid& grid, const PlotMapping& mapping,
                       std::vector<QRectF>& strokes) {
    StrokeCollector collector(grid, mapping);
    const TimedValue* previous = columns.before ? &*columns.before : nullptr;
    for (const ColumnGroup& group : columns.columns) {
        if (previous && !group.breakBefore)
            collector.coverLine(collector.place(*previous), collector.place(group.first));
        collector.cover(group.column - grid.first, collector.place(group.minimum).y,
                        collector.place(group.maximum).y);
        previous = &group.last;
    }
    if (previous && columns.after && !columns.breakBeforeAfter)
        collector.coverLine(collector.place(*previous), collector.place(*columns.after));
    collector.finish(strokes);
}

} // namespace rillscope
