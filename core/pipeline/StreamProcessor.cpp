// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/StreamProcessor.h"

#include "core/pipeline/CaptureLoss.h"
#include "core/process/definition/DefinitionWriter.h"
#include "core/process/definition/NamePattern.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rillscope {
namespace {

/// Events reach the user in digests, at most so often.
constexpr std::chrono::milliseconds reportInterval{500};

/// Results may be large, and nobody reads them more often.
constexpr std::chrono::milliseconds resultInterval{100};

/// How soon silence is noticed.
constexpr std::chrono::milliseconds timeInterval{100};

/// How soon it is noticed that the disk takes nothing any more, or takes it again.
constexpr std::chrono::milliseconds stallInterval{500};

/// How soon it is noticed that the capture has caught up.
constexpr std::chrono::milliseconds creditInterval{20};

/// Temperatures are kept in °C, whatever they came in.
Unit recordedUnit(Unit unit) {
    return unit == Unit::None ? Unit::None : Unit::Celsius;
}

} // namespace

StreamProcessor::StreamProcessor(std::shared_ptr<SampleHistory> history, std::shared_ptr<StatusBoard> board,
                                 const Clock& clock)
    : m_history(std::move(history))
    , m_board(std::move(board))
    , m_clock(clock)
    , m_chain(*this)
    , m_references(*m_history)
    , m_reportTimer(this)
    , m_resultTimer(this)
    , m_creditTimer(this)
    , m_stallTimer(this)
    , m_timeTimer(this) {
    m_reportTimer.setSingleShot(true);
    m_reportTimer.setInterval(reportInterval);
    connect(&m_reportTimer, &QTimer::timeout, this, &StreamProcessor::report);
    m_resultTimer.setSingleShot(true);
    m_resultTimer.setInterval(resultInterval);
    connect(&m_resultTimer, &QTimer::timeout, this, &StreamProcessor::publishResults);
    m_creditTimer.setSingleShot(true);
    m_creditTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_creditTimer, &QTimer::timeout, this, &StreamProcessor::giveCredit);
    m_stallTimer.setInterval(stallInterval);
    connect(&m_stallTimer, &QTimer::timeout, this, &StreamProcessor::noteStall);
    m_timeTimer.setInterval(timeInterval);
    connect(&m_timeTimer, &QTimer::timeout, this, &StreamProcessor::passTime);
}

void StreamProcessor::beginStream(const ShownUri& uri, SourceTime sourceTime) {
    m_inputs.clear();
    m_source = uri;
    m_sourceTime = sourceTime;
    m_credit.clear();
    m_chain.beginStream(sourceTime);
    if (m_chain.needsTime())
        m_timeTimer.start();
    m_digest.add(makeEvent(StreamEvent::Kind::Started, m_source.text()));
    if (m_capture)
        m_capture->setStream(
            {m_clock.now(), m_source, QString::fromUtf8(writeDefinition(m_chain.definition()))});
    report();
}

void StreamProcessor::process(const SampleBlock& block) {
    learnChannels(block.channels);
    if (m_capture)
        m_capture->reserve(block.size());
    Account& account = m_status.account;
    account.received += block.size() + block.malformedCount;
    account.malformed += block.malformedCount;
    account.accepted += block.size();
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        Q_ASSERT(sample.channel < m_inputs.size());
        record(sample, m_inputs.at(sample.channel), block.arrivalTime);
    }
    m_digest.addNotices(block, m_clock.now());
    noteEviction();
    noteResults();
    sendToCapture(block.arrivalTime);
    m_status.queued = std::max(m_clock.now() - block.arrivalTime, Duration::zero());
    m_status.processedAt = m_clock.monotonic();
    if (block.size() > 0)
        m_board->addArrival(block.arrivalTime);
    publish();
    reportSoon();
    m_credit.add();
    giveCredit();
}

/// Who waits for the capture here is the source, and only as long as waiting helps.
void StreamProcessor::giveCredit() {
    if (m_capture && !m_capture->hasRoom(m_sourceTime)) {
        m_creditTimer.start(creditInterval);
        return;
    }
    const Duration pause = m_capture ? m_capture->pause(m_sourceTime) : Duration{0};
    const Duration now = m_clock.monotonic();
    if (const int credit = m_credit.take(pause, now); credit > 0)
        Q_EMIT blockProcessed(credit);
    if (m_credit.isOwed())
        m_creditTimer.start(std::chrono::ceil<std::chrono::milliseconds>(m_credit.wait(pause, now)));
    else
        m_creditTimer.stop();
}

void StreamProcessor::setCapture(std::shared_ptr<CaptureWriter> writer) {
    m_capture.emplace(std::move(writer), *m_history);
    m_stallTimer.start();
}

void StreamProcessor::sendToCapture(Timestamp arrival) {
    if (!m_capture)
        return;
    m_capture->addWindows(m_results.windows);
    m_capture->send(arrival);
}

void StreamProcessor::whenCaptured(std::function<void()> told) {
    if (!m_capture) {
        told();
        return;
    }
    sendAccount();
    // The capture is closed before this goes.
    m_capture->flush(
        [this, told = std::move(told)] { QMetaObject::invokeMethod(this, told, Qt::QueuedConnection); });
}

void StreamProcessor::finishCapture() {
    if (!m_capture)
        return;
    publishResults();
    report();
    sendAccount();
    m_isCaptureFinished = true;
}

void StreamProcessor::sendAccount() {
    m_capture->setAccount(QJsonDocument(m_status.account.toJson()).toJson(QJsonDocument::Compact));
    sendToCapture(m_clock.now());
    Q_ASSERT(accountsMatch(m_status.account, m_capture->status()));
}

void StreamProcessor::noteCapture(const CaptureNews& news) {
    using Kind = StreamEvent::Kind;
    switch (news.kind) {
    case CaptureNews::Kind::Began:
        m_digest.add(makeEvent(Kind::CaptureBegan, news.subject, news.detail));
        break;
    case CaptureNews::Kind::Failed:
        m_digest.add(makeEvent(Kind::CaptureFailed, news.subject, news.detail));
        m_isCaptureStalled = false; // this is worse, and ends otherwise
        raiseCaptureAlarm(news.subject);
        break;
    case CaptureNews::Kind::Resumed:
        m_digest.add(makeEvent(Kind::CaptureResumed, news.subject, news.detail));
        break;
    case CaptureNews::Kind::Missed:
        m_digest.add(makeEvent(Kind::CaptureMissed, news.subject, {}, news.count));
        break;
    case CaptureNews::Kind::ResultsMissed:
        m_digest.add(makeEvent(Kind::ResultsMissed, news.subject, {}, news.count));
        break;
    }
    if (news.kind == CaptureNews::Kind::Began || news.kind == CaptureNews::Kind::Resumed)
        endCaptureAlarm();
    noteResults();
    publish();
    report();
}

void StreamProcessor::noteStall() {
    const CaptureStatus status = m_capture->status();
    const bool isStalled = status.isStalled;
    if (isStalled == std::exchange(m_isCaptureStalled, isStalled))
        return;
    if (isStalled) {
        m_digest.add(makeEvent(StreamEvent::Kind::CaptureStalled, status.path));
        raiseCaptureAlarm(status.path);
    } else {
        m_digest.add(makeEvent(StreamEvent::Kind::CaptureCaughtUp, status.path));
        endCaptureAlarm();
    }
    noteResults();
    publish();
    report();
}

/// An alarm like others, so that whoever is told of those is told of this.
void StreamProcessor::raiseCaptureAlarm(const QString& file) {
    const Timestamp now = m_clock.now();
    AlarmOccurrence alarm;
    alarm.step = QStringLiteral("capture");
    alarm.channel = file;
    alarm.severity = Severity::Alarm;
    alarm.first = now;
    alarm.raisedAt = now;
    alarm.last = now;
    alarm.isLatching = true;
    endCaptureAlarm();
    m_captureAlarm = m_results.alarms.raise(alarm);
}

void StreamProcessor::endCaptureAlarm() {
    if (const quint64 alarm = std::exchange(m_captureAlarm, 0); alarm != 0)
        m_results.alarms.end(alarm);
}

void StreamProcessor::noteEviction() {
    Account& account = m_status.account;
    const qint64 before = account.evicted;
    if (m_history->evictedCount() == 0)
        return;
    account.evicted = 0;
    for (int channel = 0; channel < m_history->channelCount(); ++channel) {
        if (m_history->info(channel).kind != ChannelKind::Reference)
            account.evicted += m_history->channel(channel).evictedCount();
    }
    if (before == 0 && account.evicted > 0)
        m_digest.add(makeEvent(StreamEvent::Kind::HistoryFull, {}, {}, account.recorded - account.evicted));
}

void StreamProcessor::record(const Sample& sample, const Input& input, Timestamp arrival) {
    Account& account = m_status.account;
    if (input.historyIndex == noChannel) {
        ++account.dropped;
        m_digest.addDropped(1);
        return;
    }
    Sample recorded{static_cast<ChannelIndex>(input.historyIndex), sample.eventTime,
                    toCelsius(sample.value, input.unit), sample.quality};
    recorded.quality |= m_chain.judge(recorded, arrival);
    if (recorded.quality) {
        account.countMarks(recorded.quality);
        m_digest.addMarks(recorded.quality, m_history->info(input.historyIndex).name);
    }
    if (std::isfinite(recorded.value))
        m_status.statistics[input.historyIndex].add(recorded.value);
    m_history->append(recorded);
    if (m_capture)
        m_capture->addSample(recorded);
    ++account.recorded;
    m_chain.process(recorded, arrival);
}

void StreamProcessor::learnChannels(const QList<ChannelInfo>& channels) {
    while (m_inputs.size() < channels.size()) {
        const ChannelInfo& info = channels.at(m_inputs.size());
        const Unit unit = inputUnit(info);
        m_inputs.append({historyChannel({info.name, recordedUnit(unit)}), unit});
    }
}

/// The first rule that names the channel decides; without one, the source knows best.
Unit StreamProcessor::inputUnit(const ChannelInfo& info) const {
    for (const UnitRule& rule : m_chain.definition().units) {
        if (matchesPattern(rule.channels, info.name))
            return rule.unit;
    }
    return info.unit;
}

int StreamProcessor::historyChannel(const ChannelInfo& info) {
    const int count = m_history->channelCount();
    for (int i = 0; i < count; ++i) {
        if (m_history->info(i) == info)
            return i;
    }
    if (count == maxChannels)
        return noChannel;
    m_status.statistics.append(RunningStatistics());
    const ChannelIndex index = m_history->addChannel(info);
    if (info.kind == ChannelKind::Raw) {
        m_digest.add(makeEvent(StreamEvent::Kind::ChannelAdded, info.name));
        m_chain.addChannel(index, info);
    }
    return index;
}

void StreamProcessor::addReference(const std::shared_ptr<const ReferenceCapture>& reference, bool isAligned) {
    std::vector<std::optional<ChannelIndex>> places;
    const auto range = m_history->timeRange();
    for (const ReferenceChannel& channel : reference->channels)
        places.push_back(addReferenceChannel(channel.info));
    const Duration shift =
        isAligned ? (range ? range->first : m_clock.now()) - reference->start : Duration{0};
    const bool isIdle = m_references.isEmpty();
    m_references.add(reference, std::move(places), shift);
    if (isIdle)
        appendReferences();
    reportSoon();
}

/// A channel of its own, even if there is one of the same name.
std::optional<ChannelIndex> StreamProcessor::addReferenceChannel(ChannelInfo info) {
    const QString name = info.name;
    const auto isTaken = [this](const ChannelInfo& wanted) {
        for (int i = 0; i < m_history->channelCount(); ++i) {
            if (m_history->info(i).name == wanted.name)
                return true;
        }
        return false;
    };
    for (int number = 2; isTaken(info); ++number)
        info.name = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    return addDerivedChannel(info);
}

/// A part between two blocks at a time, so that the stream never waits long.
void StreamProcessor::appendReferences() {
    m_references.appendSome([this](ChannelIndex channel, const RecordedSample& sample) {
        if (std::isfinite(sample.value))
            m_status.statistics[channel].add(sample.value);
        ++m_status.referenceSamples;
    });
    noteEviction();
    publish();
    if (!m_references.isEmpty())
        QMetaObject::invokeMethod(this, &StreamProcessor::appendReferences, Qt::QueuedConnection);
}

std::optional<ChannelIndex> StreamProcessor::addDerivedChannel(const ChannelInfo& info) {
    const int index = historyChannel(info);
    if (index != noChannel)
        return static_cast<ChannelIndex>(index);
    m_digest.add(makeEvent(StreamEvent::Kind::ChannelLimit, info.name));
    return std::nullopt;
}

void StreamProcessor::takeDerived(const Sample& sample) {
    if (std::isfinite(sample.value))
        m_status.statistics[sample.channel].add(sample.value);
    m_history->append(sample);
    if (m_capture)
        m_capture->addSample(sample);
    ++m_status.account.derived;
}

void StreamProcessor::setDefinition(const PipelineDefinition& definition) {
    m_chain.setDefinition(definition);
    noteLeftOut();
    if (m_chain.needsTime())
        m_timeTimer.start();
    else
        m_timeTimer.stop();
    if (m_capture && !m_source.isEmpty())
        m_capture->setStream({m_clock.now(), m_source, QString::fromUtf8(writeDefinition(definition))});
    noteResults();
    sendToCapture(m_clock.now());
    publish();
    reportSoon();
}

/// Tells once of each step that has nothing to read.
void StreamProcessor::noteLeftOut() {
    const QList<LeftOutStep> before = std::exchange(m_leftOut, m_chain.leftOut());
    for (const LeftOutStep& step : std::as_const(m_leftOut)) {
        if (!before.contains(step))
            m_digest.add(makeEvent(StreamEvent::Kind::StepLeftOut, step.name, step.of));
    }
}

void StreamProcessor::acknowledgeAlarm(quint64 id) {
    m_results.alarms.acknowledge(id);
    noteResults();
    publish();
}

void StreamProcessor::acknowledgeAllAlarms() {
    m_results.alarms.acknowledgeAll();
    noteResults();
    publish();
}

void StreamProcessor::passTime() {
    m_chain.passTime(m_clock.now());
    noteResults();
    sendToCapture(m_clock.now());
    publish();
    reportSoon();
}

/// What the chain has found since the last call goes into status, events and, soon, results.
void StreamProcessor::noteResults() {
    const WindowCounts counts = m_chain.windowCounts();
    m_digest.addLateDropped(counts.lateDropped - m_status.windows.lateDropped);
    m_digest.addWindowsEarly(counts.firedEarly - m_status.windows.firedEarly);
    m_status.windows = counts;
    m_status.newestEventTime = m_chain.newestEventTime();
    m_status.watermark = m_chain.watermark();
    noteAlarms();
    // Whatever changed: an alarm that goes on changes with each sample.
    if (!m_resultTimer.isActive() && (counts.emitted > 0 || m_status.alarms.raised > 0))
        m_resultTimer.start();
}

void StreamProcessor::noteAlarms() {
    const qint64 before = std::exchange(m_status.alarms, m_results.alarms.counts()).raised;
    const qint64 raised = m_status.alarms.raised - before;
    if (raised == 0)
        return;
    const QList<AlarmOccurrence>& kept = m_results.alarms.occurrences();
    const QList<AlarmOccurrence> told =
        kept.last(std::min<qint64>(raised, kept.size()))
            .first(std::min({raised, qint64{kept.size()}, qint64{maxAlarmsTold}}));
    for (const AlarmOccurrence& alarm : told) {
        StreamEvent event = makeEvent(StreamEvent::Kind::AlarmRaised, alarm.step, alarm.channel);
        event.severity = alarm.severity;
        m_digest.addAlarm(std::move(event));
    }
    m_digest.addFurtherAlarms(raised - told.size());
    Q_EMIT alarmsRaised(told);
}

void StreamProcessor::publishResults() {
    m_resultTimer.stop();
    m_board->publish(m_results);
    if (!m_capture || m_isCaptureFinished)
        return;
    m_capture->addAlarms(m_results.alarms);
    sendToCapture(m_clock.now());
}

/// Nothing more comes: what is still on its way through the steps comes out.
void StreamProcessor::finishChain() {
    m_timeTimer.stop();
    m_chain.endStream();
    noteResults();
    publishResults();
    publish();
}

void StreamProcessor::endStream(StreamEvent::Kind kind) {
    finishChain();
    report(); // what came before stands before it
    const Account& account = m_status.account;
    StreamEvent end = makeEvent(kind, {}, {}, account.recorded);
    end.line = account.malformed;
    if (account.dropped > 0)
        end.detail = QString::number(account.dropped);
    m_digest.add(end);
    report();
    whenCaptured([this, kind] { Q_EMIT streamEnded(kind); });
}

void StreamProcessor::failStream(const Error& error) {
    finishChain();
    report();
    m_digest.add(
        makeEvent(StreamEvent::Kind::Failed, error.subject, error.detail, m_status.account.recorded));
    report();
    whenCaptured([this, error] { Q_EMIT streamFailed(error); });
}

void StreamProcessor::publish() {
    m_board->publish(m_status);
}

void StreamProcessor::reportSoon() {
    if (!m_digest.isEmpty() && !m_reportTimer.isActive())
        m_reportTimer.start();
}

void StreamProcessor::report() {
    m_reportTimer.stop();
    const QList<StreamEvent> events = m_digest.take(m_clock.now());
    if (events.isEmpty())
        return;
    if (m_capture && !m_isCaptureFinished) {
        m_capture->addEvents(events);
        sendToCapture(m_clock.now());
    }
    Q_EMIT eventsOccurred(events);
}

StreamEvent StreamProcessor::makeEvent(StreamEvent::Kind kind, const QString& subject, const QString& detail,
                                       qint64 count) const {
    return {
        .kind = kind, .time = m_clock.now(), .subject = subject, .detail = detail, .line = 0, .count = count};
}

} // namespace rillscope
