// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program with someone who watches its GUI thread, keeps it from its work, or begins new
// sessions, one each half second. Says "ready" once the window has been open for a while, "longest MS" at the
// end: how long the GUI thread was away. usage: rillscope_torture_window SECONDS STUCKSECONDS NEWSESSIONS
// [ARGUMENT OF rillscope]...
#include "app/gui/Application.h"
#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "tests/torture/GuiWatch.h"

#include <QApplication>
#include <QTextStream>

#include <thread>

using namespace rillscope;

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("rillscope"));
    QApplication::setApplicationName(QStringLiteral("rillscope"));
    QStringList arguments = QApplication::arguments();
    if (arguments.size() < 4)
        return ExitUsage;
    const std::chrono::seconds duration(arguments.takeAt(1).toInt());
    const std::chrono::seconds stuck(arguments.takeAt(1).toInt());
    const int newSessions = arguments.takeAt(1).toInt();
    const auto options = GuiOptions::parse(arguments);
    if (!options)
        return ExitUsage;
    Application rillscope(*options);
    torture::GuiWatch watch;
    rillscope.run();
    constexpr std::chrono::seconds opening{2};
    constexpr std::chrono::milliseconds betweenSessions{500};
    callAfter(opening, &application, [&] {
        watch.begin();
        QTextStream(stdout) << "ready" << Qt::endl;
        std::this_thread::sleep_for(stuck);
    });
    for (int i = 1; i <= newSessions; ++i)
        callAfter(opening + stuck + i * betweenSessions, &application,
                  [&] { rillscope.window().actions().newSession->trigger(); });
    callAfter(opening + stuck + duration, &application, [&] {
        QTextStream(stdout) << "longest " << watch.longest() / std::chrono::milliseconds(1) << Qt::endl;
        rillscope.window().close();
    });
    return QApplication::exec();
}
