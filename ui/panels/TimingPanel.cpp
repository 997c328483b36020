// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/TimingPanel.h"

#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/FigureTable.h"

namespace rillscope {

TimingPanel::TimingPanel(QWidget* parent) : Card(tr("Timing"), parent), m_table(new FigureTable(this)) {
    setObjectName(QStringLiteral("timingPanel"));
    setAccessibleName(tr("Timing"));
    m_rate = m_table->addRow(QStringLiteral("timingRate"), tr("Rate"),
                             tr("Samples that arrived in the last second"),
                             tr("%1 samples/s").arg(QStringLiteral("888,888")));
    m_watermark = m_table->addRow(QStringLiteral("timingWatermark"), tr("Watermark"),
                                  tr("No sample before this event time is expected any more; one that comes "
                                     "is late"),
                                  QStringLiteral("88:88:88.888"));
    m_trailing = m_table->addRow(QStringLiteral("timingTrailing"), tr("Behind the newest"),
                                 tr("How far the watermark trails behind the newest event time"),
                                 tr("%1 s").arg(QStringLiteral("88.8")));
    m_latency = m_table->addRow(QStringLiteral("timingLatency"), tr("Display latency · p99"),
                                tr("From the arrival of samples to the end of the paint that shows them: the "
                                   "median and the 99th percentile of the last five seconds"),
                                QStringLiteral("888 ms · 888 ms"));
    content()->addWidget(m_table);
    setFoldable();
    setFigures({});
}

void TimingPanel::setFigures(const TimingFigures& figures) {
    m_rate->setFigure(tr("%1 samples/s").arg(m_format.rate(figures.samplesPerSecond)));
    m_table->setRowVisible(m_watermark, figures.watermark.has_value());
    m_table->setRowVisible(m_trailing, figures.watermark && figures.newestEventTime);
    if (figures.watermark) {
        m_watermark->setFigure(m_format.timeOfDay(*figures.watermark, m_zone));
        m_watermark->setToolTip(m_format.dateAndTime(*figures.watermark, m_zone));
    }
    if (figures.watermark && figures.newestEventTime)
        m_trailing->setFigure(m_format.duration(*figures.newestEventTime - *figures.watermark));
    m_table->setRowVisible(m_latency, figures.latencyMedian && figures.latencyNinetyNinth);
    if (figures.latencyMedian && figures.latencyNinetyNinth)
        m_latency->setFigure(QStringLiteral("%1 · %2").arg(m_format.duration(*figures.latencyMedian),
                                                           m_format.duration(*figures.latencyNinetyNinth)));
}

} // namespace rillscope
