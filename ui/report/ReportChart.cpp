// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportChart.h"

#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/report/ColumnPlan.h"
#include "ui/theme/ChartColors.h"
#include "ui/theme/SeriesStyle.h"

namespace rillscope {
namespace {

/// Of the chart's own pixels on paper: its 13 pixels of text become 7.4 points.
constexpr double pixelsPerMillimetre = 4.98;
constexpr int textPixels = 13;

ChartPalette paperPalette() {
    return chartPaletteOf(ThemeTokens::light(),
                          [](int channel) { return seriesStyle(ThemeTokens::light(), channel).pen(); });
}

} // namespace

ReportChart::ReportChart(std::shared_ptr<const SampleHistory> history, const PipelineResults& results,
                         const ReportRange& range, const ReportForm& form, QSizeF size)
    : m_view(std::make_unique<LiveChartView>()) {
    m_view->setAttribute(Qt::WA_DontShowOnScreen);
    // The window's style sheet is none of its business.
    m_view->setStyleSheet(QStringLiteral("font-family: \"%1\"; font-size: %2px;")
                              .arg(reportFont(1.0).family().remove(u'"'), QString::number(textPixels)));
    m_view->setChartPalette(paperPalette());
    m_view->setMinimumSize(1, 1);
    m_view->resize((size * pixelsPerMillimetre).toSize());
    m_view->setUnit(form.unit);
    m_view->setTimeZone(form.zone);
    m_view->show();
    m_view->setHistory(std::move(history));
    m_view->setResults(results);
    m_view->refresh(); // it learns of the channels
    for (const int channel : form.hiddenChannels) {
        if (channel < m_view->channelCount())
            m_view->setChannelVisible(channel, false);
    }
    if (range != ReportRange())
        m_view->explore(range.begin, range.end);
    m_view->refreshAll();
}

ReportChart::~ReportChart() = default;

void ReportChart::paint(QPainter& painter, const QRectF& target) const {
    paintChart(*m_view, painter, target);
}

QString ReportChart::svg() const {
    QString file = QString::fromUtf8(chartSvg(*m_view));
    // Names stand in it as they came, but for what XML must not mistake for its own.
    file.removeIf([](QChar letter) {
        const QChar::Category category = letter.category();
        return category == QChar::Other_Format || (category == QChar::Other_Control && letter != u'\n');
    });
    return file.mid(std::max<qsizetype>(file.indexOf(QStringLiteral("<svg")), 0));
}

} // namespace rillscope
