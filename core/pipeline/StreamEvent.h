// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Time.h"
#include "core/model/Quality.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace rillscope {

/// A line of the event list: what happened to the stream, as data. A new kind of event is a value here and a
/// row in core/pipeline/EventTable; ui/text/EventText has its texts.
struct StreamEvent {
    enum class Kind {
        Started,        ///< a stream; subject: its source
        Stopped,        ///< by the user; as Finished
        Finished,       ///< the source came to its end; count: samples recorded; line: inputs that were
                        ///< unreadable; detail: how many samples were dropped, if any
        Failed,         ///< subject, detail: of the Error
        Malformed,      ///< line, detail: reason
        MalformedMore,  ///< count: further malformed inputs not listed one by one
        LostAtSource,   ///< count: samples or messages that were lost before the source could read them
        UnknownLoss,    ///< detail: why something may be missing; count: so many times, when told as a sum
        RowsLeftOut,    ///< count: rows of a text that hold no value
        Remark,         ///< line, detail: the line was used, but is remarkable
        ChannelAdded,   ///< subject: its name
        Marked,         ///< mark; count: samples that got it since the last such event; subject: the channel,
                        ///< if there is only one
        LateDropped,    ///< count: samples that came for windows which had fired
        AlarmRaised,    ///< subject: the rule; detail: the channel; severity
        AlarmsRaised,   ///< count: further ones not told one by one
        WindowsEarly,   ///< count: windows that fired early, for want of memory
        ChannelLimit,   ///< subject: a derived channel for which there is no place
        StepLeftOut,    ///< subject: a step at work no longer; detail: what it reads, which is not at work
        CaptureBegan,   ///< subject: the file; detail: why it is not where it should be
        CaptureFailed,  ///< subject, detail: of the Error; what comes is kept for a new file
        CaptureResumed, ///< in a new file; as CaptureBegan
        CaptureStalled, ///< subject: the file, of which the disk takes nothing, or not enough
        CaptureCaughtUp, ///< subject: the file, which goes on after that
        CaptureMissed,   ///< count: further samples that are in no file
        ResultsMissed,   ///< count: further windows, alarms and events that are in no file
        CapturesDeleted, ///< old ones, because of a limit; count; detail: how much they came to
        ProgramMessage,  ///< not of the stream: subject: what the program told the user; severity
        Dropped,    ///< count: samples without a place, because the session has maxChannels channels already
        HistoryFull ///< count: samples at hand one by one; older ones remain as their envelope from now on
    };

    Kind kind = Kind::Started;
    Timestamp time{}; ///< wall clock
    QString subject = {};
    Message detail = {};
    qint64 line = 0;
    qint64 count = 0;
    Severity severity = Severity::Notice; ///< of an alarm or a message
    QualityFlag mark{};                   ///< of Marked
};

} // namespace rillscope

Q_DECLARE_METATYPE(rillscope::StreamEvent)
