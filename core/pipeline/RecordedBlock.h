// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/model/ChannelInfo.h"
#include "core/model/StreamRecords.h"
#include "core/pipeline/Account.h"
#include "core/pipeline/SourceAccount.h"
#include "core/pipeline/StreamEvent.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace rillscope {

/// A row that a window step has made.
struct RecordedWindow {
    qsizetype series = 0; ///< see RecordedBlock::newSeries
    WindowRow row;
};

/// What was recorded together, made once by the Recorder: samples as the history holds them, what the steps
/// of the pipeline have found in them, and what else happened since the block before. Every follower is given
/// the same value. Thread: a value that never changes once it is made. Units: temperatures in °C.
struct RecordedBlock {
    int firstNewChannel = 0;
    QList<ChannelInfo> newChannels; ///< firstNewChannel and those after it in the history, references too
    qsizetype firstNewSeries = 0;
    QList<WindowSeriesInfo> newSeries;  ///< of window rows; a series is never removed
    std::optional<StreamRecord> stream; ///< a new source or definition, from the first sample on
    std::optional<int> endedStream;     ///< its number: no samples of it follow

    qint64 sampleCount = 0;
    QList<PackedSample> samples; ///< sampleCount of them; empty when no follower reads them
    QList<SamplePlace> places;   ///< one for each channel that has samples here
    qint64 rawCount = 0;         ///< samples that are not derived; 0 when no follower reads them
    Timestamp arrival;           ///< of the samples; without samples, when the block was made

    std::optional<StreamPosition> position; ///< of the source, behind these samples

    QList<RecordedWindow> windows;
    QList<AlarmOccurrence> alarms; ///< that were raised or have changed, in the order they were raised
    qint64 alarmsLeftOut = 0;      ///< changes that were too many to be kept
    QList<StreamEvent> events;

    /// As of the end of this block.
    Account account;
    QList<SourceAccount> sources;        ///< parts of the account
    QList<RunningStatistics> statistics; ///< by channel, of finite values
    qint64 referenceSamples = 0;         ///< of captures to compare with, shown beside the stream
    QByteArray accountText;              ///< the account as JSON at the end of a stream; else empty
    WindowCounts windowCounts;
    AlarmCounts alarmCounts;
    std::optional<Timestamp> newestEventTime; ///< of the stream, but for what lies too far ahead
    std::optional<Timestamp> watermark;       ///< none without event-time settings
};

} // namespace rillscope
