// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/pipeline/StreamStatus.h"

namespace rillscope {

/// The account with "windows" (emitted, lateDropped, firedEarly), "alarms" (raised), "sources" (of each its
/// uri, its name, which its channels begin with, and its part of the account but for evicted), "capture",
/// "elapsedSeconds" and "samplesPerSecond" (recorded over elapsed), as it is handed to scripts. "capture" has
/// state, files, lagSeconds and longestLagSeconds (see CaptureStatus), error when there was one, and what
/// became of all: recorded = durable + waiting + missed, derived (of the account) = derived + derivedWaiting
/// + derivedMissed, windowsMissed, alarmsMissed (whose latest state is in no file) and eventsMissed.
QJsonObject summaryJson(const StreamStatus& status, const CaptureStatus& capture, Duration elapsed);

/// As JSON, by way of writeTargetFile(). Errors: WriteFailed.
Result<void> writeSummary(const QString& path, const QJsonObject& summary);

} // namespace rillscope
