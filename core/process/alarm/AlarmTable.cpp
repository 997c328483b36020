// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/alarm/AlarmTable.h"

#include <algorithm>
#include <utility>

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
    occurrence.id = static_cast<quint64>(m_counts.raised) + 1;
    occurrence.isActive = true;
    occurrence.isAcknowledged = false;
    if (m_occurrences.size() == m_capacity)
        makeRoom();
    append(std::move(occurrence));
    noteChange(m_occurrences.size() - 1);
    return m_occurrences.constLast().id;
}

void AlarmTable::append(AlarmOccurrence occurrence) {
    m_counts.raised = static_cast<qint64>(occurrence.id);
    count(occurrence, 1);
    m_occurrences.append(std::move(occurrence));
    m_isChanged.append(false);
}

AlarmOccurrence AlarmTable::takeOldest() {
    count(m_occurrences.constFirst(), -1);
    m_isChanged.removeFirst();
    return m_occurrences.takeFirst();
}

void AlarmTable::makeRoom() {
    const bool isChanged = m_isChanged.constFirst();
    AlarmOccurrence oldest = takeOldest();
    const bool wasActive = std::exchange(oldest.isActive, false);
    if (!isChanged && !wasActive)
        return;
    if (m_gone.occurrences.size() < m_capacity)
        m_gone.occurrences.append(std::move(oldest));
    else
        ++m_gone.leftOut;
}

void AlarmTable::count(const AlarmOccurrence& occurrence, int sign) {
    m_counts.active += occurrence.isActive ? sign : 0;
    m_counts.unacknowledged += occurrence.isAcknowledged ? 0 : sign;
}

void AlarmTable::noteChange(qsizetype index) {
    if (m_isChanged.at(index))
        return;
    m_isChanged[index] = true;
    m_changed.push_back(m_occurrences.at(index).id);
}

AlarmChanges AlarmTable::takeChanges() {
    AlarmChanges changes = std::exchange(m_gone, {});
    std::sort(m_changed.begin(), m_changed.end());
    for (const quint64 id : m_changed) {
        const qsizetype index = indexOf(id);
        if (index < 0)
            continue; // among those that had to go
        m_isChanged[index] = false;
        changes.occurrences.append(m_occurrences.at(index));
    }
    m_changed.clear();
    return changes;
}

void AlarmTable::put(const AlarmOccurrence& occurrence) {
    const qsizetype index = indexOf(occurrence.id);
    if (index >= 0) {
        count(m_occurrences.at(index), -1);
        count(occurrence, 1);
        m_occurrences[index] = occurrence;
        return;
    }
    if (static_cast<qint64>(occurrence.id) <= m_counts.raised)
        return;
    // The table that this one follows has left out those between.
    const bool isNext = static_cast<qint64>(occurrence.id) == m_counts.raised + 1;
    while (!m_occurrences.isEmpty() && (!isNext || m_occurrences.size() == m_capacity))
        takeOldest();
    append(occurrence);
}

void AlarmTable::extend(quint64 id, Timestamp time, double worst) {
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    AlarmOccurrence& occurrence = m_occurrences[index];
    occurrence.first = std::min(occurrence.first, time);
    occurrence.last = std::max(occurrence.last, time);
    occurrence.worst = worst;
    noteChange(index);
}

void AlarmTable::end(quint64 id) {
    const qsizetype index = indexOf(id);
    if (index < 0 || !m_occurrences.at(index).isActive)
        return;
    m_occurrences[index].isActive = false;
    --m_counts.active;
    noteChange(index);
}

void AlarmTable::resume(quint64 id) {
    const qsizetype index = indexOf(id);
    if (index < 0 || m_occurrences.at(index).isActive)
        return;
    m_occurrences[index].isActive = true;
    ++m_counts.active;
    noteChange(index);
}

void AlarmTable::acknowledgeAt(qsizetype index) {
    if (m_occurrences.at(index).isAcknowledged)
        return;
    m_occurrences[index].isAcknowledged = true;
    --m_counts.unacknowledged;
    noteChange(index);
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
