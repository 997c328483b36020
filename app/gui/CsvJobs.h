// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/export/CsvWriter.h"

#include <QByteArray>

#include <memory>

namespace rillscope {

/// Which samples become CSV: those of a history, or those of a capture, read from its file; all, or a range.
struct CsvSource {
    CsvSource(std::shared_ptr<const SampleHistory> ofHistory, const CsvRange& inRange = {})
        : history(std::move(ofHistory)), range(inRange) {}
    static CsvSource ofCapture(const QString& path, const CsvRange& range = {});

    std::shared_ptr<const SampleHistory> history; ///< null: the capture
    QString capture = {};
    CsvRange range;
};

/// CSV text that was made for the clipboard.
struct CsvCopy {
    QByteArray text;
    CsvRows rows;
};

/// More rows than this no program takes from the clipboard in one go.
inline constexpr qint64 mostCopiedRows = 1'000'000;

/// Samples of all channels in a range, those that are no finite numbers left out: cheap at any size.
qint64 countSamples(const SampleHistory& history, const CsvRange& range);

/// Makes the text. Thread: any. Errors: as writeCsv() and saveCaptureCsv(); WriteFailed beyond a bound of
/// 256 MiB, which only rows that countSamples() does not count can reach.
Result<CsvCopy> copyCsv(const CsvSource& source, const JobControl& control);

/// Writes the file. Thread: any. Errors: as saveCsv() and saveCaptureCsv().
Result<CsvRows> saveCsv(const CsvSource& source, const QString& path, const JobControl& control);

} // namespace rillscope
