// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/pipeline/Account.h"

namespace rillscope {

/// The account with "elapsedSeconds" and "samplesPerSecond" (recorded over elapsed), as it is handed to
/// scripts.
QJsonObject summaryJson(const Account& account, Duration elapsed);

/// Writes JSON to a file (by way of QSaveFile), or to standard output for "-". Errors: WriteFailed.
Result<void> writeSummary(const QString& path, const QJsonObject& summary);

} // namespace rillscope
