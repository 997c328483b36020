// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EventText.h"

#include "ui/text/MarkSentence.h"
#include "ui/text/OutsideText.h"

#include <QCoreApplication>

namespace rillscope {
namespace {

constexpr qsizetype longestMessage = 600;

/// The sentences, one function for each kind that needs more than one. "One" and "many" stand apart so that
/// the English is right without a translation file; translators of "many" get all forms of their language.
class EventSentences {
    Q_DECLARE_TR_FUNCTIONS(EventSentences)

public:
    EventSentences(const StreamEvent& event, const NumberFormat& format)
        : m_format(format)
        , m_subject(
              oneLine(event.subject, event.kind == StreamEvent::Kind::ProgramMessage ? longestMessage : 120))
        , m_detail(oneLine(event.detail))
        , m_line(event.line)
        , m_isOne(event.count == 1)
        , m_isNone(event.count <= 0)
        , m_count(format.count(event.count))
        , m_lineNumber(format.count(event.line))
        , m_plural(NumberFormat::pluralCount(event.count)) {}

    QString started() const {
        return m_subject.isEmpty() ? tr("The stream started.")
                                   : tr("The stream from %1 started.").arg(m_subject);
    }

    QString stopped() const {
        return m_isNone && m_line <= 0 ? tr("Stopped before the first sample.") : ended(tr("Stopped."));
    }

    QString finished() const {
        return m_isNone && m_line <= 0 ? tr("End of file without a sample. Check that it holds readings.")
                                       : ended(tr("End of file."));
    }

    QString failed() const {
        const QString cause = m_detail.isEmpty() ? tr("no cause was given") : m_detail;
        const QString happened = m_subject.isEmpty()
                                     ? tr("The source failed: %1.").arg(cause)
                                     : tr("The source failed: %1 (%2).").arg(cause, m_subject);
        return tr("%1 What was received before is kept and can be saved. Fix the problem and start again.")
            .arg(happened);
    }

    QString malformed() const {
        const QString what = m_line > 0 ? tr("Line %1 holds no sample and was skipped").arg(m_lineNumber)
                                        : tr("An input holds no sample and was skipped");
        return closed(what);
    }

    QString malformedMore() const {
        return m_isOne ? tr("One further input holds no sample and was skipped; it is counted.")
                       : tr("%1 further inputs hold no sample and were skipped; all are counted.", nullptr,
                            m_plural)
                             .arg(m_count);
    }

    QString remark() const {
        return closed(m_line > 0 ? tr("Line %1 was used, but is remarkable").arg(m_lineNumber)
                                 : tr("An input was used, but is remarkable"));
    }

    QString channelAdded() const {
        return m_subject.isEmpty() ? tr("A channel without a name sends its first sample.")
                                   : tr("Channel %1 sends its first sample.").arg(m_subject);
    }

    QString marked(StreamEvent::Kind kind, qint64 count, const NumberFormat& format) const {
        const QString sentence = markSentence(kind, count, format);
        return m_subject.isEmpty() ? sentence : tr("%1: %2").arg(m_subject, sentence);
    }

    QString dropped() const {
        return tr("%1 samples were dropped: this session has as many channels as it can hold. Start a new "
                  "session for the new channels.",
                  nullptr, m_plural)
            .arg(m_count);
    }

    QString lateDropped() const {
        return m_isOne
                   ? tr("1 sample came for windows that had already fired; it is kept, but in none of them.")
                   : tr("%1 samples came for windows that had already fired; they are kept, but in none of "
                        "them.",
                        nullptr, m_plural)
                         .arg(m_count);
    }

    QString windowsEarly() const {
        return tr("%1 windows fired before the watermark reached them, because too many were open. Their "
                  "results may lack samples.",
                  nullptr, m_plural)
            .arg(m_count);
    }

    QString alarmRaised() const { return tr("“%1” was raised by %2.").arg(m_subject, m_detail); }

    QString alarmsRaised() const {
        return m_isOne ? tr("1 further alarm was raised.")
                       : tr("%1 further alarms were raised.", nullptr, m_plural).arg(m_count);
    }

    QString channelLimit() const {
        return tr("%1 is not recorded: this session has as many channels as it can hold.").arg(m_subject);
    }

    QString stepLeftOut() const {
        return tr("“%1” does nothing: it reads “%2”, which is not there or switched off.")
            .arg(m_subject, m_detail);
    }

    QString captureBegan() const {
        return m_detail.isEmpty() ? tr("What is received is captured in %1.").arg(m_subject) : elsewhere();
    }

    QString captureFailed() const {
        const QString what = m_subject.isEmpty() ? tr("The capture cannot be written")
                                                 : tr("The capture cannot be written to %1").arg(m_subject);
        return tr("%1 The live view goes on; what comes is kept in memory for a new file, as far as there is "
                  "room. Make space, or mend the cause.")
            .arg(closed(what));
    }

    QString captureResumed() const {
        return m_detail.isEmpty()
                   ? tr("The capture goes on in a new file, %1.").arg(m_subject)
                   : tr("The capture goes on in %1, because the place chosen cannot be used: %2.")
                         .arg(m_subject, m_detail);
    }

    QString captureStalled() const {
        return tr("The disk does not keep up with the capture. The live view goes on; what comes waits in "
                  "memory, as far as there is room.");
    }

    QString captureCaughtUp() const { return tr("The disk keeps up with the capture again."); }

    QString captureMissed() const {
        return tr("%1 samples could not be captured in time. They are in memory, but in no file.", nullptr,
                  m_plural)
            .arg(m_count);
    }

    QString resultsMissed() const {
        return tr("%1 results (windows, alarms, events) could not be captured in time. They are in no file.",
                  nullptr, m_plural)
            .arg(m_count);
    }

    QString capturesDeleted() const {
        return m_isOne
                   ? tr("1 old capture (%1) was deleted, because of the limits of captures.").arg(m_detail)
                   : tr("%1 old captures (%2) were deleted, because of the limits of captures.", nullptr,
                        m_plural)
                         .arg(m_count, m_detail);
    }

    QString programMessage() const { return m_subject; }

    QString historyFull() const {
        return tr("The memory for samples is full with %1 of them. From now on the oldest remain as their "
                  "envelope only, and are in no file but the capture.",
                  nullptr, m_plural)
            .arg(m_count);
    }

private:
    /// What came of all that was received; see StreamEvent::Kind::Finished.
    QString ended(const QString& how) const {
        QStringList counts{m_isNone  ? tr("No samples recorded")
                           : m_isOne ? tr("1 sample recorded")
                                     : tr("%1 samples recorded", nullptr, m_plural).arg(m_count)};
        if (m_line > 0)
            counts.append(m_line == 1 ? tr("1 line unreadable")
                                      : tr("%1 lines unreadable", nullptr, NumberFormat::pluralCount(m_line))
                                            .arg(m_lineNumber));
        if (const qint64 dropped = m_detail.toLongLong(); dropped > 0)
            counts.append(tr("%1 samples dropped", nullptr, NumberFormat::pluralCount(dropped))
                              .arg(m_format.count(dropped)));
        return tr("%1 %2.").arg(how, counts.join(tr(", ")));
    }

    QString elsewhere() const {
        return tr("What is received is captured in %1, because the place chosen cannot be used: %2.")
            .arg(m_subject, m_detail);
    }

    QString closed(const QString& sentence) const {
        return m_detail.isEmpty() ? tr("%1.").arg(sentence) : tr("%1: %2.").arg(sentence, m_detail);
    }

    const NumberFormat& m_format;
    QString m_subject;
    QString m_detail;
    qint64 m_line;
    bool m_isOne;
    bool m_isNone;
    QString m_count;
    QString m_lineNumber;
    int m_plural;
};

} // namespace

QString eventText(const StreamEvent& event, const NumberFormat& format) {
    const EventSentences sentences(event, format);
    switch (event.kind) {
    case StreamEvent::Kind::Started:
        return sentences.started();
    case StreamEvent::Kind::Stopped:
        return sentences.stopped();
    case StreamEvent::Kind::Finished:
        return sentences.finished();
    case StreamEvent::Kind::Failed:
        return sentences.failed();
    case StreamEvent::Kind::Malformed:
        return sentences.malformed();
    case StreamEvent::Kind::MalformedMore:
        return sentences.malformedMore();
    case StreamEvent::Kind::Remark:
        return sentences.remark();
    case StreamEvent::Kind::ChannelAdded:
        return sentences.channelAdded();
    case StreamEvent::Kind::OutOfOrder:
    case StreamEvent::Kind::Duplicate:
    case StreamEvent::Kind::OutOfRange:
    case StreamEvent::Kind::NotANumber:
    case StreamEvent::Kind::Late:
    case StreamEvent::Kind::RateOfChange:
    case StreamEvent::Kind::Stuck:
    case StreamEvent::Kind::Gap:
    case StreamEvent::Kind::FarFuture:
        return sentences.marked(event.kind, event.count, format);
    case StreamEvent::Kind::Dropped:
        return sentences.dropped();
    case StreamEvent::Kind::LateDropped:
        return sentences.lateDropped();
    case StreamEvent::Kind::WindowsEarly:
        return sentences.windowsEarly();
    case StreamEvent::Kind::AlarmRaised:
        return sentences.alarmRaised();
    case StreamEvent::Kind::AlarmsRaised:
        return sentences.alarmsRaised();
    case StreamEvent::Kind::ChannelLimit:
        return sentences.channelLimit();
    case StreamEvent::Kind::StepLeftOut:
        return sentences.stepLeftOut();
    case StreamEvent::Kind::CaptureBegan:
        return sentences.captureBegan();
    case StreamEvent::Kind::CaptureFailed:
        return sentences.captureFailed();
    case StreamEvent::Kind::CaptureResumed:
        return sentences.captureResumed();
    case StreamEvent::Kind::CaptureStalled:
        return sentences.captureStalled();
    case StreamEvent::Kind::CaptureCaughtUp:
        return sentences.captureCaughtUp();
    case StreamEvent::Kind::CaptureMissed:
        return sentences.captureMissed();
    case StreamEvent::Kind::ResultsMissed:
        return sentences.resultsMissed();
    case StreamEvent::Kind::CapturesDeleted:
        return sentences.capturesDeleted();
    case StreamEvent::Kind::ProgramMessage:
        return sentences.programMessage();
    case StreamEvent::Kind::HistoryFull:
        break;
    }
    return sentences.historyFull();
}

QString eventWord(StreamEvent::Kind kind) {
    switch (kind) {
    case StreamEvent::Kind::Started:
        return EventSentences::tr("Started");
    case StreamEvent::Kind::Stopped:
        return EventSentences::tr("Stopped");
    case StreamEvent::Kind::Finished:
        return EventSentences::tr("Finished");
    case StreamEvent::Kind::Failed:
        return EventSentences::tr("Failed");
    case StreamEvent::Kind::Malformed:
    case StreamEvent::Kind::MalformedMore:
        return EventSentences::tr("Malformed");
    case StreamEvent::Kind::Remark:
        return EventSentences::tr("Remark");
    case StreamEvent::Kind::ChannelAdded:
        return EventSentences::tr("New channel");
    case StreamEvent::Kind::OutOfOrder:
        return EventSentences::tr("Out of order");
    case StreamEvent::Kind::Duplicate:
        return EventSentences::tr("Duplicate");
    case StreamEvent::Kind::OutOfRange:
        return EventSentences::tr("Out of range");
    case StreamEvent::Kind::NotANumber:
        return EventSentences::tr("Not a number");
    case StreamEvent::Kind::Late:
        return EventSentences::tr("Late");
    case StreamEvent::Kind::RateOfChange:
        return EventSentences::tr("Too fast");
    case StreamEvent::Kind::Stuck:
        return EventSentences::tr("Stuck");
    case StreamEvent::Kind::Gap:
        return EventSentences::tr("Gap");
    case StreamEvent::Kind::FarFuture:
        return EventSentences::tr("Far future");
    case StreamEvent::Kind::Dropped:
        return EventSentences::tr("Dropped");
    case StreamEvent::Kind::LateDropped:
        return EventSentences::tr("Too late");
    case StreamEvent::Kind::WindowsEarly:
        return EventSentences::tr("Fired early");
    case StreamEvent::Kind::AlarmRaised:
    case StreamEvent::Kind::AlarmsRaised:
        return EventSentences::tr("Alarm");
    case StreamEvent::Kind::ChannelLimit:
        return EventSentences::tr("No place");
    case StreamEvent::Kind::StepLeftOut:
        return EventSentences::tr("Step left out");
    case StreamEvent::Kind::CaptureBegan:
        return EventSentences::tr("Capture");
    case StreamEvent::Kind::CaptureFailed:
        return EventSentences::tr("No capture");
    case StreamEvent::Kind::CaptureResumed:
        return EventSentences::tr("New capture");
    case StreamEvent::Kind::CaptureStalled:
        return EventSentences::tr("Slow disk");
    case StreamEvent::Kind::CaptureCaughtUp:
        return EventSentences::tr("Caught up");
    case StreamEvent::Kind::CaptureMissed:
    case StreamEvent::Kind::ResultsMissed:
        return EventSentences::tr("Not captured");
    case StreamEvent::Kind::CapturesDeleted:
        return EventSentences::tr("Deleted");
    case StreamEvent::Kind::ProgramMessage:
        return EventSentences::tr("Problem");
    case StreamEvent::Kind::HistoryFull:
        break;
    }
    return EventSentences::tr("Memory full");
}

Severity eventSeverity(const StreamEvent& event) {
    switch (event.kind) {
    case StreamEvent::Kind::AlarmRaised:
    case StreamEvent::Kind::ProgramMessage:
        return event.severity;
    case StreamEvent::Kind::Stopped:
    case StreamEvent::Kind::Finished:
        return event.line > 0 || !event.detail.isEmpty() ? Severity::Warning : Severity::Notice;
    case StreamEvent::Kind::Failed:
    case StreamEvent::Kind::Dropped:
    case StreamEvent::Kind::CaptureFailed:
    case StreamEvent::Kind::CaptureStalled:
    case StreamEvent::Kind::CaptureMissed:
    case StreamEvent::Kind::ResultsMissed:
        return Severity::Alarm;
    case StreamEvent::Kind::CaptureResumed:
    case StreamEvent::Kind::HistoryFull:
    case StreamEvent::Kind::Malformed:
    case StreamEvent::Kind::MalformedMore:
    case StreamEvent::Kind::OutOfRange:
    case StreamEvent::Kind::NotANumber:
    case StreamEvent::Kind::RateOfChange:
    case StreamEvent::Kind::Stuck:
    case StreamEvent::Kind::Gap:
    case StreamEvent::Kind::FarFuture:
    case StreamEvent::Kind::WindowsEarly:
    case StreamEvent::Kind::AlarmsRaised:
    case StreamEvent::Kind::ChannelLimit:
    case StreamEvent::Kind::StepLeftOut:
        return Severity::Warning;
    default:
        return Severity::Notice;
    }
}

} // namespace rillscope
