// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace rillscope::test {

/// How a program ended. `exitCode` is -1 when it crashed, did not start, or had to be killed.
struct ProgramResult {
    int exitCode = -1;
    int signal = 0;    ///< that ended it
    QByteArray output; ///< standard output
    QByteArray errors; ///< standard error
};

/// A program under test, without a screen and with a locale that writes numbers with a comma.
class ProgramRun {
public:
    ProgramRun(const QString& program, const QStringList& arguments);
    ~ProgramRun();

    /// Its standard input, instead of feed(). Call before it starts.
    void setInputFile(const QString& path) { m_process.setStandardInputFile(path); }

    bool start();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Starts it and returns once it handles SIGINT and SIGTERM itself, so that it can be interrupted. False
    /// when it never does.
    bool startAndWaitForSignalHandler();
    /// Returns once SIGINT and SIGTERM end it as they end any program.
    bool waitForPlainSignals();
    /// Writes all of `input` to standard input and leaves it open.
    bool feed(const QByteArray& input);
    void closeInput() { m_process.closeWriteChannel(); }
    void interrupt(int signal);

    ProgramResult waitForEnd();

    /// Starts it, feeds it, closes its input, and waits for its end.
    static ProgramResult run(const QString& program, const QStringList& arguments,
                             const QByteArray& input = {});

private:
    bool handlesSignals() const;

    QProcess m_process;
};

/// The JSON object in `text`; fails the running test when there is none.
QJsonObject parseSummary(const QByteArray& text);

QByteArray readFile(const QString& path);

} // namespace rillscope::test
