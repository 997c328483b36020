// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/export/CsvRange.h"
#include "core/history/SampleHistory.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <optional>

namespace rillscope {

/// What a CSV file came to hold.
struct CsvRows {
    qint64 written = 0;
    /// Samples of the range that are not in it, because the history's memory limit has left only summaries
    /// of them; a summary on an edge counts when the middle of its time lies in the range.
    qint64 evicted = 0;
    friend bool operator==(const CsvRows&, const CsvRows&) = default;
};

/// Writes a history as CSV, with the rows of CsvRowFormat. Channel names are as csvText() makes
/// them. Rows: each channel in its order of arrival; channels are merged by the highest event time so far, so
/// a recording with one channel, or with several in step, keeps its order exactly.
/// Thread: any; it writes what the history held when it began and has not evicted when its turn comes.
/// Errors: WriteFailed with the system's reason; Cancelled when `isCancelled`
/// says so. Both callbacks may be empty; they are called every few thousand samples. `reportProgress` gets
/// the samples gone through, in the range or not, and those in all.
Result<CsvRows> writeCsv(QIODevice& device, const SampleHistory& history, const CsvRange& range,
                         const std::function<bool()>& isCancelled,
                         const std::function<void(qint64 done, qint64 all)>& reportProgress);

/// writeCsv() into `path` by way of writeTargetFile(), so that a failed or cancelled export leaves the old
/// file as it was.
Result<CsvRows> saveCsv(const QString& path, const SampleHistory& history, const CsvRange& range = {},
                        const std::function<bool()>& isCancelled = {},
                        const std::function<void(qint64 done, qint64 all)>& reportProgress = {});

/// That the oldest samples are not in the file, for those who asked for all of them; nothing when all are.
std::optional<Error> missingRows(const QString& path, const CsvRows& rows);

} // namespace rillscope
