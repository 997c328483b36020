// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/IntervalsPanel.h"

#include "ui/panels/ValuesPanel.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/FigureTable.h"
#include "ui/widgets/HistogramView.h"

#include <array>
#include <cmath>

namespace rillscope {
namespace {

struct TimeUnit {
    double perSecond;
    QString symbol;
};

/// The largest one that leaves at least one of them.
TimeUnit unitFor(double seconds) {
    if (!(seconds > 0.0) || seconds >= 1.0)
        return {1.0, IntervalsPanel::tr("s")};
    if (seconds >= 1e-3)
        return {1e3, IntervalsPanel::tr("ms")};
    if (seconds >= 1e-6)
        return {1e6, IntervalsPanel::tr("µs")};
    return {1e9, IntervalsPanel::tr("ns")};
}

} // namespace

IntervalsPanel::IntervalsPanel(QWidget* parent)
    : Card(tr("Intervals"), parent), m_view(new HistogramView(this)), m_table(new FigureTable(this)) {
    setObjectName(QStringLiteral("intervalsPanel"));
    setAccessibleName(tr("Intervals"));
    m_view->setObjectName(QStringLiteral("intervalsHistogram"));
    m_view->setAccessibleName(tr("Histogram of the intervals between the samples in the visible range"));
    m_mean = m_table->addRow(
        QStringLiteral("intervalsMean"), tr("Mean ± sd"),
        tr("From the newest sample to the next: the mean and the standard deviation, which is "
           "the jitter"),
        QStringLiteral("888.88 ± 888.88 ms"));
    m_percentiles =
        m_table->addRow(QStringLiteral("intervalsPercentiles"), tr("p50 · p99 · max"),
                        tr("50 % and 99 % of the intervals are not longer than these; the longest one"),
                        QStringLiteral("88.88 · 88.88 · 88.88 ms"));
    m_outside =
        m_table->addRow(QStringLiteral("intervalsOutside"), tr("Beyond the axis"),
                        tr("Intervals shorter or longer than the axis shows"), QStringLiteral("888 · 888"));
    m_backward = m_table->addRow(QStringLiteral("intervalsBackward"), tr("Back in time"),
                                 tr("Samples that came after a newer one; they have no interval"),
                                 QStringLiteral("888,888"));
    content()->addWidget(m_view);
    content()->addWidget(m_table);
    setFoldable();
    setInsight({});
}

void IntervalsPanel::setColors(const PanelColors& colors) {
    m_view->setColors(colors);
}

void IntervalsPanel::setInsight(const RangeInsight& insight) {
    const Spread& intervals = insight.intervals;
    const Histogram& histogram = intervals.histogram;
    const TimeUnit axis = unitFor(histogram.edges.empty() ? 1.0 : histogram.edges.back());
    m_view->setPicture({.histogram = histogram, .factor = axis.perSecond, .unit = axis.symbol});

    const TimeUnit unit = unitFor(intervals.median);
    const double largest = intervals.statistics.maximum() * unit.perSecond;
    // Tenths of what is shown are enough, except for figures that would be shown as zero.
    const int decimals =
        intervals.median * unit.perSecond >= 100.0 ? 0 : NumberFormat::decimalsFor(1.0, largest);
    const auto number = [&](double seconds) { return m_format.number(seconds * unit.perSecond, decimals); };
    const bool isKnown = intervals.statistics.count() > 0;
    QString mean = number(intervals.statistics.mean());
    if (intervals.statistics.count() > 1)
        mean += QStringLiteral(" ± ") + number(intervals.statistics.standardDeviation());
    m_mean->setFigure(isKnown ? QStringLiteral("%1 %2").arg(mean, unit.symbol) : QStringLiteral("–"));
    m_percentiles->setFigure(isKnown ? QStringLiteral("%1 · %2 · %3 %4")
                                           .arg(number(intervals.median), number(intervals.ninetyNinth),
                                                number(intervals.statistics.maximum()), unit.symbol)
                                     : QStringLiteral("–"));
    m_outside->setFigure(outsideText(histogram, m_format));
    m_table->setRowVisible(m_outside, histogram.below + histogram.above > 0);
    m_backward->setFigure(m_format.compactCount(insight.backward));
    m_table->setRowVisible(m_backward, insight.backward > 0);
}

} // namespace rillscope
