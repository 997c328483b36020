// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ExitCode.h"
#include "core/base/JobControl.h"
#include "core/base/Message.h"

#include <QCommandLineParser>
#include <QtConcurrentRun>

namespace rillscope {

void complain(const QString& text);

/// The exit code for a file that could not be read or written.
ExitCode exitCodeFor(const Error& error);

/// Returns the file that is the only argument of a command. Otherwise returns the code to exit with: the help
/// was asked for and printed, or the arguments are wrong and an error was printed.
tl::expected<QString, ExitCode> readOnlyFile(QCommandLineParser& parser, const QStringList& arguments,
                                             const QString& command);

/// Waits for a job on another thread: the first SIGINT or SIGTERM cancels it, and how far it is stands on
/// standard error, if that is a terminal. Thread: main.
void watch(QFuture<void> job);

/// Runs `job` on another thread under watch(), and gives back what it returns.
template <typename T>
Result<T> runCancellable(const std::function<Result<T>(const JobControl&)>& job) {
    Result<T> result =
        failure(ErrorCode::Cancelled, QString(), Message(QT_TRANSLATE_NOOP("Message", "it was cancelled")));
    watch(QtConcurrent::run([&](QPromise<void>& promise) { result = job(JobControl::of(promise)); }));
    return result;
}

} // namespace rillscope
