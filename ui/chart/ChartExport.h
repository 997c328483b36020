// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace rillscope {

class LiveChartView;

/// Writes the chart as it is shown into a picture file: .png (twice the size on screen), .svg or .pdf, by the
/// ending of `path`. All formats are painted by the same items as the screen.
/// By way of writeTargetFile(): a failure leaves an older file as it was. Errors: WriteFailed.
/// Thread: GUI.
Result<void> exportChart(const LiveChartView& view, const QString& path);
/// The same in one of chartExportFormats(), whatever the name is.
Result<void> exportChart(const LiveChartView& view, const QString& path, const QString& format);

/// Paints what the chart shows into a part of a picture.
void paintChart(const LiveChartView& view, QPainter& painter, const QRectF& target);

/// What the chart shows as an SVG file.
QByteArray chartSvg(const LiveChartView& view);

/// The contents of the file that exportChart() writes, for those who may have to write it twice.
Result<QByteArray> renderChart(const LiveChartView& view, const QString& format);

/// The endings that exportChart() knows, without the dot.
QStringList chartExportFormats();

} // namespace rillscope
