// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"

#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace rillscope::test {

ProgramRun::ProgramRun(const QString& program, const QStringList& arguments) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_dataFolder.path());
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(program);
    m_process.setArguments(arguments);
}

ProgramRun::~ProgramRun() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void ProgramRun::setVariable(const char* name, const QString& value) {
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(QLatin1String(name), value);
    m_process.setProcessEnvironment(environment);
}

bool ProgramRun::start() {
    m_process.start();
    return m_process.waitForStarted();
}

bool ProgramRun::startAndWaitForSignalHandler() {
    return start() &&
           waitFor([this] { return handlesSignals() || m_process.state() == QProcess::NotRunning; }) &&
           m_process.state() == QProcess::Running;
}

/// The signals in the named bit masks that Linux tells of a process.
quint64 ProgramRun::signalMask(std::initializer_list<const char*> names) const {
    quint64 mask = 0;
    const QByteArray status = readFile(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    for (const QByteArray& line : status.split('\n')) {
        for (const char* name : names) {
            if (line.startsWith(name))
                mask |= line.mid(line.indexOf(':') + 1).trimmed().toULongLong(nullptr, 16);
        }
    }
    return mask;
}

/// Catches all of them; nohup has it ignore SIGHUP.
bool ProgramRun::handlesSignals() const {
    constexpr quint64 wanted = 1U << (SIGINT - 1) | 1U << (SIGTERM - 1) | 1U << (SIGHUP - 1);
    return (signalMask({"SigCgt:", "SigIgn:"}) & wanted) == wanted;
}

bool ProgramRun::feed(const QByteArray& input) {
    m_process.write(input);
    return waitFor([this] { return m_process.bytesToWrite() == 0; });
}

void ProgramRun::interrupt(int signal) {
    if (const qint64 id = m_process.processId(); id > 0) // 0 would mean this program and its group
        ::kill(static_cast<pid_t>(id), signal);
}

bool ProgramRun::interruptAndWait(int signal) {
    interrupt(signal);
    const quint64 bit = quint64{1} << (signal - 1);
    return waitFor([this, bit] { return (signalMask({"SigPnd:", "ShdPnd:"}) & bit) == 0; });
}

ProgramResult ProgramRun::waitForEnd() {
    constexpr int limitMs = 120'000;
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(limitMs);
    const bool isNormal = ended && m_process.exitStatus() == QProcess::NormalExit &&
                          m_process.error() != QProcess::FailedToStart;
    const bool isCrash = ended && m_process.exitStatus() == QProcess::CrashExit;
    return {isNormal ? m_process.exitCode() : -1, isCrash ? m_process.exitCode() : 0,
            m_process.readAllStandardOutput(), m_process.readAllStandardError()};
}

ProgramResult ProgramRun::run(const QString& program, const QStringList& arguments, const QByteArray& input) {
    ProgramRun run(program, arguments);
    run.m_process.start();
    run.m_process.write(input);
    run.m_process.closeWriteChannel();
    return run.waitForEnd();
}

QJsonObject parseSummary(const QByteArray& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        ADD_FAILURE() << "no JSON object: " << error.errorString().toStdString() << "\n"
                      << text.toStdString();
    return document.object();
}

QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace rillscope::test
