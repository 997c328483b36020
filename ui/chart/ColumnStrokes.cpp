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

    /// What neighbours have in common becomes one rectangle: a thin one costs a painter many times as much.
    void finish(std::vector<QRectF>& strokes) {
        strokes.clear();
        roundToPixels();
        for (std::size_t begin = 0; begin < m_spans.size();) {
            if (m_spans[begin].isEmpty()) {
                ++begin;
                continue;
            }
            Span common = m_spans[begin];
            std::size_t end = begin;
            for (; end < m_spans.size() && end - begin < mostNeighbours; ++end) {
                const Span next{std::max(common.top, m_spans[end].top),
                                std::min(common.bottom, m_spans[end].bottom)};
                if (next.isEmpty() || m_spans[end].isEmpty())
                    break;
                common = next;
            }
            addRectangle(strokes, begin, end, common);
            for (std::size_t i = begin; i < end; ++i) {
                addRectangle(strokes, i, i + 1, {m_spans[i].top, common.top});
                addRectangle(strokes, i, i + 1, {common.bottom, m_spans[i].bottom});
            }
            begin = end;
        }
    }

private:
    struct Span {
        double top = std::numeric_limits<double>::infinity();
        double bottom = -std::numeric_limits<double>::infinity();
        bool isEmpty() const { return top >= bottom; }
    };

    static constexpr std::size_t mostNeighbours = 16;

    /// From what is covered to rows of pixels, the end not included.
    void roundToPixels() {
        for (Span& span : m_spans) {
            const bool isVisible = span.top <= m_rows && span.bottom >= 0.0;
            const double top = std::clamp(std::floor(span.top), 0.0, m_rows - 1.0);
            const double bottom = std::clamp(std::floor(span.bottom), 0.0, m_rows - 1.0) + 1.0;
            span = isVisible ? Span{top, bottom} : Span{};
        }
    }

    void addRectangle(std::vector<QRectF>& strokes, std::size_t begin, std::size_t end, Span rows) const {
        if (rows.isEmpty())
            return;
        strokes.emplace_back(m_mapping.area.left() + static_cast<double>(begin) * m_pixel,
                             m_mapping.area.top() + rows.top * m_pixel,
                             static_cast<double>(end - begin) * m_pixel, (rows.bottom - rows.top) * m_pixel);
    }

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
