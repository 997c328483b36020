// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/FaultBoard.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <functional>
#include <optional>

namespace rillscope::torture {

/// A program under torture. It never outlives this object, and no call waits without a limit.
/// Thread: one owner; no event loop is needed.
class Victim {
public:
    static QString commandLine();

    /// `home` takes its data and settings, so that it never touches those of a person.
    Victim(const QString& program, const QStringList& arguments, const QString& home);
    ~Victim();

    // Before start().
    void useFaults(const FaultBoard& board);
    void setVariable(const QString& name, const QString& value) { m_environment.insert(name, value); }
    /// ulimit -f.
    void limitFileSize(quint64 bytes) { m_fileSize = bytes; }
    /// ulimit -v.
    void limitMemory(quint64 bytes) { m_memory = bytes; }
    /// Without the rights of root.
    void runAsNobody() { m_isNobody = true; }
    void setInputFile(const QString& path) { m_process.setStandardInputFile(path); }

    bool start();
    /// To its standard input; sent while it is watched.
    void feed(const QByteArray& bytes) { m_process.write(bytes); }
    bool isRunning();
    void signal(int number) const;
    void kill();
    /// Reads what it says, for so long or until the condition holds. Whether it held.
    bool watch(int milliseconds, const std::function<bool()>& condition);
    void watch(int milliseconds);
    /// False: it had not ended by then, and was killed.
    bool waitForEnd(int milliseconds);

    /// What --ack has said: samples that are on disk.
    qint64 acknowledged() const { return m_acknowledged; }
    const QByteArray& output() const { return m_output; }
    const QByteArray& errors() const { return m_errors; }
    /// Nothing while it runs, and if it was ended by a signal.
    std::optional<int> exitCode() const;
    /// What it ended with, for complaints: "ended by signal 11", "exit code 3: …".
    QString ending() const;

    /// From /proc; 0 when it is gone.
    struct Figures {
        qint64 memory = 0; ///< resident, bytes
        qint64 mostMemory = 0;
        qint64 files = 0;
        qint64 threads = 0;
    };
    Figures figures() const;

private:
    void prepareChild() const;
    void readOutput();

    QProcess m_process;
    QProcessEnvironment m_environment;
    std::optional<quint64> m_fileSize;
    std::optional<quint64> m_memory;
    bool m_isNobody = false;
    QByteArray m_output;
    QByteArray m_errors;
    qsizetype m_parsed = 0; ///< of the output, up to here
    qint64 m_acknowledged = 0;
};

/// One run of a program to its end, with a limit in time.
struct Ended {
    std::optional<int> exitCode; ///< none: a signal, or it had to be killed
    QByteArray output;
    QByteArray errors;
    QString ending;
};
Ended runToEnd(Victim& victim, int milliseconds = 60'000);

} // namespace rillscope::torture
