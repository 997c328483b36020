// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/SampleHistory.h"
#include "core/pipeline/StreamStatus.h"
#include "ui/report/ReportDocument.h"

#include <QPainter>

#include <memory>

namespace rillscope {

class LiveChartView;

/// The chart of a range as a report shows it: the very chart of the window, in the colours of paper.
/// Thread: GUI. It is never seen on screen.
class ReportChart {
public:
    /// `size` in millimetres.
    ReportChart(std::shared_ptr<const SampleHistory> history, const PipelineResults& results,
                const ReportRange& range, const ReportForm& form, QSizeF size);
    ~ReportChart();

    void paint(QPainter& painter, const QRectF& target) const;
    /// One SVG element, to stand in HTML. Without control characters.
    QString svg() const;

private:
    std::unique_ptr<LiveChartView> m_view;
};

} // namespace rillscope
