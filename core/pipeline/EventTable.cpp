// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventTable.h"

#include "core/model/ChannelInfo.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

template <Severity severity>
Severity always(const StreamEvent&) {
    return severity;
}

constexpr auto notice = always<Severity::Notice>;
constexpr auto warning = always<Severity::Warning>;
constexpr auto alarm = always<Severity::Alarm>;

Severity itsOwn(const StreamEvent& event) {
    return event.severity;
}

Severity thatOfItsMark(const StreamEvent& event) {
    return markTable.at(markNumber(event.mark)).eventSeverity;
}

/// See StreamEvent::Kind::Finished for what `line` and `detail` count.
Severity warningIfInputWasLost(const StreamEvent& event) {
    return event.line > 0 || !event.detail.isEmpty() ? Severity::Warning : Severity::Notice;
}

using Kind = StreamEvent::Kind;

static_assert(maxChannels == 256, "a line below says so");

/// In a line, {subject}, {detail}, {line} and {count} stand for those of the event. A part in brackets is
/// left out when the event has no detail.
constexpr std::array rows{
    EventRow{Kind::Started, "started", notice, ""},
    EventRow{Kind::Stopped, "stopped", warningIfInputWasLost, ""},
    EventRow{Kind::Finished, "finished", warningIfInputWasLost, ""},
    EventRow{Kind::Failed, "failed", alarm, "{subject}: {detail}"},
    EventRow{Kind::Malformed, "malformed", warning, "line {line}: {detail}"},
    EventRow{Kind::MalformedMore, "malformedMore", warning, "{count} more unreadable inputs"},
    EventRow{Kind::LostAtSource, "lostAtSource", warning,
             "{count} samples or messages were lost before they could be read"},
    EventRow{Kind::UnknownLoss, "unknownLoss", warning, "something may be missing[: {detail}]"},
    EventRow{Kind::RowsLeftOut, "rowsLeftOut", warning, "{count} rows without a value were left out"},
    EventRow{Kind::Remark, "remark", notice, "line {line}: {detail}"},
    EventRow{Kind::ChannelAdded, "channelAdded", notice, ""},
    EventRow{Kind::Marked, "", thatOfItsMark, ""},
    EventRow{Kind::LateDropped, "lateDropped", notice, ""},
    EventRow{Kind::AlarmRaised, "alarmRaised", itsOwn, ""},
    EventRow{Kind::AlarmsRaised, "alarmsRaised", warning, ""},
    EventRow{Kind::WindowsEarly, "windowsEarly", warning,
             "{count} windows fired early, because too many were open"},
    EventRow{Kind::ChannelLimit, "channelLimit", warning, "{subject}: no more than 256 channels"},
    EventRow{Kind::StepLeftOut, "stepLeftOut", warning,
             "step \"{subject}\" does nothing: it reads \"{detail}\", which is disabled"},
    EventRow{Kind::CaptureBegan, "captureBegan", notice, "recording to {subject}[, because of {detail}]"},
    EventRow{Kind::CaptureFailed, "captureFailed", alarm,
             "the recording failed, and continues when it can: {subject}: {detail}"},
    EventRow{Kind::CaptureResumed, "captureResumed", warning,
             "recording to {subject}[, because of {detail}]"},
    EventRow{Kind::CaptureStalled, "captureStalled", alarm, "the disk does not keep up with the recording"},
    EventRow{Kind::CaptureCaughtUp, "captureCaughtUp", notice, "the disk keeps up with the recording again"},
    EventRow{Kind::CaptureMissed, "captureMissed", alarm, "{count} samples could not be recorded"},
    EventRow{Kind::ResultsMissed, "resultsMissed", alarm,
             "{count} windows, alarms and events could not be recorded"},
    EventRow{Kind::CapturesDeleted, "capturesDeleted", notice, ""},
    EventRow{Kind::ProgramMessage, "programMessage", itsOwn, ""},
    EventRow{Kind::Dropped, "dropped", alarm, ""},
    EventRow{Kind::HistoryFull, "historyFull", warning,
             "the memory for samples is full with {count} of them; from now on the oldest are left out of "
             "the CSV file"}};

const EventRow& rowOf(Kind kind) {
    const auto row = std::ranges::find(rows, kind, &EventRow::kind);
    Q_ASSERT(row != rows.end());
    return *row;
}

QString valueOfPlace(const StreamEvent& event, QStringView place) {
    if (place == QLatin1String("subject"))
        return event.subject;
    if (place == QLatin1String("detail"))
        return event.detail.english();
    Q_ASSERT(place == QLatin1String("line") || place == QLatin1String("count"));
    return QString::number(place == QLatin1String("line") ? event.line : event.count);
}

} // namespace

std::span<const EventRow> eventTable() {
    return rows;
}

QString eventName(const StreamEvent& event) {
    if (event.kind != Kind::Marked)
        return QString::fromLatin1(rowOf(event.kind).name);
    const std::string_view mark = qualityFlagName(event.mark);
    return QString::fromLatin1(mark.data(), static_cast<qsizetype>(mark.size()));
}

std::optional<StreamEvent> eventOfName(const QString& name) {
    if (const auto mark = parseQualityFlag(name.toStdString()))
        return StreamEvent{.kind = Kind::Marked, .mark = *mark};
    for (const EventRow& row : rows) {
        if (*row.name != '\0' && name == QLatin1String(row.name))
            return StreamEvent{.kind = row.kind};
    }
    return std::nullopt;
}

Severity eventSeverity(const StreamEvent& event) {
    return rowOf(event.kind).severity(event);
}

QString eventLine(const StreamEvent& event) {
    QString pattern = QString::fromLatin1(rowOf(event.kind).line);
    if (const qsizetype part = pattern.indexOf(u'['); part >= 0) {
        const qsizetype end = pattern.indexOf(u']', part);
        pattern = event.detail.isEmpty()
                      ? pattern.left(part) + pattern.mid(end + 1)
                      : pattern.left(part) + pattern.mid(part + 1, end - part - 1) + pattern.mid(end + 1);
    }
    // In one pass, so that braces in what the event says stay as they are.
    QString text;
    qsizetype done = 0;
    for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', done)) {
        const qsizetype close = pattern.indexOf(u'}', open);
        text += QStringView(pattern).mid(done, open - done);
        text += valueOfPlace(event, QStringView(pattern).mid(open + 1, close - open - 1));
        done = close + 1;
    }
    return text + pattern.mid(done);
}

} // namespace rillscope
