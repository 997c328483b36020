// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/SourceSlot.h"

#include "core/base/Message.h"

#include <algorithm>
#include <utility>

namespace rillscope {

SourceSlot::SourceSlot(StreamBeginning beginning, std::unique_ptr<SampleSource> source,
                       std::unique_ptr<SourceThread> thread, Recorder& recorder)
    : m_beginning(std::move(beginning))
    , m_recorder(recorder)
    , m_thread(std::move(thread))
    , m_stopTimer(this) {
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &SourceSlot::noteStuck);
    connectToRecorder(source.get());
    QMetaObject::invokeMethod(&recorder, [&recorder, stream = m_beginning] { recorder.beginStream(stream); });
    m_thread->take(std::move(source));
}

/// Nothing of a run is taken once it has ended: what an abandoned source says stands behind that.
void SourceSlot::connectToRecorder(SampleSource* source) {
    Recorder* const recorder = &m_recorder;
    const int number = stream();
    connect(source, &SampleSource::samplesReady, recorder,
            [recorder, number, run = m_run](const SampleBlock& block) {
                if (!run->hasEnded)
                    recorder->process(number, block);
            });
    connect(source, &SampleSource::finished, recorder, [recorder, number, run = m_run] {
        if (!std::exchange(run->hasEnded, true))
            recorder->endStream(number, run->isStopRequested ? StreamEnd::Stopped : StreamEnd::Finished);
    });
    connect(source, &SampleSource::failed, recorder, [recorder, number, run = m_run](const Error& error) {
        if (!std::exchange(run->hasEnded, true))
            recorder->failStream(number, error);
    });
    connect(recorder, &Recorder::creditGranted, source, [source, number](int to, int blocks) {
        if (to == number)
            source->grantCredit(blocks);
    });
    connect(recorder, &Recorder::acknowledged, source, [source, number](int to, const QByteArray& position) {
        if (to == number)
            source->acknowledge(position);
    });
    connect(source, &SampleSource::finished, this, &SourceSlot::release);
    connect(source, &SampleSource::failed, this, &SourceSlot::release);
}

void SourceSlot::begin() {
    if (!std::exchange(m_isWaitingToBegin, false))
        return;
    QMetaObject::invokeMethod(m_thread->source(), [source = m_thread->source()] {
        source->grantCredit(creditBlocks);
        source->start();
    });
}

void SourceSlot::stop() {
    if (m_run->isStopRequested.exchange(true))
        return;
    m_isWaitingToBegin = false;
    if (m_isActive)
        m_stopTimer.start();
    if (SampleSource* const source = m_thread->source())
        QMetaObject::invokeMethod(source, &SampleSource::stop);
}

void SourceSlot::noteStuck() {
    if (!m_isActive)
        return;
    m_isStuck = true;
    Q_EMIT stuck();
}

void SourceSlot::release() {
    if (!std::exchange(m_isActive, false))
        return;
    m_stopTimer.stop();
    m_isStuck = false;
    Q_EMIT released();
}

void SourceSlot::abandon(std::unique_ptr<SourceThread> replacement) {
    if (!m_isStuck)
        return;
    SampleSource* const source = m_thread->source();
    source->disconnect();
    disconnect(&m_recorder, nullptr, source, nullptr);
    m_thread = std::move(replacement);
    endAbandonedRun();
    release();
}

/// Behind the blocks that the source has handed over.
void SourceSlot::endAbandonedRun() {
    const auto deadline = std::chrono::duration<double>(m_stopTimer.intervalAsDuration());
    const Error error{
        ErrorCode::LimitReached, uri().text(),
        Message(QT_TRANSLATE_NOOP("Message",
                                  "the source did not stop within %1 s; what it has read but not handed "
                                  "over is not recorded"),
                QString::number(deadline.count()))};
    QMetaObject::invokeMethod(&m_recorder, [recorder = &m_recorder, number = stream(), run = m_run, error] {
        if (!std::exchange(run->hasEnded, true))
            recorder->failStream(number, error);
    });
}

std::unique_ptr<SourceThread> SourceSlot::finish() {
    // What the source says last may still be on its way here.
    release();
    m_thread->deleteSource();
    return std::move(m_thread);
}

void SourceSlot::waitForEnd(std::chrono::milliseconds most) {
    if (!m_thread->waitForEnd(most))
        endAbandonedRun();
}

Duration SourceSlot::lateness(Duration now) const {
    const SampleSource* const source = m_thread->source();
    const Duration due = source ? source->nextDue().value_or(now) : now;
    return std::max(saturatedDifference(now, due), Duration::zero());
}

std::optional<SourceCondition> SourceSlot::condition(bool isWritingFailing) const {
    const SampleSource* const source = m_thread->source();
    auto condition = source ? source->condition() : std::nullopt;
    if (condition && isWritingFailing && *m_beginning.isHeld)
        condition = SourceCondition{.kind = SourceCondition::Kind::Held, .lasted = condition->lasted};
    return condition;
}

} // namespace rillscope
