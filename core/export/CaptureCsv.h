// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/capture/read/CaptureReader.h"
#include "core/export/CsvWriter.h"

#include <QIODevice>

namespace rillscope {

/// What of a capture is to be written.
struct CaptureSelection {
    QStringList channels = {}; ///< by name; empty: all, derived ones too
    CsvRange range = {};       ///< of event times
};

/// Writes a capture as CSV, as writeCsv() writes a history, but for the order: rows come in the order of
/// arrival, all channels together. That is the order of writeCsv(), too, unless a channel was behind another
/// in event time, or has fewer samples. Samples go from file to file, however many they are; a range is found
/// by the rollups. Thread: any. Returns the number of rows.
/// Errors: those of CaptureReader; InvalidUri for a channel that is not there, with its name as subject;
/// WriteFailed; Cancelled.
Result<qint64> writeCaptureCsv(QIODevice& device, CaptureReader& reader, const CaptureSelection& selection,
                               const JobControl& control = {});

/// writeCaptureCsv() into `target` by way of writeTargetFile(), so that a failed or cancelled export leaves
/// the old file as it was. The capture itself is no target.
Result<qint64> saveCaptureCsv(const QString& capture, const QString& target,
                              const CaptureSelection& selection = {}, const JobControl& control = {});

} // namespace rillscope
