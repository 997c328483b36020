// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Victim.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

namespace rillscope::torture {
namespace {

constexpr uid_t nobody = 65'534;

void limit(decltype(RLIMIT_AS) kind, const std::optional<quint64>& bytes) {
    if (!bytes)
        return;
    const rlimit limits{*bytes, *bytes};
    setrlimit(kind, &limits);
}

qint64 numberIn(const QByteArray& status, const char* key) {
    const qsizetype at = status.indexOf(key);
    return at < 0 ? 0 : status.mid(at + qstrlen(key), 40).simplified().split(' ').constFirst().toLongLong();
}

} // namespace

QString Victim::commandLine() {
    return QStringLiteral(RILLSCOPE_CLI_PROGRAM);
}

Victim::Victim(const QString& program, const QStringList& arguments, const QString& home)
    : m_environment(QProcessEnvironment::systemEnvironment()) {
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        m_environment.insert(QString::fromLatin1(name), home);
    m_environment.remove(QStringLiteral("DISPLAY"));
    m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_process.setProgram(program);
    m_process.setArguments(arguments);
}

Victim::~Victim() {
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

void Victim::useFaults(const FaultBoard& board) {
    board.addTo(m_environment);
}

/// Between fork and exec: system calls only.
void Victim::prepareChild() const {
    limit(RLIMIT_FSIZE, m_fileSize);
    limit(RLIMIT_AS, m_memory);
    const rlimit none{0, 0}; // a core of a killed program is of no use to anyone
    setrlimit(RLIMIT_CORE, &none);
    ::signal(SIGHUP, SIG_DFL); // ignored, should the torture itself run under nohup
    if (m_isNobody && (setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(126);
}

bool Victim::start() {
    m_process.setProcessEnvironment(m_environment);
    m_process.setChildProcessModifier([this] { prepareChild(); });
    m_process.start();
    return m_process.waitForStarted();
}

bool Victim::isRunning() {
    return m_process.state() != QProcess::NotRunning;
}

void Victim::signal(int number) const {
    if (m_process.processId() > 0)
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

void Victim::kill() {
    signal(SIGKILL);
    m_process.waitForFinished(10'000);
    readOutput();
}

bool Victim::watch(int milliseconds, const std::function<bool()>& condition) {
    QDeadlineTimer deadline(milliseconds);
    while (!condition()) {
        if (deadline.hasExpired() || !isRunning())
            return false;
        m_process.waitForReadyRead(static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, 10)));
        readOutput();
    }
    return true;
}

void Victim::watch(int milliseconds) {
    watch(milliseconds, [] { return false; });
}

bool Victim::waitForEnd(int milliseconds) {
    watch(milliseconds, [this] { return !isRunning(); });
    const bool ended = !isRunning();
    if (!ended)
        kill();
    readOutput();
    return ended;
}

/// Only whole lines count: what a killed program had begun to say it has not said.
void Victim::readOutput() {
    m_output += m_process.readAllStandardOutput();
    m_errors += m_process.readAllStandardError();
    for (qsizetype end = m_output.indexOf('\n', m_parsed); end >= 0; end = m_output.indexOf('\n', m_parsed)) {
        const QByteArray line = m_output.mid(m_parsed, end - m_parsed);
        if (line.startsWith("durable "))
            m_acknowledged = line.mid(8).toLongLong();
        m_parsed = end + 1;
    }
}

std::optional<int> Victim::exitCode() const {
    if (m_process.state() != QProcess::NotRunning || m_process.exitStatus() != QProcess::NormalExit ||
        m_process.error() == QProcess::FailedToStart)
        return std::nullopt;
    return m_process.exitCode();
}

QString Victim::ending() const {
    const QString said = QString::fromUtf8(m_errors.right(400)).trimmed();
    if (const auto code = exitCode())
        return QStringLiteral("exit code %1 (%2)").arg(*code).arg(said);
    return QStringLiteral("ended by signal %1 (%2)").arg(m_process.exitCode()).arg(said);
}

Victim::Figures Victim::figures() const {
    const QString root = QStringLiteral("/proc/%1/").arg(m_process.processId());
    QFile file(root + QStringLiteral("status"));
    if (m_process.processId() == 0 || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray status = file.readAll();
    constexpr qint64 kibibyte = 1'024;
    return {.memory = numberIn(status, "VmRSS:") * kibibyte,
            .mostMemory = numberIn(status, "VmHWM:") * kibibyte,
            .files = QDir(root + QStringLiteral("fd"))
                         .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                         .size(),
            .threads = numberIn(status, "Threads:")};
}

Ended runToEnd(Victim& victim, int milliseconds) {
    Ended ended;
    if (!victim.start()) {
        ended.ending = QStringLiteral("did not start");
        return ended;
    }
    const bool isInTime = victim.waitForEnd(milliseconds);
    ended.exitCode = isInTime ? victim.exitCode() : std::nullopt;
    ended.output = victim.output();
    ended.errors = victim.errors();
    ended.ending =
        isInTime ? victim.ending() : QStringLiteral("did not end within %1 s").arg(milliseconds / 1'000);
    return ended;
}

} // namespace rillscope::torture
