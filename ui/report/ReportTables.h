// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportDocument.h"

namespace rillscope {

ReportTable channelTable(const ReportContents& contents, const ReportForm& form);
ReportTable alarmTable(const ReportContents& contents, const ReportForm& form);
ReportTable gapTable(const ReportContents& contents, const ReportForm& form);
/// How many samples of each channel have each mark, the most first.
ReportTable markCountTable(const ReportContents& contents);
ReportTable pipelineTable(const ReportContents& contents);

/// A time as tables show it: of the day only, where the whole range lies on one day.
QString tableTime(Timestamp time, const ReportContents& contents, const ReportForm& form);

} // namespace rillscope
