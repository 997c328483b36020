// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/capture/CaptureStatus.h"
#include "core/pipeline/StreamStatus.h"

namespace rillscope {

/// The account with "windows" (emitted, lateDropped, firedEarly), "alarms" (raised), "capture" (state, files,
/// durable, derived, missed, lagSeconds and longestLagSeconds: see CaptureStatus, and error when there was
/// one), "elapsedSeconds" and "samplesPerSecond" (recorded over elapsed), as it is handed to scripts.
QJsonObject summaryJson(const StreamStatus& status, const CaptureStatus& capture, Duration elapsed);

/// As JSON, by way of writeTargetFile(). Errors: WriteFailed.
Result<void> writeSummary(const QString& path, const QJsonObject& summary);

} // namespace rillscope
