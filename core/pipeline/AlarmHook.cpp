// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/AlarmHook.h"

#include "core/base/Message.h"
#include "core/base/NumberText.h"
#include "core/base/Rfc3339.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>

namespace rillscope {
namespace {

/// A NUL would end the text, and a line break would begin a line of its own in a log.
QString withoutControls(QString text) {
    for (QChar& character : text) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            character = u' ';
    }
    return text;
}

QString timeText(Timestamp time) {
    return QString::fromStdString(formatRfc3339(time));
}

QString severityOf(const AlarmOccurrence& alarm) {
    return wordOf(severityWords, alarm.severity);
}

} // namespace

Result<std::unique_ptr<AlarmHook>> AlarmHook::make(const QString& command) {
    QStringList parts = QProcess::splitCommand(command);
    if (parts.isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("--on-alarm"),
                       Message(QT_TRANSLATE_NOOP("Message", "it names no program")));
    const QString program = QStandardPaths::findExecutable(parts.takeFirst());
    if (program.isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("--on-alarm"),
                       Message(QT_TRANSLATE_NOOP("Message", "there is no such program in “%1”"), command));
    return std::unique_ptr<AlarmHook>(new AlarmHook(program, parts));
}

AlarmHook::AlarmHook(QString program, QStringList arguments)
    : m_program(std::move(program)), m_arguments(std::move(arguments)) {}

AlarmHook::~AlarmHook() {
    for (QProcess* process : m_running) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1'000);
    }
}

void AlarmHook::run(const QList<AlarmOccurrence>& alarms) {
    for (const AlarmOccurrence& alarm : alarms) {
        if (m_waiting.size() < maxWaiting)
            m_waiting.append(alarm);
        else
            ++m_leftOut;
    }
    startNext();
}

void AlarmHook::startNext() {
    while (!m_waiting.isEmpty() && m_running.size() < maxRunning) {
        const AlarmOccurrence alarm = m_waiting.takeFirst();
        auto* process = new QProcess(this);
        m_running.push_back(process);
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->setStandardInputFile(QProcess::nullDevice());
        connect(process, &QProcess::finished, this,
                [this, process](int exitCode, QProcess::ExitStatus status) {
                    onEnded(process, exitCode == 0 && status == QProcess::NormalExit,
                            status == QProcess::NormalExit
                                ? Message(QT_TRANSLATE_NOOP("Message", "it ended with code %1"), exitCode)
                                : Message(QT_TRANSLATE_NOOP("Message", "it crashed")));
                });
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) // otherwise it ends, too
                onEnded(process, false, Message::verbatim(process->errorString()));
        });
        process->setProcessEnvironment(withAlarm(QProcessEnvironment::systemEnvironment(), alarm));
        process->start(m_program, m_arguments + alarmArguments(alarm));
    }
}

void AlarmHook::onEnded(QProcess* process, bool isGood, const Message& reason) {
    std::erase(m_running, process);
    process->deleteLater();
    if (!isGood)
        Q_EMIT failed({ErrorCode::Cancelled, m_program, reason});
    startNext();
}

qint64 AlarmHook::finish(std::chrono::milliseconds limit) {
    const QDeadlineTimer deadline(limit);
    while (!m_running.empty() && !deadline.hasExpired())
        m_running.front()->waitForFinished(static_cast<int>(deadline.remainingTime())); // ends in onEnded()
    return m_leftOut + m_waiting.size() + static_cast<qint64>(m_running.size());
}

QStringList alarmArguments(const AlarmOccurrence& alarm) {
    QStringList arguments{alarm.step, alarm.channel, severityOf(alarm), timeText(alarm.raisedAt),
                          formatNumber(alarm.worst)};
    for (QString& argument : arguments) {
        argument = withoutControls(argument);
        if (argument.startsWith(u'-'))
            argument.prepend(u' ');
    }
    return arguments;
}

QProcessEnvironment withAlarm(QProcessEnvironment environment, const AlarmOccurrence& alarm) {
    const auto set = [&environment](const char* name, const QString& value) {
        environment.insert(QStringLiteral("RILLSCOPE_ALARM_") + QLatin1String(name), withoutControls(value));
    };
    set("ID", QString::number(alarm.id));
    set("STEP", alarm.step);
    set("CHANNEL", alarm.channel);
    set("SEVERITY", severityOf(alarm));
    set("VALUE", formatNumber(alarm.worst));
    set("WORST", formatNumber(alarm.worst));
    set("TIME", timeText(alarm.raisedAt));
    set("RAISED", timeText(alarm.raisedAt));
    set("FIRST", timeText(alarm.first));
    set("LAST", timeText(alarm.last));
    return environment;
}

} // namespace rillscope
