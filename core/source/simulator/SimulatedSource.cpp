// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SimulatedSource.h"

#include <algorithm>
#include <random>

namespace rillscope {
namespace {

quint64 randomSeed() {
    std::random_device device;
    const quint64 upper = device();
    return upper << 32 | device();
}

} // namespace

SimulatedSource::SimulatedSource(const SimulationSettings& settings, const Clock& clock)
    : SampleSource(clock)
    , m_settings(settings)
    , m_seed(settings.seed ? *settings.seed : randomSeed())
    , m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedSource::tick);
}

void SimulatedSource::onStarted() {
    const Timestamp first = m_settings.start.value_or(clock().now());
    m_generator.emplace(m_settings, m_seed, first);
    anchorPace(first);
    scheduleNext();
}

void SimulatedSource::onStopping() {
    m_timer.stop();
}

void SimulatedSource::onCreditGranted() {
    // Through the event loop, or a receiver that grants credit while it takes a block would get ever deeper.
    scheduleNext();
}

void SimulatedSource::configure(const SimulationSettings& settings) {
    // What fell due under the former settings comes first.
    if (isRunning() && m_pace)
        deliverDue();
    if (isRunning()) {
        const Timestamp now = eventNow();
        m_generator->configure(settings, now);
        const bool hasNewSpeed = settings.speed != m_settings.speed;
        m_settings = settings;
        if (hasNewSpeed)
            anchorPace(now);
        scheduleNext();
    } else {
        m_settings = settings;
    }
}

void SimulatedSource::tick() {
    deliverDue();
    if (isRunning())
        scheduleNext();
}

void SimulatedSource::anchorPace(Timestamp event) {
    if (m_settings.speed.isMaximum())
        m_pace.reset();
    else
        m_pace.emplace(event, clock().monotonic(), m_settings.speed.factor());
}

Timestamp SimulatedSource::eventNow() const {
    return m_pace ? m_pace->eventAt(clock().monotonic()) : m_generator->latestTime();
}

void SimulatedSource::deliverDue() {
    if (!canDeliver())
        return;
    if (m_generator->isAtEnd()) {
        stop();
        return;
    }
    const auto most = [this](qsizetype count) { return std::min<qint64>(count, remainingSamples()); };
    SampleBlock block;
    if (m_pace) {
        m_lastTick = clock().monotonic();
        m_servedUntil = m_pace->eventAt(m_lastTick);
        m_generator->generateUntil(m_servedUntil, most(isBehind() ? catchUpSamples : maxBlockSamples), block);
    } else {
        m_generator->generate(most(blockSamples), block);
    }
    block.arrivalTime = clock().now();
    deliver(std::move(block));
}

void SimulatedSource::scheduleNext() {
    setNextDue(m_pace ? std::optional(m_pace->dueAt(m_generator->nextTime())) : std::nullopt);
    if (!canDeliver()) {
        m_timer.stop();
        return;
    }
    // Rounded up: a timer counts whole milliseconds, and no sample is to come early.
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(delayToNext()));
}

/// Nothing when samples are left over: each block goes through the event loop, so that stop() and configure()
/// come through between two of them.
Duration SimulatedSource::delayToNext() const {
    if (!m_pace)
        return Duration{0};
    const Duration now = clock().monotonic();
    const Timestamp next = m_generator->nextTime();
    const Duration delay = m_pace->delayUntil(next, now);
    return isPooled() && next > m_servedUntil ? std::max(delay, m_lastTick + tickInterval - now) : delay;
}

/// Credit was lacking, or the machine is too slow: more than a busy moment's samples are due.
bool SimulatedSource::isBehind() const {
    return saturatedDifference(m_lastTick, m_pace->dueAt(m_generator->nextTime())) > 8 * tickInterval;
}

bool SimulatedSource::isPooled() const {
    const double samplesPerSecond =
        m_settings.interval.meanRateHz() * m_settings.channels * m_settings.speed.factor();
    return samplesPerSecond > maximumBlocksPerSecond;
}

} // namespace rillscope
