// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/history/ColumnQuery.h"
#include "core/model/ChannelInfo.h"
#include "core/model/PerMark.h"
#include "core/model/ShownUri.h"
#include "core/pipeline/Account.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/definition/PipelineDefinition.h"
#include "core/report/LongestGaps.h"

#include <array>
#include <limits>
#include <optional>

namespace rillscope {

/// Event times, both ends inclusive. An end of the range of Timestamp stands for the first or last sample.
struct ReportRange {
    Timestamp begin = Timestamp::min();
    Timestamp end = Timestamp::max();

    bool contains(Timestamp time) const { return time >= begin && time <= end; }

    friend bool operator==(const ReportRange&, const ReportRange&) = default;
};

/// What a report says of a session without looking at its samples.
struct ReportSession {
    QString title;
    QList<ShownUri> sources; ///< none: unknown
    QString version;         ///< of the program
    Timestamp madeAt;
    Account account;
    AlarmTable alarms = AlarmTable();
    PipelineDefinition definition;
    CaptureStatus capture;
};

/// One channel in the range of a report. Temperatures in °C, other values as they came.
struct ReportChannel {
    ChannelInfo info;
    qint64 count = 0;             ///< samples at hand one by one, those that are not finite included
    qint64 evicted = 0;           ///< further ones, known by their summaries only
    qint64 marked = 0;            ///< of `count`
    RunningStatistics statistics; ///< finite values, those of evicted samples too
    std::optional<TimedValue> first;
    std::optional<TimedValue> last;
    double median = std::numeric_limits<double>::quiet_NaN(); ///< like the next two, of samples at hand
    double ninetieth = std::numeric_limits<double>::quiet_NaN();
    double ninetyNinth = std::numeric_limits<double>::quiet_NaN();
    qint64 rankError = 0; ///< by how many samples the rank of a percentile may be off; 0: exact
    MarkCounts marks;     ///< of `count`
};

/// All that a report tells of a range of a session: a value, made by gatherReport().
struct ReportContents {
    /// Longer lists would not be read; what they leave out is counted.
    static constexpr qsizetype mostAlarms = 200;
    static constexpr qsizetype mostGaps = 200;

    ReportSession session; ///< its `alarms` are emptied: those of the range follow
    ReportRange range;     ///< with real ends, unless there is no sample
    QList<ReportChannel> channels;
    QList<AlarmOccurrence> alarms;       ///< that touch the range; the gravest, of these the longest first
    std::array<qint64, 3> alarmCounts{}; ///< by severity, those not listed included
    qint64 forgottenAlarms = 0;          ///< of the session, too old to be still known
    QList<ReportGap> gaps;               ///< that touch the range; the longest first
    qint64 gapCount = 0;

    qint64 sampleCount() const; ///< evicted ones included
    qint64 evictedCount() const;
    qint64 alarmCount() const { return alarmCounts[0] + alarmCounts[1] + alarmCounts[2]; }
};

/// The alarms of the range out of all, in the order of ReportContents.
void takeAlarms(ReportContents& contents, const AlarmTable& alarms);

} // namespace rillscope
