// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/StillCapture.h"

#include "core/base/Message.h"
#include "core/capture/read/CaptureReader.h"
#include "core/capture/read/ResultTables.h"
#include "core/pipeline/EventTable.h"
#include "core/process/definition/DefinitionParser.h"

#include <QJsonDocument>

#include <algorithm>

namespace rillscope {
namespace {

Account accountOf(const CaptureInfo& info) {
    Account account = Account::fromJson(QJsonDocument::fromJson(info.account.toUtf8()).object());
    account.evicted = 0; // the capture has all of its samples
    // One that was cut short may have none: what is in it was received, and recorded.
    if (account.received == 0)
        account.received = account.accepted = account.recorded = info.sampleCount;
    return account;
}

StreamStatus statusOf(const CaptureInfo& info, const SampleHistory& history, const PipelineResults& results) {
    StreamStatus status;
    status.account = accountOf(info);
    status.alarms = results.alarms.counts();
    status.windows.emitted = results.windows.emittedCount();
    for (int channel = 0; channel < history.channelCount(); ++channel)
        status.statistics.append(history.channel(channel).statistics());
    if (const auto range = history.timeRange())
        status.newestEventTime = range->second;
    return status;
}

QList<StreamEvent> eventsOf(const QList<StoredEvent>& stored) {
    QList<StreamEvent> events;
    for (const StoredEvent& event : stored) {
        std::optional<StreamEvent> known = eventOfName(event.kind);
        if (!known) // of a newer program
            continue;
        known->time = event.time;
        known->subject = event.subject;
        known->detail = Message::verbatim(event.detail);
        known->line = event.line;
        known->count = event.count;
        known->severity = valueOf(severityWords, event.severity).value_or(Severity::Notice);
        events.append(*known);
    }
    return events;
}

PipelineDefinition definitionOf(const CaptureInfo& info) {
    const auto parsed = parseDefinition(info.definition.toUtf8(), info.path);
    return parsed ? *parsed : PipelineDefinition();
}

/// Windows, alarms and events.
Result<void> readResults(CaptureReader& reader, StillCapture& capture) {
    const auto windows = reader.readWindows(StillCapture::mostWindows);
    if (!windows)
        return tl::unexpected(windows.error());
    capture.results.windows = windowResultsOf(*windows, reader.channels());
    const auto alarms = reader.readAlarms(StillCapture::mostAlarms);
    if (!alarms)
        return tl::unexpected(alarms.error());
    capture.results.alarms = alarmTableOf(*alarms);
    const auto events = reader.readEvents(StillCapture::mostEvents);
    if (!events)
        return tl::unexpected(events.error());
    capture.events = eventsOf(*events);
    return {};
}

} // namespace

StillCaptureResult openStillCapture(const QString& path, const JobControl& control) {
    auto opened = openCaptureHistory(path, control.isCancelled, control.reportProgress);
    if (!opened)
        return tl::unexpected(opened.error());
    if (opened->info.sampleCount == 0)
        return failure(ErrorCode::EmptyInput, path,
                       Message(QT_TRANSLATE_NOOP("Message", "nothing was received while it was made")));
    auto capture = std::make_shared<StillCapture>();
    capture->info = opened->info;
    capture->history = opened->history;
    auto reader = CaptureReader::open(path, control.isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    if (const auto read = readResults(*reader, *capture); !read)
        return tl::unexpected(read.error());
    capture->status = statusOf(capture->info, *capture->history, capture->results);
    capture->definition = definitionOf(capture->info);
    if (capture->info.sources.size() == 1) {
        if (const auto source = SourceUri::parse(capture->info.sources.constFirst().text()))
            capture->source = *source;
    }
    return capture;
}

} // namespace rillscope
