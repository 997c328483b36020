// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/alarm/AlarmMonitor.h"

#include <algorithm>
#include <cmath>

namespace rillscope {

AlarmMonitor::AlarmMonitor(QString step, QString channel, const AlarmRule& rule)
    : m_step(std::move(step)), m_channel(std::move(channel)), m_rule(rule) {}

void AlarmMonitor::judge(Timestamp eventTime, double value, Timestamp now, AlarmTable& table) {
    if (m_rule.condition == AlarmCondition::Stale) {
        advance(now, table);
        end(table);
    }
    m_lastSeen = now;
    if (m_rule.condition == AlarmCondition::Stale || !std::isfinite(value))
        return;
    const bool isInOrder = !m_newest || eventTime >= *m_newest;
    const std::optional<double> measured = measure(eventTime, value);
    if (!measured)
        return;
    if (isRaisedIn(table))
        judgeRaised(eventTime, *measured, isInOrder, table);
    else
        judgeQuiet(eventTime, *measured, isInOrder, table);
}

/// The value that is compared with the limits: the sample's, or its slope, which not every sample has.
std::optional<double> AlarmMonitor::measure(Timestamp eventTime, double value) {
    const bool isFirst = !m_newest;
    const Duration step = isFirst ? Duration::zero() : eventTime - *m_newest;
    const double change = value - m_newestValue;
    if (isFirst || step > Duration::zero()) {
        m_newest = eventTime;
        m_newestValue = value;
    }
    if (m_rule.condition != AlarmCondition::Rate)
        return value;
    return step > Duration::zero() ? std::optional(change / toSeconds(step)) : std::nullopt;
}

void AlarmMonitor::judgeQuiet(Timestamp eventTime, double measured, bool isInOrder, AlarmTable& table) {
    if (m_rule.delay <= Duration::zero()) {
        if (isBeyond(measured))
            raise(eventTime, eventTime, measured, table);
        return;
    }
    if (!isInOrder)
        return;
    if (!isBeyond(measured)) {
        m_pendingSince.reset();
        return;
    }
    if (!m_pendingSince || isWorse(measured, m_pendingWorst))
        m_pendingWorst = measured;
    if (!m_pendingSince)
        m_pendingSince = eventTime;
    if (eventTime - *m_pendingSince >= m_rule.delay)
        raise(*m_pendingSince, eventTime, m_pendingWorst, table);
}

void AlarmMonitor::judgeRaised(Timestamp eventTime, double measured, bool isInOrder, AlarmTable& table) {
    const bool isActive = table.find(m_occurrence)->isActive;
    if (isActive && isInOrder && isBackInside(measured)) {
        end(table);
    } else if (isBeyond(measured)) {
        table.resume(m_occurrence);
        extend(eventTime, measured, table);
    } else if (isActive && isInOrder) {
        extend(eventTime, measured, table);
    }
}

void AlarmMonitor::advance(Timestamp now, AlarmTable& table) {
    if (m_rule.condition != AlarmCondition::Stale || !m_lastSeen)
        return;
    const Duration silence = now - *m_lastSeen;
    if (silence <= m_rule.staleAfter)
        return;
    if (isRaisedIn(table)) {
        table.resume(m_occurrence);
        extend(now, toSeconds(silence), table);
    } else {
        raise(*m_lastSeen + m_rule.staleAfter, now, toSeconds(silence), table);
    }
}

void AlarmMonitor::setRule(const AlarmRule& rule, AlarmTable& table) {
    if (rule == m_rule)
        return;
    finish(table);
    m_rule = rule;
}

void AlarmMonitor::finish(AlarmTable& table) {
    table.end(m_occurrence);
    m_occurrence = 0;
    m_pendingSince.reset();
}

AlarmState AlarmMonitor::state(const AlarmTable& table) const {
    const AlarmOccurrence* occurrence = table.find(m_occurrence);
    if (occurrence && occurrence->isRaised())
        return occurrence->state();
    return m_pendingSince ? AlarmState::Pending : AlarmState::Normal;
}

bool AlarmMonitor::isBeyond(double measured) const {
    switch (m_rule.condition) {
    case AlarmCondition::Above:
        return measured > m_rule.high;
    case AlarmCondition::Below:
        return measured < m_rule.low;
    case AlarmCondition::Outside:
        return measured < m_rule.low || measured > m_rule.high;
    case AlarmCondition::Rate:
        return std::abs(measured) > m_rule.high;
    case AlarmCondition::Stale:
        break;
    }
    return false;
}

bool AlarmMonitor::isBackInside(double measured) const {
    const double low = m_rule.low + m_rule.hysteresis;
    const double high = m_rule.high - m_rule.hysteresis;
    switch (m_rule.condition) {
    case AlarmCondition::Above:
        return measured <= high;
    case AlarmCondition::Below:
        return measured >= low;
    case AlarmCondition::Outside:
        return measured >= low && measured <= high;
    case AlarmCondition::Rate:
        return std::abs(measured) <= high;
    case AlarmCondition::Stale:
        break;
    }
    return true;
}

bool AlarmMonitor::isWorse(double measured, double than) const {
    const auto excess = [this](double value) { return std::max(value - m_rule.high, m_rule.low - value); };
    switch (m_rule.condition) {
    case AlarmCondition::Below:
        return measured < than;
    case AlarmCondition::Outside:
        return excess(measured) > excess(than);
    case AlarmCondition::Rate:
        return std::abs(measured) > std::abs(than);
    case AlarmCondition::Above:
    case AlarmCondition::Stale:
        break;
    }
    return measured > than;
}

void AlarmMonitor::raise(Timestamp first, Timestamp raisedAt, double worst, AlarmTable& table) {
    AlarmOccurrence occurrence;
    occurrence.step = m_step;
    occurrence.channel = m_channel;
    occurrence.severity = m_rule.severity;
    occurrence.first = first;
    occurrence.raisedAt = raisedAt;
    occurrence.last = raisedAt;
    occurrence.worst = worst;
    occurrence.isLatching = m_rule.latch;
    m_occurrence = table.raise(std::move(occurrence));
    m_pendingSince.reset();
}

void AlarmMonitor::extend(Timestamp time, double measured, AlarmTable& table) {
    const double worst = table.find(m_occurrence)->worst;
    table.extend(m_occurrence, time, isWorse(measured, worst) ? measured : worst);
}

void AlarmMonitor::end(AlarmTable& table) {
    table.end(m_occurrence);
    if (!m_rule.latch)
        m_occurrence = 0;
}

/// Forgets an occurrence that is over: latched and acknowledged by now, or no longer kept by the table.
bool AlarmMonitor::isRaisedIn(const AlarmTable& table) {
    if (m_occurrence == 0)
        return false;
    const AlarmOccurrence* occurrence = table.find(m_occurrence);
    if (!occurrence || !occurrence->isRaised())
        m_occurrence = 0;
    return m_occurrence != 0;
}

} // namespace rillscope
