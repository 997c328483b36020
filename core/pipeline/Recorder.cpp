// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Recorder.h"

#include "core/base/Message.h"
#include "core/process/definition/DefinitionWriter.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace rillscope {
namespace {

/// Events reach the user in digests, at most so often.
constexpr std::chrono::milliseconds reportInterval{500};

/// How soon silence is noticed.
constexpr std::chrono::milliseconds timeInterval{100};

} // namespace

Recorder::Recorder(std::shared_ptr<SampleHistory> history, const Clock& clock)
    : m_history(std::move(history))
    , m_clock(clock)
    , m_channels(*m_history)
    , m_block(*m_history)
    , m_chain(*this)
    , m_references(*m_history)
    , m_reportTimer(this)
    , m_timeTimer(this) {
    m_reportTimer.setSingleShot(true);
    m_reportTimer.setInterval(reportInterval);
    connect(&m_reportTimer, &QTimer::timeout, this, &Recorder::reportEvents);
    m_timeTimer.setInterval(timeInterval);
    connect(&m_timeTimer, &QTimer::timeout, this, &Recorder::passTime);
}

void Recorder::addFollower(std::shared_ptr<Follower> follower) {
    if (follower->readsSamples())
        m_block.gatherSamples();
    m_followers.add(std::move(follower));
}

void Recorder::describeStream(const StreamBeginning& stream) {
    m_block.setStream(
        {m_clock.now(), stream.uri, QString::fromUtf8(writeDefinition(m_chain.definition())), stream.number});
}

void Recorder::append(const Sample& sample) {
    const bool breaksBefore = m_history->append(sample);
    m_block.addSample(sample, breaksBefore);
    m_statistics.add(sample.channel, sample.value);
}

std::optional<ChannelIndex> Recorder::addDerivedChannel(const ChannelInfo& info) {
    const std::optional<ChannelIndex> channel = m_channels.findOrAdd(info);
    if (!channel)
        m_digest.add(makeEvent(StreamEvent::Kind::ChannelLimit, info.name));
    return channel;
}

void Recorder::takeDerived(const Sample& sample) {
    append(sample);
    ++m_account.derived;
}

void Recorder::addReference(std::shared_ptr<const ReferenceSamples> reference, bool isAligned) {
    QMetaObject::invokeMethod(
        this, [this, reference = std::move(reference), isAligned] { placeReference(reference, isAligned); });
}

void Recorder::placeReference(const std::shared_ptr<const ReferenceSamples>& reference, bool isAligned) {
    std::vector<std::optional<ChannelIndex>> places;
    const auto range = m_history->timeRange();
    for (const ReferenceChannel& channel : reference->channels) {
        places.push_back(m_channels.addReference(channel.info));
        if (!places.back())
            m_digest.add(makeEvent(StreamEvent::Kind::ChannelLimit, channel.info.name));
    }
    const Duration shift =
        isAligned ? (range ? range->first : m_clock.now()) - reference->start : Duration{0};
    const bool isIdle = m_references.isEmpty();
    m_references.add(reference, std::move(places), shift);
    if (isIdle)
        appendReferences();
    reportSoon();
}

/// A part between two blocks at a time, so that the stream never waits long.
void Recorder::appendReferences() {
    m_references.appendSome([this](ChannelIndex channel, const RecordedSample& sample) {
        m_statistics.add(channel, sample.value);
        ++m_referenceSamples;
    });
    handOnNow();
    if (!m_references.isEmpty())
        QMetaObject::invokeMethod(this, &Recorder::appendReferences, Qt::QueuedConnection);
}

void Recorder::setDefinition(const PipelineDefinition& definition) {
    QMetaObject::invokeMethod(this, [this, definition] { useDefinition(definition); });
}

void Recorder::useDefinition(const PipelineDefinition& definition) {
    m_chain.setDefinition(definition);
    noteLeftOut();
    if (m_chain.needsTime())
        m_timeTimer.start();
    else
        m_timeTimer.stop();
    if (const auto& latest = m_streams.latest())
        describeStream(*latest);
    handOnNow();
    reportSoon();
}

void Recorder::acknowledgeAlarm(quint64 id) {
    QMetaObject::invokeMethod(this, [this, id] {
        m_alarms.acknowledge(id);
        handOnNow();
    });
}

void Recorder::acknowledgeAllAlarms() {
    QMetaObject::invokeMethod(this, [this] {
        m_alarms.acknowledgeAll();
        handOnNow();
    });
}

quint64 Recorder::raiseAlarm(const QString& step, const QString& channel) {
    const Timestamp now = m_clock.now();
    AlarmOccurrence alarm;
    alarm.step = step;
    alarm.channel = channel;
    alarm.severity = Severity::Alarm;
    alarm.first = alarm.raisedAt = alarm.last = now;
    alarm.isLatching = true;
    return m_alarms.raise(std::move(alarm));
}

void Recorder::passTime() {
    m_chain.passTime(m_clock.now());
    handOnNow();
    reportSoon();
}

void Recorder::finish() {
    m_reportTimer.stop();
    m_block.addEvents(m_digest.take(m_clock.now()));
    noteEviction();
    m_block.setAccountText(QJsonDocument(m_account.toJson()).toJson(QJsonDocument::Compact));
    handOnNow();
}

void Recorder::handOn(Timestamp arrival) {
    noteEviction();
    noteCounts();
    const AlarmChanges changes = m_alarms.takeChanges();
    noteAlarms(changes);
    m_block.addAlarms(changes);
    auto block = std::make_shared<RecordedBlock>(m_block.take());
    block->arrival = arrival;
    block->account = m_account;
    block->sources = m_streams.sources();
    block->statistics = m_statistics.ofChannels(m_history->channelCount());
    block->referenceSamples = m_referenceSamples;
    block->windowCounts = m_windowCounts;
    block->alarmCounts = m_alarms.counts();
    block->newestEventTime = m_chain.newestEventTime();
    block->watermark = m_chain.watermark();
    m_followers.take(block);
}

void Recorder::noteCounts() {
    const WindowCounts before = std::exchange(m_windowCounts, m_chain.windowCounts());
    m_digest.addLateDropped(m_windowCounts.lateDropped - before.lateDropped);
    m_digest.addWindowsEarly(m_windowCounts.firedEarly - before.firedEarly);
}

void Recorder::noteAlarms(const AlarmChanges& changes) {
    const qint64 before = std::exchange(m_alarmsRaised, m_alarms.counts().raised);
    qint64 untold = m_alarmsRaised - before;
    for (const AlarmOccurrence& alarm : changes.occurrences) {
        if (static_cast<qint64>(alarm.id) <= before)
            continue;
        if (m_alarmsRaised - before - untold == EventDigest::detailsPerDigest)
            break;
        StreamEvent event =
            makeEvent(StreamEvent::Kind::AlarmRaised, alarm.step, Message::verbatim(alarm.channel));
        event.severity = alarm.severity;
        m_digest.addAlarm(std::move(event));
        --untold;
    }
    m_digest.addFurtherAlarms(untold);
}

/// Reports each step that has nothing to read once.
void Recorder::noteLeftOut() {
    const QList<LeftOutStep> before = std::exchange(m_leftOut, m_chain.leftOut());
    for (const LeftOutStep& step : std::as_const(m_leftOut)) {
        if (!before.contains(step))
            m_digest.add(makeEvent(StreamEvent::Kind::StepLeftOut, step.name, Message::verbatim(step.of)));
    }
}

void Recorder::noteEviction() {
    if (m_history->evictedCount() == 0)
        return;
    const qint64 before = std::exchange(m_account.evicted, 0);
    for (int channel = 0; channel < m_history->channelCount(); ++channel) {
        if (m_history->info(channel).kind != ChannelKind::Reference)
            m_account.evicted += m_history->channel(channel).evictedCount();
    }
    if (before == 0 && m_account.evicted > 0)
        m_digest.add(
            makeEvent(StreamEvent::Kind::HistoryFull, {}, {}, m_account.recorded - m_account.evicted));
}

void Recorder::report(StreamEvent event) {
    event.time = m_clock.now();
    m_digest.add(std::move(event));
    reportEvents();
}

void Recorder::reportSoon() {
    if (!m_digest.isEmpty() && !m_reportTimer.isActive())
        m_reportTimer.start();
}

void Recorder::reportEvents() {
    m_reportTimer.stop();
    if (m_digest.isEmpty())
        return;
    m_block.addEvents(m_digest.take(m_clock.now()));
    handOnNow();
}

StreamEvent Recorder::makeEvent(StreamEvent::Kind kind, const QString& subject, const Message& detail,
                                qint64 count) const {
    return {
        .kind = kind, .time = m_clock.now(), .subject = subject, .detail = detail, .line = 0, .count = count};
}

} // namespace rillscope
