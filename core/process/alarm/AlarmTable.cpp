// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/alarm/AlarmTable.h"

#include <algorithm>

namespace rillscope {

AlarmTable::AlarmTable(qsizetype capacity) : m_capacity(std::max<qsizetype>(capacity, 1)) {}

qsizetype AlarmTable::indexOf(quint64 id) const {
    if (m_occurrences.isEmpty() || id < m_occurrences.constFirst().id || id > m_occurrences.constLast().id)
        return -1;
    return static_cast<qsizetype>(id - m_occurrences.constFirst().id);
}

const AlarmOccurrence* AlarmTable::find(quint64 id) const {
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_occurrences.at(index);
}

quint64 AlarmTable::raise(AlarmOccurrence occurrence) {
    if (m_occurrences.size() == m_capacity) {
        const AlarmOccurrence& oldest = m_occurrences.constFirst();
        m_counts.active -= oldest.isActive ? 1 : 0;
        m_counts.unacknowledged -= oldest.isAcknowledged ? 0 : 1;
        m_occurrences.removeFirst();
    }
    ++m_counts.raised;
    ++m_counts.active;
    ++m_counts.unacknowledged;
    occurrence.id = static_cast<quint64>(m_counts.raised);
    occurrence.isActive = true;
    occurrence.isAcknowledged = false;
    m_occurrences.append(std::move(occurrence));
    return m_occurrences.constLast().id;
}

void AlarmTable::extend(quint64 id, Timestamp time, double worst) {
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    AlarmOccurrence& occurrence = m_occurrences[index];
    occurrence.first = std::min(occurrence.first, time);
    occurrence.last = std::max(occurrence.last, time);
    occurrence.worst = worst;
}

void AlarmTable::end(quint64 id) {
    const qsizetype index = indexOf(id);
    if (index < 0 || !m_occurrences.at(index).isActive)
        return;
    m_occurrences[index].isActive = false;
    --m_counts.active;
}

void AlarmTable::resume(quint64 id) {
    const qsizetype index = indexOf(id);
    if (index < 0 || m_occurrences.at(index).isActive)
        return;
    m_occurrences[index].isActive = true;
    ++m_counts.active;
}

void AlarmTable::acknowledgeAt(qsizetype index) {
    if (m_occurrences.at(index).isAcknowledged)
        return;
    m_occurrences[index].isAcknowledged = true;
    --m_counts.unacknowledged;
}

void AlarmTable::acknowledge(quint64 id) {
    if (const qsizetype index = indexOf(id); index >= 0)
        acknowledgeAt(index);
}

void AlarmTable::acknowledgeAll() {
    for (qsizetype index = 0; index < m_occurrences.size() && m_counts.unacknowledged > 0; ++index)
        acknowledgeAt(index);
}

} // namespace rillscope
