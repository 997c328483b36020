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
    , m_credit(m_followers, clock, this)
    , m_reportTimer(this)
    , m_timeTimer(this) {
    connect(&m_credit, &CreditGate::granted, this, &Recorder::creditGranted);
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

void Recorder::beginStream(const ShownUri& uri, SourceTime sourceTime) {
    m_channels.beginStream();
    m_source = uri;
    ++m_streamNumber;
    m_credit.beginStream(sourceTime);
    m_chain.beginStream(sourceTime);
    if (m_chain.needsTime())
        m_timeTimer.start();
    describeStream();
    report(makeEvent(StreamEvent::Kind::Started, m_source.text()));
}

void Recorder::describeStream() {
    m_block.setStream({m_clock.now(), m_source, QString::fromUtf8(writeDefinition(m_chain.definition()))});
}

void Recorder::process(const SampleBlock& block) {
    addChannels(block.channels);
    m_block.reserve(block.size());
    m_account.received += block.size() + block.malformedCount;
    m_account.malformed += block.malformedCount;
    m_account.accepted += block.size();
    m_account.lost += block.lostCount;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        Q_ASSERT(sample.channel < m_channels.inputCount());
        record(sample, m_channels.input(sample.channel), block.arrivalTime);
    }
    m_digest.addNotices(block, m_clock.now());
    m_digest.addLost(block.lostCount);
    if (!block.position.isEmpty()) {
        m_credit.holdWhileFailing();
        m_block.setPosition({m_streamNumber, m_source, block.position});
    }
    handOn(block.arrivalTime);
    acknowledgeUnlessAFollowerDoes(block.position);
    reportSoon();
    m_credit.add();
}

void Recorder::acknowledgeUnlessAFollowerDoes(const QByteArray& position) {
    if (!position.isEmpty() && !m_followers.acknowledgePositions())
        Q_EMIT acknowledged(position);
}

/// One of an earlier stream comes late, when a disk takes again what it could not take.
void Recorder::acknowledge(const CapturedPosition& position) {
    if (position.stream == m_streamNumber)
        Q_EMIT acknowledged(position.position);
}

void Recorder::record(const Sample& sample, const RecordedChannels::Input& input, Timestamp arrival) {
    if (!input.channel) {
        ++m_account.dropped;
        m_digest.addDropped(1);
        return;
    }
    Sample recorded{*input.channel, sample.eventTime, toCelsius(sample.value, input.unit), sample.quality};
    recorded.quality |= m_chain.judge(recorded, arrival);
    if (recorded.quality) {
        m_account.countMarks(recorded.quality);
        m_digest.addMarks(recorded.quality, m_history->info(recorded.channel).name);
    }
    append(recorded);
    ++m_account.recorded;
    m_chain.process(recorded, arrival);
}

void Recorder::append(const Sample& sample) {
    const bool breaksBefore = m_history->append(sample);
    m_block.addSample(sample, breaksBefore);
    m_statistics.add(sample.channel, sample.value);
}

void Recorder::addChannels(const QList<ChannelInfo>& channels) {
    while (m_channels.inputCount() < channels.size()) {
        const int before = m_history->channelCount();
        const auto& input =
            m_channels.addInput(channels.at(m_channels.inputCount()), m_chain.definition().units);
        if (m_history->channelCount() == before)
            continue;
        const ChannelInfo& info = m_history->info(*input.channel);
        m_digest.add(makeEvent(StreamEvent::Kind::ChannelAdded, info.name));
        m_chain.addChannel(*input.channel, info);
    }
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

void Recorder::addReference(const std::shared_ptr<const ReferenceCapture>& reference, bool isAligned) {
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
    m_chain.setDefinition(definition);
    noteLeftOut();
    if (m_chain.needsTime())
        m_timeTimer.start();
    else
        m_timeTimer.stop();
    if (!m_source.isEmpty())
        describeStream();
    handOnNow();
    reportSoon();
}

void Recorder::acknowledgeAlarm(quint64 id) {
    m_alarms.acknowledge(id);
    handOnNow();
}

void Recorder::acknowledgeAllAlarms() {
    m_alarms.acknowledgeAll();
    handOnNow();
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

void Recorder::endStream(StreamEvent::Kind kind) {
    endChain();
    StreamEvent end = makeEvent(kind, {}, {}, m_account.recorded);
    end.line = m_account.malformed;
    if (m_account.dropped > 0)
        end.detail = Message::verbatim(QString::number(m_account.dropped));
    endWith(end, [this, kind] { Q_EMIT streamEnded(kind); });
}

void Recorder::failStream(const Error& error) {
    endChain();
    endWith(makeEvent(StreamEvent::Kind::Failed, error.subject, error.detail, m_account.recorded),
            [this, error] { Q_EMIT streamFailed(error); });
}

/// What is still on its way through the steps comes out, and stands in the list before the end.
void Recorder::endChain() {
    m_timeTimer.stop();
    m_chain.endStream();
    handOnNow();
    reportEvents();
}

void Recorder::endWith(StreamEvent end, std::function<void()> afterwards) {
    m_digest.add(std::move(end));
    finish();
    m_followers.whenDone(this, afterwards); // the followers are gone, or done, before this is
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
