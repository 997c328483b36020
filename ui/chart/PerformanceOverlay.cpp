// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/PerformanceOverlay.h"

#include "ui/text/NumberFormat.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int padding = 9;
constexpr int columnGap = 14;
constexpr int cornerRadius = 7;

QString milliseconds(Duration duration) {
    return QLocale().toString(toSeconds(duration) * 1e3, 'f', 1);
}

} // namespace

PerformanceOverlay::PerformanceOverlay(QWidget* chart) : QWidget(chart) {
    setObjectName(QStringLiteral("performanceOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // or each of its updates would cost a frame of the chart below
    setFigures({});
    hide();
}

void PerformanceOverlay::setChartPalette(const ChartPalette& palette) {
    m_palette = palette;
    update();
}

void PerformanceOverlay::setCorner(QPoint corner) {
    move(corner);
}

void PerformanceOverlay::setFigures(const Figures& figures) {
    const FrameStatistics::Summary& frames = figures.frames;
    const auto percentiles = [](Duration median, Duration ninetyNinth) {
        return tr("%1 · %2 ms").arg(milliseconds(median), milliseconds(ninetyNinth));
    };
    const NumberFormat format;
    const auto line = [](const QString& name, const QString& figure) { return name + u'\t' + figure; };
    const QStringList lines{
        line(tr("Frame, p50 · p99"), percentiles(frames.frameMedian, frames.frameNinetyNinth)),
        line(tr("Frames"), tr("%1 /s").arg(QLocale().toString(frames.framesPerSecond, 'f', 1))),
        line(tr("Missed"), tr("%1 %").arg(QLocale().toString(frames.missedPart * 100.0, 'f', 1))),
        line(tr("Display latency, p50 · p99"),
             frames.hasLatency ? percentiles(frames.latencyMedian, frames.latencyNinetyNinth)
                               : QStringLiteral("–")),
        line(tr("Visible samples"), format.count(figures.visibleSamples)),
        line(tr("Samples"), tr("%1 /s").arg(format.rate(figures.samplesPerSecond))),
        line(tr("Oldest not on disk"),
             figures.captureLag ? tr("%1 ms").arg(milliseconds(*figures.captureLag)) : QStringLiteral("–"))};
    if (lines == m_lines)
        return;
    m_lines = lines;
    setAccessibleName(
        tr("Performance: %1").arg(QString(lines.join(QStringLiteral(", "))).replace(u'\t', u' ')));
    resize(sizeHint());
    update();
}

QSize PerformanceOverlay::sizeHint() const {
    const QFontMetrics metrics(font());
    int names = 0;
    int figures = 0;
    for (const QString& line : m_lines) {
        names = std::max(names, metrics.horizontalAdvance(line.section(u'\t', 0, 0)));
        figures = std::max(figures, metrics.horizontalAdvance(line.section(u'\t', 1)));
    }
    // Never narrower than the longest usual figures, or the box would twitch.
    figures = std::max(figures, metrics.horizontalAdvance(QStringLiteral("00.0 · 00.0 ms")));
    return QSize(names + columnGap + figures + 2 * padding,
                 static_cast<int>(m_lines.size()) * metrics.lineSpacing() + 2 * padding);
}

void PerformanceOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_palette.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_palette.line, 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    const int height = QFontMetrics(font()).lineSpacing();
    QRect row(padding, padding, width() - 2 * padding, height);
    for (const QString& line : std::as_const(m_lines)) {
        painter.setPen(m_palette.dim);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.section(u'\t', 0, 0));
        painter.setPen(m_palette.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.section(u'\t', 1));
        row.translate(0, height);
    }
}

void PerformanceOverlay::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        resize(sizeHint());
}

} // namespace rillscope
