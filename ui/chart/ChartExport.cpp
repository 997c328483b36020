// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartExport.h"

#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "ui/chart/LiveChartView.h"

#include <QBuffer>
#include <QFileInfo>
#include <QGraphicsScene>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace rillscope {
namespace {

constexpr double dotsPerInch = 96.0;

/// The part of the scene that the view shows.
QRectF sourceArea(const LiveChartView& view) {
    return QRectF(QPointF(0, 0), QSizeF(view.viewport()->size()));
}

void paintChartOn(QPaintDevice& device, const LiveChartView& view, const QRectF& target) {
    QPainter painter(&device);
    paintChart(view, painter, target);
}

void setResolution(QImage& image, double perInch) {
    image.setDotsPerMeterX(static_cast<int>(std::lround(perInch / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
}

Result<QByteArray> renderPng(const LiveChartView& view, double pixelRatio) {
    const QSizeF size = sourceArea(view).size();
    QImage image((size * pixelRatio).toSize(), QImage::Format_RGB32);
    // As the screen is: a ratio of pixels, and the screen's resolution. A resolution of the picture's own
    // would give fonts another size than their places were computed for.
    image.setDevicePixelRatio(pixelRatio);
    setResolution(image, view.logicalDpiX());
    paintChartOn(image, view, QRectF(QPointF(0, 0), size));
    setResolution(image, dotsPerInch * pixelRatio); // for those who print it
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failure(ErrorCode::WriteFailed, QString(),
                       Message(QT_TRANSLATE_NOOP("Message", "the picture could not be encoded")));
    return bytes;
}

Result<QByteArray> renderPdf(const LiveChartView& view) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return failure(ErrorCode::WriteFailed, QString(), Message::verbatim(buffer.errorString()));
    const QSizeF size = sourceArea(view).size();
    QPdfWriter writer(&buffer);
    writer.setTitle(QStringLiteral("Rillscope"));
    writer.setResolution(static_cast<int>(dotsPerInch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setPageSize(
        QPageSize(size * 72.0 / dotsPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch));
    paintChartOn(writer, view, QRectF(QPointF(0, 0), size));
    buffer.close();
    return bytes;
}

Result<QByteArray> render(const LiveChartView& view, const QString& format, double pixelRatio) {
    if (format == QLatin1String("png"))
        return renderPng(view, pixelRatio);
    if (format == QLatin1String("svg"))
        return chartSvg(view);
    if (format == QLatin1String("pdf"))
        return renderPdf(view);
    return failure(ErrorCode::WriteFailed, QString(),
                   Message(QT_TRANSLATE_NOOP("Message", "the name must end in .png, .svg or .pdf")));
}

} // namespace

Result<void> exportChart(const LiveChartView& view, const QString& path) {
    return exportChart(view, path, QFileInfo(path).suffix().toLower());
}

Result<void> exportChart(const LiveChartView& view, const QString& path, const QString& format,
                         std::optional<double> pixelRatio) {
    const auto bytes = render(view, format, pixelRatio.value_or(view.devicePixelRatioF()));
    if (!bytes)
        return failure(bytes.error().code, path, bytes.error().detail);
    return writeTargetFile(path, *bytes);
}

void paintChart(const LiveChartView& view, QPainter& painter, const QRectF& target) {
    painter.setRenderHints(view.renderHints()); // as on the screen; items add what they need
    painter.fillRect(target, view.backgroundBrush());
    view.scene()->render(&painter, target, sourceArea(view));
}

QByteArray chartSvg(const LiveChartView& view) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(view.viewport()->size());
    generator.setViewBox(sourceArea(view));
    generator.setResolution(static_cast<int>(dotsPerInch));
    generator.setTitle(QStringLiteral("Rillscope"));
    paintChartOn(generator, view, sourceArea(view));
    return bytes;
}

Result<QByteArray> renderChart(const LiveChartView& view, const QString& format) {
    return render(view, format, view.devicePixelRatioF());
}

QStringList chartExportFormats() {
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

} // namespace rillscope
