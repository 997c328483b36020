// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Application.h"
#include "app/gui/ProgramEnd.h"
#include "app/gui/RenderCommand.h"
#include "core/base/ExitCode.h"
#include "core/base/LeaveAtOnce.h"
#include "core/base/TerminationSignal.h"
#include "core/capture/write/CaptureOpener.h"
#include "core/pipeline/SourceThread.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/source/BuiltInSources.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

#include <cerrno>
#include <csignal>
#include <cstdio>

using namespace rillscope;

namespace {

/// Prints the mistakes of a pipeline file to standard error. Returns whether it has none.
bool tellMistakes(const QString& pipelinePath) {
    if (pipelinePath.isEmpty())
        return true;
    const auto loaded = loadDefinition(pipelinePath);
    if (loaded)
        return true;
    for (const DefinitionMistake& mistake : loaded.error())
        QTextStream(stderr) << "rillscope: " << mistake.message() << Qt::endl;
    return false;
}

/// Prints to standard output. Returns the exit code.
int print(const QString& text) {
    QTextStream(stdout) << text << Qt::flush;
    if (std::ferror(stdout) == 0)
        return ExitDone;
    QTextStream(stderr) << "rillscope: standard output could not be written: " << qt_error_string(errno)
                        << Qt::endl;
    return ExitStorageFailed;
}

/// Checks that a capture can be made where it was asked for, before anything is received.
Result<void> checkCapturePath(const GuiOptions& options) {
    return options.capturePath.isEmpty() ? Result<void>() : tryNewCapture(options.capturePath);
}

} // namespace

int main(int argc, char* argv[]) {
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an error, which is reported
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Before QApplication: help and errors need no display, and neither does drawing into a file.
    const SourceCatalog sources = builtInSources();
    const auto options = GuiOptions::parse(arguments, sources);
    if (!options) {
        QTextStream(stderr) << "rillscope: " << options.error().message() << Qt::endl;
        return ExitUsage;
    }
    if (options->action == GuiOptions::Action::ShowHelp)
        return print(GuiOptions::helpText(sources));
    if (options->action == GuiOptions::Action::ShowVersion)
        return print(QStringLiteral("rillscope " RILLSCOPE_VERSION "\n"));
    if (!tellMistakes(options->pipelinePath))
        return ExitUsage;
    if (const auto free = checkCapturePath(*options); !free) {
        QTextStream(stderr) << "rillscope: " << free.error().message() << Qt::endl;
        return ExitStorageFailed;
    }
    if (options->isWindowless())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("rillscope"));
    QApplication::setApplicationName(QStringLiteral("rillscope"));
    QApplication::setApplicationVersion(QStringLiteral(RILLSCOPE_VERSION));
    if (options->isWindowless()) {
        const SystemClock clock;
        RenderCommand command(*options, sources, clock);
        const int code = command.run();
        if (SourceThread::leftBehindCount() > 0)
            leaveAtOnce(code);
        return code;
    }
    QApplication::setDesktopFileName(QStringLiteral("rillscope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/rillscope/icon/rillscope.svg")));
    const TerminationSignal termination;
    Application rillscope(*options, sources);
    QObject::connect(&termination, &TerminationSignal::received, &rillscope, &Application::closeUnasked);
    QObject::connect(&rillscope.closing(), &ClosingGuard::leaving, &rillscope, leaveWithout);
    rillscope.run();
    const int code = QApplication::exec();
    endSoon(rillscope.session(), code);
    return code;
}
