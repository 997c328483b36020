// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/capture/keep/CaptureCatalog.h"

namespace rillscope {

/// How much the captures of a folder may come to; none: no limit.
struct RetentionLimits {
    std::optional<qint64> bytes{};
    std::optional<Duration> age{}; ///< since its newest sample

    friend bool operator==(const RetentionLimits&, const RetentionLimits&) = default;
};

/// The captures that go so that the others keep the limits: whole ones, the oldest first. Those that are
/// being written count, but never go, and neither does `current`. Those that were quarantined, and whatever
/// is no capture, neither count nor go. A link counts for nothing.
QList<CaptureEntry> capturesBeyond(const CaptureCatalog& catalog, const RetentionLimits& limits,
                                   Timestamp now, const QString& current);

/// What capturesBeyond() came to.
struct RemovedCaptures {
    qint64 count = 0;
    qint64 bytes = 0;
    QList<Error> errors; ///< one for each that could not be removed, and is as it was
};

/// Deletes a capture with its log. Thread: any. Errors: FileInUse while somebody writes it, WriteFailed.
Result<void> removeCapture(const QString& path);
/// Each that is still as it was when it was found.
RemovedCaptures removeCaptures(const QList<CaptureEntry>& entries);

/// Moves a capture with its log to the desktop's trash. Errors: as removeCapture(); WriteFailed where there
/// is no trash.
Result<void> trashCapture(const QString& path);

} // namespace rillscope
