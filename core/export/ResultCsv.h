// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

namespace rillscope {

/// The rows of all windows, series by series, in the order they fired: "window_start,window_end,step,channel,
/// unit,count,min,max,mean,sd,first,last,p50,p90,p99,rank_error". Empty is what SQL calls NULL, and what the
/// step was not asked for; rank_error is by how many samples a percentile's rank may be off. RFC 3339 UTC,
/// temperatures in °C, shortest exact digits, C locale, UTF-8, LF. Returns the rows written.
/// Errors: WriteFailed; the old file is as it was then. Thread: any.
Result<qint64> saveWindowsCsv(const QString& path, const WindowResults& results);

/// The alarms in the order they were raised: "id,step,channel,severity,first,raised,last,duration_seconds,
/// worst,state,acknowledged". The same rules.
Result<qint64> saveAlarmsCsv(const QString& path, const AlarmTable& alarms);

} // namespace rillscope
