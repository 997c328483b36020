// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/CaptureContents.h"
#include "core/model/ChannelInfo.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

namespace rillscope {

/// The results that a capture holds, in the tables that the pipeline would have left them in, so that what
/// shows those shows these. Bounded by what was read. Thread: any.

/// Rows in the order they fired; those of a channel that `channels` does not know are left out. An aggregate
/// counts as asked for when any row of its series has it.
WindowResults windowResultsOf(const QList<StoredWindow>& rows, const QList<ChannelInfo>& channels);

/// In the order they were raised; their ids are counted anew.
AlarmTable alarmTableOf(const QList<AlarmOccurrence>& alarms);

} // namespace rillscope
