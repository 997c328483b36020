// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/history/SampleHistory.h"
#include "core/pipeline/StreamStatus.h"
#include "ui/report/ReportDocument.h"
#include "ui/report/ReportFormat.h"

#include <QByteArray>

#include <memory>

namespace rillscope {

/// The file of a report: one page. `history` and `results` are for the chart. Thread: GUI; the time is that
/// of drawing the chart, whatever the number of samples.
QByteArray renderReport(const ReportContents& contents, std::shared_ptr<const SampleHistory> history,
                        const PipelineResults& results, const ReportForm& form, ReportFormat format);

/// By way of writeTargetFile(), so that there is no half file. Thread: any. Errors: WriteFailed.
Result<void> saveReport(const QString& path, const QByteArray& file);

} // namespace rillscope
