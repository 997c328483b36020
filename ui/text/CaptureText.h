// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/check/CaptureRecovery.h"
#include "core/capture/keep/CaptureCatalog.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/model/Severity.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// "Complete", "▲ Damaged": what has become of a capture, in a word.
QString captureStateText(CaptureEntry::State state);
Severity captureStateSeverity(CaptureEntry::State state);

/// "Capture of 22 Nov 13:40"; with the year when it is not the present one.
QString captureTitle(const std::optional<Timestamp>& started, const QTimeZone& zone);

/// What became of captures that were cut short or damaged, in sentences. Precondition: there is one.
QString recoveryText(const QList<RecoveryReport>& reports, const NumberFormat& format);
/// A warning when one of them was damaged.
Severity recoverySeverity(const QList<RecoveryReport>& reports);

/// How the recording to disk is doing, for the status line: "Captured 41,230 · 12 GB free".
struct CaptureLine {
    QString text;
    QString toolTip;
    QString state; ///< that the stylesheet colours by; empty: none
};
CaptureLine captureLine(const CaptureStatus& status, const NumberFormat& format);

/// How many samples and results are in no file; empty when none is missing.
QString captureLossText(const CaptureStatus& status, const NumberFormat& format);

} // namespace rillscope
