// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CancellableJob.h"
#include "app/cli/ExportCommand.h"
#include "app/cli/RecordCommand.h"
#include "app/cli/RecoverCommand.h"
#include "app/cli/SourceList.h"
#include "app/cli/VerifyCommand.h"
#include "core/base/ExitCode.h"
#include "core/base/LeaveAtOnce.h"
#include "core/pipeline/SourceThread.h"
#include "core/source/BuiltInSources.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cerrno>
#include <csignal>
#include <cstdio>

using namespace rillscope;

namespace {

int printUsage(FILE* stream, ExitCode code) {
    QTextStream(stream) << "Usage: rillscope-cli COMMAND\n\n"
                           "  record URI…  Record sources (record --help lists the options).\n"
                           "  export FILE  Write the samples of a recording as CSV (export --help).\n"
                           "  verify FILE  Check a recording and list what was checked.\n"
                           "  recover FILE Close a recording that was cut short, or save what can be read.\n"
                           "  sources      List the kinds of sources and their URIs.\n"
                           "  --version    Print the version.\n"
                           "  --help       Print this.\n\n"
                           "Exit codes: 0 done, 1 usage, 2 the source failed, 3 storage failed.\n";
    return code;
}

int listSources(const SourceCatalog& sources) {
    QTextStream(stdout) << sourceList(sources);
    return ExitDone;
}

int record(const QStringList& arguments, const SourceCatalog& sources) {
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        QTextStream(stdout) << recordUsage();
        return ExitDone;
    }
    const auto options = RecordOptions::parse(arguments, sources);
    if (!options) {
        QTextStream(stderr) << "rillscope-cli: " << options.error().message() << Qt::endl;
        return ExitUsage;
    }
    const SystemClock clock;
    RecordCommand command(*options, sources, clock);
    const int code = command.run();
    // An abandoned source may still use the clock.
    if (SourceThread::leftBehindCount() > 0)
        leaveAtOnce(code);
    return code;
}

int run(QStringList arguments, const SourceCatalog& sources) {
    const QString command = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    if (command == QLatin1String("record"))
        return record(arguments, sources);
    if (command == QLatin1String("export"))
        return runExport(arguments);
    if (command == QLatin1String("verify"))
        return runVerify(arguments);
    if (command == QLatin1String("recover"))
        return runRecover(arguments);
    if (command == QLatin1String("sources") && arguments.size() == 1)
        return listSources(sources);
    if (command == QLatin1String("--help") || command == QLatin1String("-h"))
        return printUsage(stdout, ExitDone);
    if (command == QLatin1String("--version")) {
        QTextStream(stdout) << "rillscope-cli " << RILLSCOPE_VERSION << Qt::endl;
        return ExitDone;
    }
    return printUsage(stderr, ExitUsage);
}

} // namespace

int main(int argc, char* argv[]) {
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an error, which is reported
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rillscope-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RILLSCOPE_VERSION));
    const int code = run(QCoreApplication::arguments(), builtInSources());
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    complain(QStringLiteral("standard output could not be written: ") + qt_error_string(errno));
    return ExitStorageFailed;
}
