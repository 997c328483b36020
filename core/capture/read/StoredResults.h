// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/StoredRow.h"
#include "core/capture/read/CaptureContents.h"
#include "core/process/alarm/AlarmOccurrence.h"

#include <string_view>

namespace rillscope {

// How rows of a capture are read, by those who read a sound one and by those who salvage a damaged one. Each
// takes columns from `column` on; what cannot be makes the row wrong.

/// A table of results, and its columns in the order in which they are read.
struct StoredTable {
    std::string_view name;
    std::string_view columns;
};

inline constexpr StoredTable storedStreams{"streams", "first_sample, time, source, definition"};
inline constexpr StoredTable storedWindows{
    "windows",
    "step, channel, start, end, count, min, max, mean, sd, first, last, p50, p90, p99, rank_error"};
inline constexpr StoredTable storedAlarms{
    "alarms", "id, step, channel, severity, first, raised, last, worst, active, latching, acknowledged"};
inline constexpr StoredTable storedEvents{"events", "time, kind, severity, subject, detail, line, count"};

/// id, channel, time, value, quality. Precondition: 0 < channelCount <= maxChannels.
StoredSample sampleOf(StoredRow& row, qint64 channelCount);
/// channel, name, unit, kind. Nothing where one of them cannot be.
std::optional<ChannelInfo> channelOf(StoredRow& row);
/// For one that has lost its name.
/// What a channel without a temperature is measured in: row.text(1). Empty for what is no unit.
QString unitTextOf(StoredRow& row);

ChannelInfo namelessChannel(std::size_t index);

StoredStream streamOf(StoredRow& row, int column = 0);
StoredWindow windowOf(StoredRow& row, int column = 0);
AlarmOccurrence alarmOf(StoredRow& row, int column = 0);
StoredEvent eventOf(StoredRow& row, int column = 0);

} // namespace rillscope
