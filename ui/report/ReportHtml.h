// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportChart.h"

#include <QByteArray>

namespace rillscope {

/// A report as one HTML file that needs no other: the style and the chart (SVG) are in it, there is no
/// script, and a policy forbids it to load anything. All text is escaped. Printed, it fits on one page of the
/// paper. Precondition: the document fits the page. Thread: GUI, for the fonts' widths.
QByteArray renderReportHtml(const ReportDocument& document, const ReportChart& chart,
                            QPageSize::PageSizeId paper);

} // namespace rillscope
