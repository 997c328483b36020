// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace rillscope::test {

/// How a program ended. `exitCode` is -1 when it crashed, did not start, or had to be killed.
struct ProgramResult {
    int exitCode = -1;
    int signal = 0;    ///< that ended it
    QByteArray output; ///< standard output
    QByteArray errors; ///< standard error
};

/// A program under test, without a screen, with a data folder of its own and with a locale that writes
/// numbers with a comma.
class ProgramRun {
public:
    ProgramRun(const QString& program, const QStringList& arguments);
    ~ProgramRun();

    /// Its standard input, instead of feed(). Call before it starts.
    void setInputFile(const QString& path) { m_process.setStandardInputFile(path); }

    /// Instead of one that is gone with this. Call before it starts.
    void setDataFolder(const QString& folder) { setVariable("XDG_DATA_HOME", folder); }
    void setVariable(const char* name, const QString& value);

    bool start();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Starts it and returns once it handles SIGINT, SIGTERM and SIGHUP itself, so that it can be
    /// interrupted. False when it never does.
    bool startAndWaitForSignalHandler();
    /// Writes all of `input` to standard input and leaves it open.
    bool feed(const QByteArray& input);
    /// What came on its standard output since the last call; waitForEnd() has the rest.
    QByteArray readOutput() { return m_process.readAllStandardOutput(); }
    QByteArray readErrors() { return m_process.readAllStandardError(); }
    void closeInput() { m_process.closeWriteChannel(); }
    void interrupt(int signal);
    /// The same, and returns once the signal has been delivered: another of its kind will be a second one.
    bool interruptAndWait(int signal);

    ProgramResult waitForEnd();

    /// Starts it, feeds it, closes its input, and waits for its end.
    static ProgramResult run(const QString& program, const QStringList& arguments,
                             const QByteArray& input = {});

private:
    bool handlesSignals() const;
    quint64 signalMask(std::initializer_list<const char*> names) const;

    QTemporaryDir m_dataFolder;
    QProcess m_process;
};

/// The JSON object in `text`; fails the running test when there is none.
QJsonObject parseSummary(const QByteArray& text);

QByteArray readFile(const QString& path);

} // namespace rillscope::test
