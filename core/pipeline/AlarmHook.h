// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/process/alarm/AlarmOccurrence.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>

#include <memory>
#include <vector>

class QProcess;

namespace rillscope {

/// Runs a program for each alarm that is raised. No shell is involved. The alarm is in environment variables,
/// RILLSCOPE_ALARM_STEP and so on (see withAlarm()), and in five further arguments: rule, channel,
/// severity, time it was raised (RFC 3339), worst value. At most maxRunning run at once and maxWaiting wait;
/// what comes beyond is counted. A program that does not end by itself is killed when this goes.
/// Thread: that of its creator, with an event loop. Errors: failed() once for each run that could not be
/// started or ended with another code than 0.
class AlarmHook : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t maxRunning = 4;
    static constexpr qsizetype maxWaiting = 100;

    /// `command`: a program and its first arguments, with double quotes around what holds spaces.
    /// Errors: InvalidUri for an empty one, and for a program that is not there.
    static Result<std::unique_ptr<AlarmHook>> make(const QString& command);
    ~AlarmHook() override;

    void run(const QList<AlarmOccurrence>& alarms);
    /// Waits until all have ended, but not longer than this. Returns how many had not, or were never run.
    qint64 finish(std::chrono::milliseconds limit);

Q_SIGNALS:
    void failed(const rillscope::Error& error);

private:
    AlarmHook(QString program, QStringList arguments);

    void startNext();
    void onEnded(QProcess* process, bool isGood, const Message& reason);

    QString m_program;
    QStringList m_arguments;
    QList<AlarmOccurrence> m_waiting;
    std::vector<QProcess*> m_running; ///< children
    qint64 m_leftOut = 0;
};

/// The alarm as the last arguments of a command. What would begin with "-" gets a space in front, so that no
/// program takes a name from outside for an option; control characters are spaces.
QStringList alarmArguments(const AlarmOccurrence& alarm);

/// `environment` with ID, STEP, CHANNEL, SEVERITY, FIRST, RAISED (also as TIME), LAST (RFC 3339) and WORST
/// (also as VALUE), each after RILLSCOPE_ALARM_. Names are as they are, but for control characters, which are
/// spaces.
QProcessEnvironment withAlarm(QProcessEnvironment environment, const AlarmOccurrence& alarm);

} // namespace rillscope
