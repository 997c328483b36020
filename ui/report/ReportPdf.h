// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportChart.h"

#include <QByteArray>

namespace rillscope {

/// A report as a PDF of one page: text as text, with its fonts, and the chart as vectors.
/// Precondition: the document fits the page. Thread: GUI.
QByteArray renderReportPdf(const ReportDocument& document, const ReportChart& chart,
                           QPageSize::PageSizeId paper);

} // namespace rillscope
