// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportFile.h"

#include "core/base/TargetFile.h"
#include "ui/report/ReportHtml.h"
#include "ui/report/ReportPage.h"
#include "ui/report/ReportPdf.h"

namespace rillscope {

QByteArray renderReport(const ReportContents& contents, std::shared_ptr<const SampleHistory> history,
                        const PipelineResults& results, const ReportForm& form, ReportFormat format) {
    const ReportPage page = ReportPage::of(form.paper);
    ReportDocument document = makeReportDocument(contents, form);
    fitToPage(document, page);
    const ReportChart chart(std::move(history), results, contents.range, form,
                            {page.contentWidth(), document.chartHeight});
    return format == ReportFormat::Pdf ? renderReportPdf(document, chart, form.paper)
                                       : renderReportHtml(document, chart, form.paper);
}

Result<void> saveReport(const QString& path, const QByteArray& file) {
    return writeTargetFile(path, file);
}

} // namespace rillscope
