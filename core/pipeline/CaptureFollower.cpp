// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureFollower.h"

#include "core/pipeline/CaptureLoss.h"
#include "core/pipeline/EventTable.h"

#include <utility>

namespace rillscope {
namespace {

/// How soon it is noticed that the disk takes nothing any more, or takes it again.
constexpr std::chrono::milliseconds stallInterval{500};

CapturedEvent captured(const StreamEvent& event) {
    return {event.time, eventName(event), event.severity, event.subject, event.detail.english(),
            event.line, event.count};
}

} // namespace

CaptureFollower::CaptureFollower(FollowerHost& host) : m_host(host), m_stallTimer(this) {
    m_stallTimer.setInterval(stallInterval);
    connect(&m_stallTimer, &QTimer::timeout, this, &CaptureFollower::noteStall);
}

void CaptureFollower::begin(std::shared_ptr<CaptureWriter> writer) {
    m_writer = std::move(writer);
    m_stallTimer.start();
}

void CaptureFollower::take(const std::shared_ptr<const RecordedBlock>& block) {
    if (m_isFinished)
        return;
    m_series += block->newSeries;
    CaptureBlock out;
    out.firstNewChannel = block->firstNewChannel;
    out.newChannels.assign(block->newChannels.begin(), block->newChannels.end());
    if (block->stream)
        out.streams.push_back(*block->stream);
    out.endedStream = block->endedStream;
    out.samples = block->samples;
    out.places = block->places;
    out.rawCount = block->rawCount;
    out.arrival = block->arrival;
    out.position = block->position;
    for (const RecordedWindow& window : block->windows) {
        const WindowSeriesInfo& series = m_series.at(window.series);
        out.windows.push_back({series.step, series.channel, window.row});
    }
    out.alarms.assign(block->alarms.begin(), block->alarms.end());
    out.alarmsLeftOut = block->alarmsLeftOut;
    for (const StreamEvent& event : block->events)
        out.events.push_back(captured(event));
    out.account = block->accountText;
    if (!out.samples.isEmpty())
        m_sentBytes = out.byteCount();
    if (!out.isEmpty())
        m_writer->offer(std::move(out));
    Q_ASSERT(block->accountText.isEmpty() || accountsMatch(block->account, m_writer->status()));
}

void CaptureFollower::note(const CaptureNews& news) {
    using Kind = StreamEvent::Kind;
    switch (news.kind) {
    case CaptureNews::Kind::Began:
        endAlarm();
        report(Kind::CaptureBegan, news.subject, news.detail);
        break;
    case CaptureNews::Kind::Failed:
        m_isStalled = false; // this is worse, and ends otherwise
        raiseAlarm(news.subject);
        report(Kind::CaptureFailed, news.subject, news.detail);
        break;
    case CaptureNews::Kind::Resumed:
        endAlarm();
        report(Kind::CaptureResumed, news.subject, news.detail);
        break;
    case CaptureNews::Kind::Missed:
        report(Kind::CaptureMissed, news.subject, {}, news.count);
        break;
    case CaptureNews::Kind::ResultsMissed:
        report(Kind::ResultsMissed, news.subject, {}, news.count);
        break;
    }
}

void CaptureFollower::noteStall() {
    const CaptureStatus status = m_writer->status();
    if (status.isStalled == std::exchange(m_isStalled, status.isStalled))
        return;
    if (status.isStalled) {
        raiseAlarm(status.path);
        report(StreamEvent::Kind::CaptureStalled, status.path);
    } else {
        endAlarm();
        report(StreamEvent::Kind::CaptureCaughtUp, status.path);
    }
}

void CaptureFollower::report(StreamEvent::Kind kind, const QString& subject, const Message& detail,
                             qint64 count) {
    m_host.report(
        {.kind = kind, .time = {}, .subject = subject, .detail = detail, .line = 0, .count = count});
}

/// One like those of the pipeline, so that whatever an alarm starts is started by this one, too.
void CaptureFollower::raiseAlarm(const QString& file) {
    endAlarm();
    m_alarm = m_host.raiseAlarm(QStringLiteral("capture"), file);
}

void CaptureFollower::endAlarm() {
    if (const quint64 alarm = std::exchange(m_alarm, 0); alarm != 0)
        m_host.endAlarm(alarm);
}

} // namespace rillscope
