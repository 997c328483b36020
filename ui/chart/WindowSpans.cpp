// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/WindowSpans.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

/// Columns left of the grid that are looked at, too, so that what is decided there is decided out of sight.
constexpr std::int64_t marginColumns = 2;

Timestamp beginWithMargin(const ColumnGrid& grid) {
    return ColumnGrid{grid.width, grid.first - marginColumns, 1}.begin();
}

/// The lesser, or the one that is a number.
double lesser(double left, double right) {
    return std::fmin(left, right);
}

double greater(double left, double right) {
    return std::fmax(left, right);
}

double finiteOrNone(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

WindowSpan spanOf(const WindowRow& row, const WindowSeriesInfo& info) {
    WindowSpan span;
    const double low = row.value(Aggregate::Minimum);
    const double high = row.value(Aggregate::Maximum);
    if (std::isfinite(low) && std::isfinite(high)) {
        span.low = low;
        span.high = high;
    }
    if (const auto aggregate = lineAggregate(info.aggregates))
        span.lineFirst = span.lineLast = span.lineLow = span.lineHigh = finiteOrNone(row.value(*aggregate));
    return span;
}

void include(WindowSpan& span, const WindowSpan& other) {
    span.low = lesser(span.low, other.low);
    span.high = greater(span.high, other.high);
    span.lineLow = lesser(span.lineLow, other.lineLow);
    span.lineHigh = greater(span.lineHigh, other.lineHigh);
    span.lineLast = other.lineLast;
}

} // namespace

std::optional<Aggregate> lineAggregate(const QList<Aggregate>& aggregates) {
    for (const Aggregate aggregate :
         {Aggregate::Mean, Aggregate::P50, Aggregate::Last, Aggregate::First, Aggregate::Maximum,
          Aggregate::Minimum, Aggregate::P90, Aggregate::P99}) {
        if (aggregates.contains(aggregate))
            return aggregate;
    }
    return std::nullopt;
}

bool WindowSpans::restart(const ColumnGrid& grid) {
    const bool hadSpans = !m_spans.empty();
    m_spans.clear();
    m_width = grid.width;
    m_from = beginWithMargin(grid);
    m_scannedTo = m_from;
    return hadSpans;
}

void WindowSpans::forgetBefore(const ColumnGrid& grid) {
    m_from = beginWithMargin(grid);
    const std::int64_t column = grid.first - marginColumns;
    const auto kept = std::find_if(m_spans.begin(), m_spans.end(),
                                   [column](const WindowSpan& span) { return span.end > column; });
    m_spans.erase(m_spans.begin(), kept);
}

bool WindowSpans::update(const WindowSeries& series, const ColumnGrid& grid, Timestamp limit,
                         qsizetype& budget) {
    const bool goesOn = grid.width == m_width && beginWithMargin(grid) >= m_from &&
                        grid.begin() <= m_scannedTo && m_scannedTo <= limit;
    bool isChanged = false;
    if (goesOn)
        forgetBefore(grid);
    else
        isChanged = restart(grid);
    m_isComplete = true;
    for (qsizetype index = series.firstEndingAfter(m_scannedTo); index < series.size(); ++index) {
        const WindowRow& row = series.row(index);
        if (row.end > limit || std::max(row.start, m_scannedTo) >= grid.end())
            break;
        if (budget == 0) {
            m_isComplete = false;
            break;
        }
        --budget;
        add(row, series.info(), grid);
        isChanged = true;
    }
    return isChanged;
}

void WindowSpans::add(const WindowRow& row, const WindowSeriesInfo& info, const ColumnGrid& grid) {
    if (row.end <= m_scannedTo)
        return; // fired early, out of its order
    const Timestamp left = std::max(row.start, m_scannedTo);
    const bool touches = left == m_scannedTo && !m_spans.empty();
    m_scannedTo = row.end;
    const std::int64_t begin = grid.columnOf(left);
    const std::int64_t end = grid.columnOf(row.end);
    const std::int64_t free = m_spans.empty() ? begin : std::max(begin, m_spans.back().end);
    WindowSpan span = spanOf(row, info);
    if (end <= free && free > begin) {
        include(m_spans.back(), span);
        return;
    }
    span.first = free;
    span.end = std::max(end, free + 1);
    span.isJoined = touches && m_spans.back().end == free;
    m_spans.push_back(span);
}

} // namespace rillscope
