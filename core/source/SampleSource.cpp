// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SampleSource.h"

#include <limits>

namespace rillscope {

SampleSource::SampleSource(const Clock& clock)
    : m_clock(clock), m_remainingSamples(std::numeric_limits<qint64>::max()) {}

SampleSource::~SampleSource() = default;

void SampleSource::setSampleLimit(qint64 count) {
    Q_ASSERT(m_state == State::Idle);
    Q_ASSERT(count > 0);
    m_remainingSamples = count;
}

void SampleSource::start() {
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Running;
    onStarted();
}

void SampleSource::stop() {
    if (m_state == State::Stopping)
        return;
    if (m_state == State::Running) {
        m_state = State::Stopping;
        onStopping();
    }
    finish();
}

void SampleSource::grantCredit(int blocks) {
    const bool wasWaiting = m_credit <= 0;
    m_credit += blocks;
    if (wasWaiting && canDeliver())
        onCreditGranted();
}

void SampleSource::acknowledge(const QByteArray& position) {
    if (m_state == State::Running || m_state == State::Stopping)
        onAcknowledged(position);
}

void SampleSource::deliver(SampleBlock block) {
    if (m_state != State::Running && m_state != State::Stopping)
        return;
    if (block.size() > m_remainingSamples)
        block.truncate(m_remainingSamples);
    if (block.isEmpty())
        return;
    m_remainingSamples -= block.size();
    --m_credit;
    m_stateBoard.noteArrival(m_clock.monotonic());
    Q_EMIT samplesReady(block);
    if (m_remainingSamples == 0)
        stop();
}

std::optional<Duration> SampleSource::nextDue() const {
    const Duration due{m_nextDue.load(std::memory_order_relaxed)};
    return due == Duration::min() ? std::nullopt : std::optional(due);
}

void SampleSource::setNextDue(std::optional<Duration> monotonic) {
    m_nextDue.store(monotonic.value_or(Duration::min()).count(), std::memory_order_relaxed);
}

void SampleSource::finish() {
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    setNextDue({});
    Q_EMIT finished();
}

void SampleSource::fail(const Error& error) {
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    setNextDue({});
    Q_EMIT failed(error);
}

} // namespace rillscope
