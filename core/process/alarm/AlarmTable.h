// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmOccurrence.h"

#include <QList>

#include <vector>

namespace rillscope {

/// What an AlarmTable counts; all but `raised` are of the occurrences it still keeps.
struct AlarmCounts {
    qint64 raised = 0; ///< since the session began, those no longer kept included
    qint64 active = 0;
    qint64 unacknowledged = 0;

    friend bool operator==(const AlarmCounts&, const AlarmCounts&) = default;
};

/// What has happened to alarms: the latest state of each.
struct AlarmChanges {
    QList<AlarmOccurrence> occurrences; ///< in the order they were raised
    qint64 leftOut = 0;                 ///< more than a table keeps
};

/// The alarms of a session in the order they were raised: the newest are kept, all are counted. One that has
/// to go for want of room ends; if its condition goes on, that is another alarm.
/// Thread: a value. The processing thread writes one, others read copies; a copy costs nothing until the
/// original changes, then once its length.
/// An id that is not kept (any more) is no error: nothing happens.
class AlarmTable {
public:
    static constexpr qsizetype defaultCapacity = 100'000;

    explicit AlarmTable(qsizetype capacity = defaultCapacity);

    const QList<AlarmOccurrence>& occurrences() const { return m_occurrences; }
    const AlarmCounts& counts() const { return m_counts; }

    /// Nothing when it is not kept. The pointer holds until the table changes.
    const AlarmOccurrence* find(quint64 id) const;

    void acknowledge(quint64 id);
    void acknowledgeAll();

    /// What was raised or has changed since the last call.
    AlarmChanges takeChanges();
    /// Follows another table: takes a state from its changes. In their order.
    void put(const AlarmOccurrence& occurrence);

    // What follows is for AlarmMonitor.

    /// Returns the new occurrence's id; the id given is not looked at.
    quint64 raise(AlarmOccurrence occurrence);
    /// The condition holds at this time, too; `worst` replaces the worst value so far.
    void extend(quint64 id, Timestamp time, double worst);
    /// The condition has ended.
    void end(quint64 id);
    /// The condition of a latched occurrence is back.
    void resume(quint64 id);

private:
    qsizetype indexOf(quint64 id) const;
    void acknowledgeAt(qsizetype index);
    AlarmOccurrence takeOldest();
    void makeRoom();
    void append(AlarmOccurrence occurrence);
    void noteChange(qsizetype index);
    void count(const AlarmOccurrence& occurrence, int sign);

    qsizetype m_capacity;
    QList<AlarmOccurrence> m_occurrences; ///< their ids are consecutive
    AlarmCounts m_counts;
    QList<bool> m_isChanged;        ///< one for each occurrence
    std::vector<quint64> m_changed; ///< ids of those
    AlarmChanges m_gone;            ///< that had changed before they had to go
};

} // namespace rillscope
