// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureAccount.h"
#include "core/model/ChannelInfo.h"
#include "core/model/StreamRecords.h"
#include "core/process/alarm/AlarmOccurrence.h"
#include "core/process/window/WindowRow.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace rillscope {

struct CapturedWindow {
    QString step;
    QString channel;
    WindowRow row;
};

struct CapturedEvent {
    Timestamp time; ///< wall clock
    QString kind;
    Severity severity = Severity::Notice;
    QString subject;
    QString detail;
    qint64 line = 0;
    qint64 count = 0;
};

/// What is written together: a block of samples in the order they were processed, and what else happened
/// since the block before. Thread: a value, handed over.
struct CaptureBlock {
    int firstNewChannel = 0;
    std::vector<ChannelInfo> newChannels; ///< firstNewChannel and those after it in the history
    std::vector<StreamRecord> streams;    ///< begin with the first sample of this block
    std::optional<int> endedStream;       ///< its number: no samples of it follow
    QList<PackedSample> samples;          ///< shared with the other followers
    QList<SamplePlace> places;            ///< one for each channel that has samples here
    qint64 rawCount = 0;                  ///< samples that are not derived
    Timestamp arrival;                    ///< of the samples
    std::optional<StreamPosition> position;
    std::vector<CapturedWindow> windows;
    std::vector<AlarmOccurrence> alarms; ///< new and changed ones
    std::vector<CapturedEvent> events;
    QByteArray account; ///< JSON; empty: as before

    CaptureCounts leftOut;    ///< of the same time, but gone before they could be put in here
    qint64 alarmsLeftOut = 0; ///< alarms of the same time that were gone before they could be put in here

    bool isEmpty() const {
        return newChannels.empty() && streams.empty() && !endedStream && samples.empty() && windows.empty() &&
               alarms.empty() && events.empty() && account.isEmpty() && !position;
    }
    CaptureCounts counts() const;
    /// Of memory, about.
    qint64 byteCount() const;
};

} // namespace rillscope
