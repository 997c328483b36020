// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CancellableJob.h"

#include "core/base/TerminationSignal.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

namespace rillscope {

void complain(const QString& text) {
    QTextStream(stderr) << "rillscope-cli: " << text << Qt::endl;
}

ExitCode exitCodeFor(const Error& error) {
    switch (error.code) {
    case ErrorCode::InvalidUri:
        return ExitUsage;
    case ErrorCode::WriteFailed:
    case ErrorCode::StorageFull:
    case ErrorCode::DamagedFile:
        return ExitStorageFailed;
    default:
        return ExitSourceFailed;
    }
}

tl::expected<QString, ExitCode> readOnlyFile(QCommandLineParser& parser, const QStringList& arguments,
                                             const QString& command) {
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        QTextStream(stdout) << parser.helpText();
        return tl::unexpected(ExitDone);
    }
    if (!parser.parse(arguments) || parser.positionalArguments().size() != 1) {
        complain(parser.errorText().isEmpty() ? QStringLiteral("%1: give exactly one recording").arg(command)
                                              : parser.errorText());
        return tl::unexpected(ExitUsage);
    }
    return parser.positionalArguments().constFirst();
}

void watch(QFuture<void> job) {
    QEventLoop loop;
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &loop, [&job] { job.cancel(); });
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcher<void>::finished, &loop, &QEventLoop::quit);
    const bool isTerminal = isatty(fileno(stderr)) != 0;
    if (isTerminal)
        QObject::connect(&watcher, &QFutureWatcher<void>::progressValueChanged, &loop, [](int permille) {
            QTextStream(stderr) << '\r' << permille / 10 << " % " << Qt::flush;
        });
    watcher.setFuture(job);
    if (!job.isFinished())
        loop.exec();
    job.waitForFinished(); // a cancelled future is finished before its job is
    if (isTerminal)
        QTextStream(stderr) << "\r      \r" << Qt::flush;
}

} // namespace rillscope
