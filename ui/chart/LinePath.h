// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "core/model/Unit.h"

#include <QPolygonF>
#include <QRectF>

namespace rillscope {

/// Where event times and values lie in the plot. Values in °C (or without unit) come in and are shown in
/// `unit`.
struct PlotMapping {
    QRectF area;
    Timestamp begin;
    Timestamp end;
    double minimum = 0.0; ///< in `unit`
    double maximum = 1.0;
    Unit unit = Unit::None; ///< None: values are shown as they are

    double x(Timestamp time) const;
    double y(double value) const;
    QPointF point(const TimedValue& sample) const { return {x(sample.time), y(sample.value)}; }
    Timestamp timeAt(double x) const;
    /// As the axis says it, in `unit`.
    double shownValueAt(double y) const;

    friend bool operator==(const PlotMapping&, const PlotMapping&) = default;
};

/// What one channel's line is made of.
struct LinePath {
    QList<QPolygonF> lines; ///< unbroken stretches, clipped to the plot area
    QList<QPointF> markers; ///< the samples themselves, when they are few enough to be distinguished
};

/// Draws through the first, lowest, highest and last sample of each column, in the order of time, and breaks
/// where the history says so. Clipped here and not by the painter, because not every export format can clip.
LinePath makeLinePath(const ColumnQueryResult& columns, const PlotMapping& mapping);

} // namespace rillscope
