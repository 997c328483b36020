// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HistogramView.h"

#include "ui/text/AxisTicks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rillscope {
namespace {

constexpr int plotHeight = 72;
constexpr int axisGap = 4; ///< between axis and labels
constexpr int mostTicks = 7;
constexpr int labelPixels = 11;

QColor orFrom(const QPalette& palette, const QColor& color, QPalette::ColorRole role) {
    return color.isValid() ? color : palette.color(role);
}

QFont labelFont(QFont font) {
    font.setPixelSize(labelPixels);
    return font;
}

} // namespace

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setColors({});
    describe();
}

bool HistogramView::setPicture(const HistogramPicture& picture) {
    if (picture == m_picture)
        return false;
    m_picture = picture;
    if (m_pointed && *m_pointed >= picture.histogram.counts.size())
        m_pointed.reset();
    describe();
    update();
    return true;
}

void HistogramView::setColors(const PanelColors& colors) {
    m_colors = colors;
    m_colors.dim = orFrom(palette(), colors.dim, QPalette::PlaceholderText);
    m_colors.accent = orFrom(palette(), colors.accent, QPalette::Highlight);
    m_colors.line = orFrom(palette(), colors.line, QPalette::Mid);
    m_colors.bar = orFrom(palette(), colors.bar, QPalette::Mid);
    m_colors.curve = orFrom(palette(), colors.curve, QPalette::WindowText);
    update();
}

int HistogramView::labelHeight() const {
    return QFontMetrics(labelFont(font())).height();
}

int HistogramView::barsHeight() const {
    return height() - labelHeight() - axisGap;
}

QSize HistogramView::sizeHint() const {
    return {200, plotHeight + axisGap + labelHeight()};
}

QSize HistogramView::minimumSizeHint() const {
    return {80, sizeHint().height()};
}

double HistogramView::position(double value) const {
    const Histogram& histogram = m_picture.histogram;
    const double first = histogram.edges.front();
    const double last = histogram.edges.back();
    const double share = histogram.isLogarithmic ? std::log(value / first) / std::log(last / first)
                                                 : (value - first) / (last - first);
    return share * width();
}

double HistogramView::edgeX(std::size_t edge) const {
    return position(m_picture.histogram.edges.at(edge));
}

std::optional<std::size_t> HistogramView::binAt(int x) const {
    for (std::size_t bin = 0; bin < m_picture.histogram.counts.size(); ++bin) {
        if (x >= std::round(edgeX(bin)) && x < std::round(edgeX(bin + 1)))
            return bin;
    }
    return std::nullopt;
}

double HistogramView::largestCount() const {
    double largest = 1.0;
    for (const std::int64_t count : m_picture.histogram.counts)
        largest = std::max(largest, static_cast<double>(count));
    for (const double count : m_picture.expected)
        largest = std::max(largest, count);
    return largest;
}

void HistogramView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(labelFont(font()));
    if (m_picture.histogram.counts.empty()) {
        painter.setPen(m_colors.dim);
        painter.drawText(rect(), Qt::AlignCenter, tr("No samples yet"));
        return;
    }
    paintBars(painter);
    paintCurve(painter);
    paintAxis(painter);
}

void HistogramView::paintBars(QPainter& painter) const {
    const Histogram& histogram = m_picture.histogram;
    const double height = barsHeight() / largestCount();
    const int gap = width() / static_cast<int>(histogram.counts.size()) >= 4 ? 1 : 0;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const int left = static_cast<int>(std::round(edgeX(bin)));
        const int right = static_cast<int>(std::round(edgeX(bin + 1)));
        const double exact = static_cast<double>(histogram.counts[bin]) * height;
        // A single value must not vanish beside a thousand.
        const int bar = exact > 0.0 ? std::max(1, static_cast<int>(std::round(exact))) : 0;
        const QColor color = bin == m_pointed ? m_colors.accent : m_colors.bar;
        painter.fillRect(left, barsHeight() - bar, std::max(1, right - left - gap), bar, color);
    }
}

void HistogramView::paintCurve(QPainter& painter) const {
    if (m_picture.expected.size() != m_picture.histogram.counts.size())
        return;
    const double height = (barsHeight() - 1) / largestCount();
    QPolygonF curve;
    for (std::size_t bin = 0; bin < m_picture.expected.size(); ++bin)
        curve.append({(edgeX(bin) + edgeX(bin + 1)) / 2.0, barsHeight() - m_picture.expected[bin] * height});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colors.curve, 1.5));
    painter.drawPolyline(curve);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void HistogramView::paintAxis(QPainter& painter) const {
    painter.fillRect(0, barsHeight(), width(), 1, m_colors.line);
    painter.setPen(m_colors.dim);
    const QFontMetrics metrics = painter.fontMetrics();
    int taken = -1; // no two labels may touch
    for (const Tick& tick : ticks()) {
        const double place = std::round(position(tick.value));
        if (!(place >= 0.0 && place <= width())) // neither is a place that is no number
            continue;
        const int x = static_cast<int>(place);
        const int length = metrics.horizontalAdvance(tick.text);
        const int left = std::clamp(x - length / 2, 0, std::max(0, width() - length));
        if (left <= taken)
            continue;
        painter.fillRect(std::min(x, width() - 1), barsHeight(), 1, 3, m_colors.dim);
        painter.drawText(left, height() - metrics.descent(), tick.text);
        taken = left + length + metrics.averageCharWidth();
    }
}

QList<HistogramView::Tick> HistogramView::ticks() const {
    if (m_picture.histogram.counts.size() == 1) {
        const double middle = std::midpoint(m_picture.histogram.edges[0], m_picture.histogram.edges[1]);
        const double width = m_picture.histogram.edges[1] - m_picture.histogram.edges[0];
        const int decimals = decimalsOfStep(niceStep(width * m_picture.factor, 1) / 10.0);
        const QString text = m_format.number(middle * m_picture.factor, decimals);
        return {{middle, QStringLiteral("%1 %2").arg(text, m_picture.unit).trimmed()}};
    }
    if (m_picture.histogram.isLogarithmic)
        return decadeTicks();
    const double factor = m_picture.factor;
    const double first = m_picture.histogram.edges.front() * factor;
    const double last = m_picture.histogram.edges.back() * factor;
    const double step = niceStep(last - first, mostTicks);
    QList<Tick> ticks;
    double place = std::ceil(first / step);
    for (int i = 0; i <= mostTicks && place * step <= last; ++i, ++place)
        ticks.append({place * step / factor, m_format.number(place * step, decimalsOfStep(step))});
    // Few of them name the unit, and the first is the one that is always there.
    if (!ticks.isEmpty() && !m_picture.unit.isEmpty())
        ticks.first().text += u' ' + m_picture.unit;
    return ticks;
}

QList<HistogramView::Tick> HistogramView::decadeTicks() const {
    const double first = std::log10(m_picture.histogram.edges.front() * m_picture.factor);
    const double last = std::log10(m_picture.histogram.edges.back() * m_picture.factor);
    const double step = std::max(1.0, std::ceil((last - first) / mostTicks));
    QList<Tick> ticks;
    for (double place = std::ceil(first); place <= last; place += step) {
        const double shown = std::pow(10.0, place);
        ticks.append({shown / m_picture.factor, m_format.number(shown, decimalsOfStep(shown))});
    }
    if (!ticks.isEmpty() && !m_picture.unit.isEmpty())
        ticks.first().text += u' ' + m_picture.unit;
    return ticks;
}

/// With as many digits as tell neighbours apart.
QString HistogramView::edgeText(double edge) const {
    const auto& edges = m_picture.histogram.edges;
    const double width = m_picture.histogram.isLogarithmic
                             ? edge * (edges[1] / edges[0] - 1.0)
                             : (edges.back() - edges.front()) / static_cast<double>(edges.size() - 1);
    const double step = width * m_picture.factor;
    const bool isRound = std::abs(step - niceStep(step, 1)) < 1e-6 * step;
    return m_format.number(edge * m_picture.factor, decimalsOfStep(isRound ? step : step / 10.0));
}

QString HistogramView::binText(std::size_t bin) const {
    const Histogram& histogram = m_picture.histogram;
    const std::int64_t total = histogram.total();
    const double percent = 100.0 * static_cast<double>(histogram.counts.at(bin)) / static_cast<double>(total);
    const QString range =
        tr("%1 to %2 %3")
            .arg(edgeText(histogram.edges.at(bin)), edgeText(histogram.edges.at(bin + 1)), m_picture.unit)
            .trimmed();
    QString text = tr("%1: %2 of %3 (%4 %)")
                       .arg(range, m_format.count(histogram.counts.at(bin)), m_format.count(total),
                            m_format.number(percent, 1));
    if (m_picture.expected.size() == histogram.counts.size())
        text += tr(", %1 expected").arg(m_format.number(m_picture.expected.at(bin), 0));
    return text;
}

void HistogramView::describe() {
    const Histogram& histogram = m_picture.histogram;
    if (histogram.counts.empty())
        return setAccessibleDescription(tr("No samples yet"));
    const auto fullest = std::max_element(histogram.counts.begin(), histogram.counts.end());
    const QString range =
        tr("%1 to %2 %3")
            .arg(edgeText(histogram.edges.front()), edgeText(histogram.edges.back()), m_picture.unit)
            .trimmed();
    setAccessibleDescription(tr("%1 bins from %2; the fullest is %3")
                                 .arg(m_format.count(static_cast<qint64>(histogram.counts.size())), range,
                                      binText(static_cast<std::size_t>(fullest - histogram.counts.begin()))));
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) {
    const auto pointed = binAt(event->pos().x());
    if (pointed != m_pointed)
        update();
    m_pointed = pointed;
    if (pointed)
        QToolTip::showText(event->globalPosition().toPoint(), binText(*pointed), this);
    else
        QToolTip::hideText();
}

void HistogramView::leaveEvent(QEvent*) {
    m_pointed.reset();
    update();
}

} // namespace rillscope
