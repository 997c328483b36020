// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/LinePath.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace rillscope {
namespace {

constexpr double stepsPerPixel = 256.0;

/// Samples nearer to each other than this, on average, are drawn without markers.
constexpr double markerDistance = 9.0;

/// The part of the line from `from` to `to` inside `area`. Source: Liang and Barsky, ACM TOG 3(1), 1984.
std::optional<std::pair<QPointF, QPointF>> clipped(QPointF from, QPointF to, const QRectF& area) {
    const QPointF delta = to - from;
    double enter = 0.0;
    double leave = 1.0;
    const std::array<std::pair<double, double>, 4> edges{{{-delta.x(), from.x() - area.left()},
                                                          {delta.x(), area.right() - from.x()},
                                                          {-delta.y(), from.y() - area.top()},
                                                          {delta.y(), area.bottom() - from.y()}}};
    for (const auto& [direction, distance] : edges) {
        if (direction == 0.0) {
            if (distance < 0.0)
                return std::nullopt;
        } else if (direction < 0.0) {
            enter = std::max(enter, distance / direction);
        } else {
            leave = std::min(leave, distance / direction);
        }
    }
    if (enter > leave)
        return std::nullopt;
    return std::pair{enter == 0.0 ? from : from + delta * enter, leave == 1.0 ? to : from + delta * leave};
}

/// Collects points into unbroken, clipped stretches.
class Pen {
public:
    Pen(LinePath& path, const QRectF& area) : m_path(path), m_area(area) {}

    void lift() { m_isDown = false; }

    void moveTo(QPointF point) {
        if (m_isDown)
            drawTo(point);
        else if (m_area.contains(point))
            m_path.lines.append(QPolygonF{point});
        m_isDown = true;
        m_position = point;
    }

private:
    void drawTo(QPointF point) {
        if (point == m_position)
            return;
        const auto visible = clipped(m_position, point, m_area);
        if (!visible)
            return;
        if (m_path.lines.isEmpty() || m_path.lines.constLast().constLast() != visible->first)
            m_path.lines.append(QPolygonF{visible->first});
        m_path.lines.last().append(visible->second);
    }

    LinePath& m_path;
    const QRectF& m_area;
    bool m_isDown = false;
    QPointF m_position;
};

void drawGroup(Pen& pen, const ColumnGroup& group, const PlotMapping& mapping) {
    const TimedValue* early = &group.minimum;
    const TimedValue* late = &group.maximum;
    if (late->time < early->time)
        std::swap(early, late);
    pen.moveTo(mapping.point(group.first));
    pen.moveTo(mapping.point(*early));
    pen.moveTo(mapping.point(*late));
    pen.moveTo(mapping.point(group.last));
}

void addMarkers(LinePath& path, const ColumnGroup& group, const PlotMapping& mapping) {
    // Up to four samples, the group is all of them: with more, markers would claim a completeness they lack.
    QPointF previous;
    for (const TimedValue* sample : {&group.first, &group.minimum, &group.maximum, &group.last}) {
        const QPointF point = mapping.point(*sample);
        if (point != previous && mapping.area.contains(point))
            path.markers.append(point);
        previous = point;
    }
}

bool showsMarkers(const ColumnQueryResult& columns, const PlotMapping& mapping) {
    std::int64_t samples = 0;
    for (const ColumnGroup& group : columns.columns) {
        samples += group.count;
        if (group.count > 4)
            return false;
    }
    return static_cast<double>(samples) * markerDistance <= mapping.area.width();
}

} // namespace

double PlotMapping::x(Timestamp time) const {
    const auto span = static_cast<double>((end - begin).count());
    const double x = area.left() + area.width() * static_cast<double>((time - begin).count()) / span;
    // In steps far finer than a pixel, so that a picture that scrolls by whole pixels stays the same to the
    // last bit. What lies on a step is lifted off it, out of the reach of rounding errors.
    return std::floor(x * stepsPerPixel + 1e-5) / stepsPerPixel;
}

double PlotMapping::y(double value) const {
    const double shown = fromCelsius(value, unit);
    // Halves, because the difference of two large values would overflow.
    const double exact = (shown / 2.0 - minimum / 2.0) / (maximum / 2.0 - minimum / 2.0);
    // Far outside is far enough: beyond this, coordinates lose their precision in the painter.
    const double part = std::clamp(exact, -1e4, 1e4);
    return area.bottom() - area.height() * part;
}

Timestamp PlotMapping::timeAt(double x) const {
    const double part = (x - area.left()) / std::max(area.width(), 1.0);
    return begin + saturatedNanoseconds(static_cast<double>((end - begin).count()) * part);
}

double PlotMapping::shownValueAt(double y) const {
    return std::lerp(minimum, maximum, (area.bottom() - y) / std::max(area.height(), 1.0));
}

LinePath makeLinePath(const ColumnQueryResult& columns, const PlotMapping& mapping) {
    LinePath path;
    Pen pen(path, mapping.area);
    if (columns.before)
        pen.moveTo(mapping.point(*columns.before));
    for (const ColumnGroup& group : columns.columns) {
        if (group.breakBefore)
            pen.lift();
        drawGroup(pen, group, mapping);
    }
    if (columns.after && !columns.breakBeforeAfter)
        pen.moveTo(mapping.point(*columns.after));
    if (showsMarkers(columns, mapping)) {
        for (const ColumnGroup& group : columns.columns)
            addMarkers(path, group, mapping);
    }
    return path;
}

} // namespace rillscope
