// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmRule.h"
#include "core/process/alarm/AlarmTable.h"

#include <optional>

namespace rillscope {

/// Judges one alarm rule on one input of one channel, on every value, and keeps its occurrences in a table.
/// Beyond means past the limit, not on it; an alarm ends at the first value that is back by the hysteresis.
/// NaN and infinite values neither raise nor end. A value out of order is judged as well: beyond the limit it
/// raises (unless there is a delay) or joins the alarm that is on; it ends nothing, and has no part in a
/// delay or a rate. The delay is over only at a sample: without one nobody knows that the condition still
/// holds. A latched alarm whose condition comes back is the same occurrence, at once. Thread: one owner
/// (processing). Cost: 15 to 40 ns a value, whatever the stream.
class AlarmMonitor {
public:
    AlarmMonitor(QString step, QString channel, const AlarmRule& rule);

    const AlarmRule& rule() const { return m_rule; }

    /// `now` is the time that silence is measured in, and only Stale looks at it: the arrival by the wall
    /// clock for a live source, so that a sensor whose clock is wrong is not silent; the newest event time of
    /// the whole stream for a replay. Any sample breaks the silence, NaN and out of order too.
    void judge(Timestamp eventTime, double value, Timestamp now, AlarmTable& table);

    /// Time has passed without a sample. `now` as in judge(). Raises Stale alarms, and does nothing else.
    void advance(Timestamp now, AlarmTable& table);

    /// Another rule: what the old one raised has ended. The same rule again changes nothing.
    void setRule(const AlarmRule& rule, AlarmTable& table);

    /// The rule is taken away: what it raised has ended. A latched alarm still waits to be acknowledged.
    void finish(AlarmTable& table);

    AlarmState state(const AlarmTable& table) const;

private:
    std::optional<double> measure(Timestamp eventTime, double value);
    bool isBeyond(double measured) const;
    bool isBackInside(double measured) const;
    bool isWorse(double measured, double than) const;
    void judgeQuiet(Timestamp eventTime, double measured, bool isInOrder, AlarmTable& table);
    void judgeRaised(Timestamp eventTime, double measured, bool isInOrder, AlarmTable& table);
    void raise(Timestamp first, Timestamp raisedAt, double worst, AlarmTable& table);
    void extend(Timestamp time, double measured, AlarmTable& table);
    void end(AlarmTable& table);
    bool isRaisedIn(const AlarmTable& table);

    QString m_step;
    QString m_channel;
    AlarmRule m_rule;

    std::optional<Timestamp> m_newest; ///< event time of the newest finite value
    double m_newestValue = 0.0;
    std::optional<Timestamp> m_lastSeen; ///< when a sample came last, in the time of `now`

    std::optional<Timestamp> m_pendingSince;
    double m_pendingWorst = 0.0;
    quint64 m_occurrence = 0; ///< 0: none is raised
};

} // namespace rillscope
