// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QRectF>
#include <QStringList>

#include <optional>

class QPainter;

namespace rillscope {

class LiveChartView;

/// Writes the chart as it is shown into a picture file: .png, .svg or .pdf, by the ending of `path`. All
/// formats are painted by the same items as the screen; .png has the screen's very pixels.
/// By way of writeTargetFile(): a failure leaves an older file as it was. Errors: WriteFailed.
/// Thread: GUI.
Result<void> exportChart(const LiveChartView& view, const QString& path);
/// The same in one of chartExportFormats(), whatever the name is; .png with another number of pixels to each
/// unit of length, where that is given.
Result<void> exportChart(const LiveChartView& view, const QString& path, const QString& format,
                         std::optional<double> pixelRatio = std::nullopt);

/// Paints what the chart shows into a part of a picture.
void paintChart(const LiveChartView& view, QPainter& painter, const QRectF& target);

/// What the chart shows as an SVG file.
QByteArray chartSvg(const LiveChartView& view);

/// The contents of the file that exportChart() writes, for those who may have to write it twice.
Result<QByteArray> renderChart(const LiveChartView& view, const QString& format);

/// The endings that exportChart() knows, without the dot.
QStringList chartExportFormats();

} // namespace rillscope
