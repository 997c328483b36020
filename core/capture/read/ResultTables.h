// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/CaptureContents.h"
#include "core/model/ChannelInfo.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

namespace rillscope {

// Puts the results stored in a capture into the tables that a pipeline fills, so that the same panels show
// both. A table is as large as what was read. Thread: any.

/// Rows in the order they fired; those of a channel that `channels` does not know are left out. An aggregate
/// counts as asked for when any row of its series has it.
WindowResults windowResultsOf(const QList<StoredWindow>& rows, const QList<ChannelInfo>& channels);

/// Returns a table of the alarms in the order in which they were raised, with new ids counted from the first.
AlarmTable alarmTableOf(const QList<AlarmOccurrence>& alarms);

} // namespace rillscope
