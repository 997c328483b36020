// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "ui/chart/ChannelLayers.h"
#include "ui/chart/CrosshairItem.h"

#include <QTimeZone>

#include <optional>

namespace rillscope {

/// What the crosshair says at a place, and where it stands: on the nearest sample.
struct CursorReadings {
    double x = 0.0; ///< scene coordinate
    QList<CrosshairItem::Reading> lines;
};

/// How the samples are shown that are to be read.
struct ReadingContext {
    const SampleHistory& history;
    const ChannelLayers& layers;
    const ChartPalette& palette;
    PlotMapping mapping;
    Unit unit;
    QTimeZone zone;
};

/// Reads the exact samples nearest to `wanted`, of each visible channel (eight at the most), then the time
/// and the quality of the nearest of all. Nothing when that one is not in the plot.
std::optional<CursorReadings> readCursor(Timestamp wanted, ReadingContext context);

/// "68.00 °F · 20.00 °C"; without a unit the bare number. `value` in °C, or as sent.
QString readingText(double value, Unit unit);

} // namespace rillscope
