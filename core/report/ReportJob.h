// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/base/Result.h"
#include "core/history/SampleHistory.h"
#include "core/report/ReportContents.h"

#include <functional>
#include <memory>

namespace rillscope {

/// Goes through all samples of the range, one channel after the other. Thread: any, while the history grows:
/// what comes later than it began is not in it. Memory: 64 MB at most. Errors: Cancelled when `isCancelled`
/// says so. Both callbacks may be empty; `reportProgress` gets the samples gone through, and those in all.
Result<ReportContents> gatherReport(const SampleHistory& history, const ReportSession& session,
                                    const ReportRange& range, const std::function<bool()>& isCancelled = {},
                                    const std::function<void(qint64 done, qint64 all)>& reportProgress = {});

struct GatheredReport {
    ReportContents contents;
    std::shared_ptr<const SampleHistory> history; ///< for the chart: the one given, or one with more detail
};

/// Makes the report of a history that was opened from a capture and may have only summaries of it in memory:
/// then all samples are read from the file at `capturePath`, up to mostReadBack; beyond, and where the file
/// cannot be read any more, the report says what is known by its envelope only. An empty path: there is no
/// such file.
Result<GatheredReport> gatherFullReport(std::shared_ptr<const SampleHistory> history,
                                        const ReportSession& session, const ReportRange& range,
                                        const QString& capturePath, const JobControl& control = {});
inline constexpr qint64 mostReadBack = 50'000'000; ///< 0.7 GB

} // namespace rillscope
