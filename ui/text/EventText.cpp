// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EventText.h"

#include "core/pipeline/EventTable.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"
#include "ui/text/QualityText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

using Kind = StreamEvent::Kind;

constexpr qsizetype longestMessage = 600;

/// An event as its sentence needs it: numbers with separators, text from outside in one line.
struct Event {
    Q_DECLARE_TR_FUNCTIONS(EventText)

public:
    Event(const StreamEvent& event, const NumberFormat& numbers)
        : format(numbers)
        , subject(oneLine(event.subject, event.kind == Kind::ProgramMessage ? longestMessage : 120))
        , detail(oneLine(messageText(event.detail)))
        , mark(event.mark)
        , line(event.line)
        , count(event.count)
        , counted(numbers.count(event.count))
        , lineNumber(numbers.count(event.line))
        , plural(NumberFormat::pluralCount(event.count)) {}

    bool isOne() const { return count == 1; }
    bool isEmpty() const { return count <= 0 && line <= 0; }

    /// "sentence: detail."
    QString closed(const QString& sentence) const {
        return detail.isEmpty() ? tr("%1.").arg(sentence) : tr("%1: %2.").arg(sentence, detail);
    }

    /// What came of all that was received; see StreamEvent::Kind::Finished.
    QString ended(const QString& how) const {
        QStringList counts{count <= 0 ? tr("No samples recorded")
                           : isOne()  ? tr("1 sample recorded")
                                      : tr("%1 samples recorded", nullptr, plural).arg(counted)};
        if (line > 0)
            counts.append(
                line == 1
                    ? tr("1 line unreadable")
                    : tr("%1 lines unreadable", nullptr, NumberFormat::pluralCount(line)).arg(lineNumber));
        if (const qint64 dropped = detail.toLongLong(); dropped > 0)
            counts.append(tr("%1 samples dropped", nullptr, NumberFormat::pluralCount(dropped))
                              .arg(format.count(dropped)));
        return tr("%1 %2.").arg(how, counts.join(tr(", ")));
    }

    const NumberFormat& format;
    QString subject;
    QString detail;
    QualityFlag mark;
    qint64 line;
    qint64 count;
    QString counted;
    QString lineNumber;
    int plural;
};

/// All that the window says of a kind of event. "One" and "many" are separate sentences so that the English
/// is right without a translation file; translators of "many" get all forms of their language.
struct EventTextRow {
    Kind kind;
    const char* word; ///< unused for Marked: each mark has its own
    QString (*sentence)(const Event& event);
};

constexpr std::array texts{
    EventTextRow{Kind::Started, QT_TRANSLATE_NOOP("EventText", "Started"),
                 [](const Event& event) {
                     return event.subject.isEmpty()
                                ? Event::tr("The stream started.")
                                : Event::tr("The stream from %1 started.").arg(event.subject);
                 }},
    EventTextRow{Kind::Stopped, QT_TRANSLATE_NOOP("EventText", "Stopped"),
                 [](const Event& event) {
                     return event.isEmpty() ? Event::tr("Stopped before the first sample.")
                                            : event.ended(Event::tr("Stopped."));
                 }},
    EventTextRow{Kind::Finished, QT_TRANSLATE_NOOP("EventText", "Finished"),
                 [](const Event& event) {
                     return event.isEmpty()
                                ? Event::tr("End of file without a sample. Check that it holds readings.")
                                : event.ended(Event::tr("End of file."));
                 }},
    EventTextRow{
        Kind::Failed, QT_TRANSLATE_NOOP("EventText", "Failed"),
        [](const Event& event) {
            const QString cause = event.detail.isEmpty() ? Event::tr("no cause was given") : event.detail;
            const QString happened = event.subject.isEmpty()
                                         ? Event::tr("The source failed: %1.").arg(cause)
                                         : Event::tr("The source failed: %1 (%2).").arg(cause, event.subject);
            return Event::tr(
                       "%1 What was received before is kept and can be saved. Fix the problem and start "
                       "again.")
                .arg(happened);
        }},
    EventTextRow{Kind::Malformed, QT_TRANSLATE_NOOP("EventText", "Unreadable"),
                 [](const Event& event) {
                     return event.closed(
                         event.line > 0
                             ? Event::tr("Line %1 holds no sample and was skipped").arg(event.lineNumber)
                             : Event::tr("An input holds no sample and was skipped"));
                 }},
    EventTextRow{
        Kind::MalformedMore, QT_TRANSLATE_NOOP("EventText", "Unreadable"),
        [](const Event& event) {
            return event.isOne()
                       ? Event::tr("One further input holds no sample and was skipped; it is counted.")
                       : Event::tr("%1 further inputs hold no sample and were skipped; all are counted.",
                                   nullptr, event.plural)
                             .arg(event.counted);
        }},
    EventTextRow{Kind::LostAtSource, QT_TRANSLATE_NOOP("EventText", "Lost at source"),
                 [](const Event& event) {
                     return event.isOne()
                                ? Event::tr("1 sample or message was lost before it could be read; it is "
                                            "counted as lost.")
                                : Event::tr("%1 samples or messages were lost before they could be read; "
                                            "they are counted as lost.",
                                            nullptr, event.plural)
                                      .arg(event.counted);
                 }},
    EventTextRow{Kind::UnknownLoss, QT_TRANSLATE_NOOP("EventText", "May be missing"),
                 [](const Event& event) {
                     return event.isOne() || event.count <= 0
                                ? event.closed(Event::tr("Something may be missing before what came next"))
                                : Event::tr("At %1 further places something may be missing.", nullptr,
                                            event.plural)
                                      .arg(event.counted);
                 }},
    EventTextRow{Kind::RowsLeftOut, QT_TRANSLATE_NOOP("EventText", "Left out"),
                 [](const Event& event) {
                     return event.isOne()
                                ? Event::tr("1 row holds no value and was left out; it is counted.")
                                : Event::tr("%1 rows hold no value and were left out; they are counted.",
                                            nullptr, event.plural)
                                      .arg(event.counted);
                 }},
    EventTextRow{Kind::Remark, QT_TRANSLATE_NOOP("EventText", "Remark"),
                 [](const Event& event) {
                     return event.closed(
                         event.line > 0
                             ? Event::tr("Line %1 was used, but is remarkable").arg(event.lineNumber)
                             : Event::tr("An input was used, but is remarkable"));
                 }},
    EventTextRow{Kind::ChannelAdded, QT_TRANSLATE_NOOP("EventText", "New channel"),
                 [](const Event& event) {
                     return event.subject.isEmpty() ? Event::tr("New channel without a name.")
                                                    : Event::tr("New channel: %1.").arg(event.subject);
                 }},
    EventTextRow{Kind::Marked, "",
                 [](const Event& event) {
                     const QString sentence = markSentence(event.mark, event.count, event.format);
                     return event.subject.isEmpty() ? sentence
                                                    : Event::tr("%1: %2").arg(event.subject, sentence);
                 }},
    EventTextRow{Kind::LateDropped, QT_TRANSLATE_NOOP("EventText", "Too late"),
                 [](const Event& event) {
                     return event.isOne()
                                ? Event::tr("1 sample came for windows that had already fired; it is kept, "
                                            "but in none of them.")
                                : Event::tr("%1 samples came for windows that had already fired; they are "
                                            "kept, but in none of them.",
                                            nullptr, event.plural)
                                      .arg(event.counted);
                 }},
    EventTextRow{Kind::AlarmRaised, QT_TRANSLATE_NOOP("EventText", "Alarm"),
                 [](const Event& event) {
                     return Event::tr("“%1” was raised by %2.").arg(event.subject, event.detail);
                 }},
    EventTextRow{Kind::AlarmsRaised, QT_TRANSLATE_NOOP("EventText", "Alarm"),
                 [](const Event& event) {
                     return event.isOne() ? Event::tr("1 further alarm was raised.")
                                          : Event::tr("%1 further alarms were raised.", nullptr, event.plural)
                                                .arg(event.counted);
                 }},
    EventTextRow{Kind::WindowsEarly, QT_TRANSLATE_NOOP("EventText", "Fired early"),
                 [](const Event& event) {
                     return Event::tr("%1 windows fired before the watermark reached them, because too many "
                                      "were open. Their results may lack samples.",
                                      nullptr, event.plural)
                         .arg(event.counted);
                 }},
    EventTextRow{Kind::ChannelLimit, QT_TRANSLATE_NOOP("EventText", "No place"),
                 [](const Event& event) {
                     return Event::tr("%1 is not recorded: this session has as many channels as it can hold.")
                         .arg(event.subject);
                 }},
    EventTextRow{Kind::StepLeftOut, QT_TRANSLATE_NOOP("EventText", "Step left out"),
                 [](const Event& event) {
                     return Event::tr("“%1” does nothing: it reads “%2”, which is missing or disabled.")
                         .arg(event.subject, event.detail);
                 }},
    EventTextRow{Kind::CaptureBegan, QT_TRANSLATE_NOOP("EventText", "Recording"),
                 [](const Event& event) {
                     return event.detail.isEmpty()
                                ? Event::tr("Recording to %1.").arg(event.subject)
                                : Event::tr("Recording to %1, because the chosen folder cannot be used: %2.")
                                      .arg(event.subject, event.detail);
                 }},
    EventTextRow{
        Kind::CaptureFailed, QT_TRANSLATE_NOOP("EventText", "Not recording"),
        [](const Event& event) {
            const QString what = event.subject.isEmpty()
                                     ? Event::tr("The recording cannot be written")
                                     : Event::tr("The recording cannot be written to %1").arg(event.subject);
            return Event::tr("%1 The live view continues; new samples are kept in memory for a new file, as "
                             "far as there is room. Make space, or fix the problem.")
                .arg(event.closed(what));
        }},
    EventTextRow{Kind::CaptureResumed, QT_TRANSLATE_NOOP("EventText", "New recording"),
                 [](const Event& event) {
                     return event.detail.isEmpty()
                                ? Event::tr("The recording continues in a new file, %1.").arg(event.subject)
                                : Event::tr("The recording continues in %1, because the chosen folder cannot "
                                            "be used: %2.")
                                      .arg(event.subject, event.detail);
                 }},
    EventTextRow{Kind::CaptureStalled, QT_TRANSLATE_NOOP("EventText", "Slow disk"),
                 [](const Event&) {
                     return Event::tr("The disk is slower than the stream. The live view continues; new "
                                      "samples wait in memory, as far as there is room.");
                 }},
    EventTextRow{Kind::CaptureCaughtUp, QT_TRANSLATE_NOOP("EventText", "Caught up"),
                 [](const Event&) { return Event::tr("The disk keeps up with the stream again."); }},
    EventTextRow{Kind::CaptureMissed, QT_TRANSLATE_NOOP("EventText", "Not recorded"),
                 [](const Event& event) {
                     return Event::tr(
                                "%1 samples could not be recorded in time. They are in memory, but in no "
                                "file.",
                                nullptr, event.plural)
                         .arg(event.counted);
                 }},
    EventTextRow{Kind::ResultsMissed, QT_TRANSLATE_NOOP("EventText", "Not recorded"),
                 [](const Event& event) {
                     return Event::tr("%1 results (windows, alarms, events) could not be recorded in time. "
                                      "They are in no file.",
                                      nullptr, event.plural)
                         .arg(event.counted);
                 }},
    EventTextRow{Kind::CapturesDeleted, QT_TRANSLATE_NOOP("EventText", "Deleted"),
                 [](const Event& event) {
                     return event.isOne()
                                ? Event::tr("1 old recording (%1) was deleted to stay within the limits.")
                                      .arg(event.detail)
                                : Event::tr("%1 old recordings (%2) were deleted to stay within the limits.",
                                            nullptr, event.plural)
                                      .arg(event.counted, event.detail);
                 }},
    EventTextRow{Kind::ProgramMessage, QT_TRANSLATE_NOOP("EventText", "Problem"),
                 [](const Event& event) { return event.subject; }},
    EventTextRow{Kind::Dropped, QT_TRANSLATE_NOOP("EventText", "Dropped"),
                 [](const Event& event) {
                     return Event::tr("%1 samples were dropped: this session has as many channels as it can "
                                      "hold. Start a new session for the new channels.",
                                      nullptr, event.plural)
                         .arg(event.counted);
                 }},
    EventTextRow{Kind::HistoryFull, QT_TRANSLATE_NOOP("EventText", "Memory full"), [](const Event& event) {
                     return Event::tr("The memory for samples is full with %1 of them. From now on the "
                                      "oldest remain as min/max only, and are in no file but the recording.",
                                      nullptr, event.plural)
                         .arg(event.counted);
                 }}};

const EventTextRow& textOf(Kind kind) {
    const auto text = std::ranges::find(texts, kind, &EventTextRow::kind);
    Q_ASSERT(text != texts.end());
    return *text;
}

} // namespace

QString eventText(const StreamEvent& event, const NumberFormat& format) {
    return textOf(event.kind).sentence(Event(event, format));
}

QString eventWord(const StreamEvent& event) {
    return event.kind == Kind::Marked ? markWord(event.mark) : Event::tr(textOf(event.kind).word);
}

QStringList allEventWords() {
    QStringList words;
    for (const EventRow& row : eventTable()) {
        if (row.kind != Kind::Marked)
            words.append(eventWord({.kind = row.kind}));
    }
    for (const QualityFlag mark : allQualityFlags)
        words.append(markWord(mark));
    return words;
}

} // namespace rillscope
