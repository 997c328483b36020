// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program with someone who watches its GUI thread, keeps it from its work, or uses it. Says
// "ready" once the window has been open for a while, "longest MS" at the end: how long the GUI thread was
// away. Meanwhile each line on standard input is done: "new" begins a session, "stop" stops the stream,
// "close" closes the window, "press TEXT" presses that button of the banner, if it is there ("pressed" is
// said then). usage: rillscope_torture_window SECONDS STUCKSECONDS [ARGUMENT OF rillscope]...   SECONDS: 0
// for no end
#include "app/gui/Application.h"
#include "app/gui/ProgramEnd.h"
#include "core/base/CallAfter.h"
#include "core/base/ExitCode.h"
#include "core/base/TerminationSignal.h"
#include "tests/support/Sources.h"
#include "tests/torture/GuiWatch.h"
#include "ui/panels/Banner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTextStream>

#include <thread>

#include <unistd.h>

using namespace rillscope;

namespace {

void say(const QString& text) {
    QTextStream(stdout) << text << Qt::endl;
}

void sayLongest(const torture::GuiWatch& watch) {
    say(QStringLiteral("longest %1").arg(watch.longest() / std::chrono::milliseconds(1)));
}

/// Presses it, after saying so: the program may be gone then.
void press(MainWindow& window, const torture::GuiWatch& watch, const QString& name) {
    for (QAbstractButton* button : window.banner().findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->objectName() != QStringLiteral("banner_") + name)
            continue;
        sayLongest(watch);
        say(QStringLiteral("pressed"));
        button->click();
        return;
    }
}

void obey(MainWindow& window, const torture::GuiWatch& watch, const QString& command) {
    if (command == QLatin1String("new"))
        window.actions().newSession->trigger();
    else if (command == QLatin1String("stop"))
        window.actions().startStop->trigger();
    else if (command == QLatin1String("close"))
        window.close();
    else if (command.startsWith(QLatin1String("press ")))
        press(window, watch, command.mid(6));
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("rillscope"));
    QApplication::setApplicationName(QStringLiteral("rillscope"));
    QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3)
        return ExitUsage;
    const std::chrono::seconds duration(arguments.takeAt(1).toInt());
    const std::chrono::seconds stuck(arguments.takeAt(1).toInt());
    const auto options = GuiOptions::parse(arguments, test::sources());
    if (!options)
        return ExitUsage;
    const TerminationSignal termination;
    Application rillscope(*options, test::sources());
    QObject::connect(&termination, &TerminationSignal::received, &rillscope, &Application::closeUnasked);
    QObject::connect(&rillscope.closing(), &ClosingGuard::leaving, &rillscope, leaveWithout);
    torture::GuiWatch watch;
    QSocketNotifier commands(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&commands, &QSocketNotifier::activated, &rillscope, [&] {
        std::array<char, 4'096> bytes;
        const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0)
            commands.setEnabled(false);
        for (const QByteArray& line : QByteArray(bytes.data(), std::max<ssize_t>(count, 0)).split('\n'))
            obey(rillscope.window(), watch, QString::fromUtf8(line));
    });
    rillscope.run();
    constexpr std::chrono::seconds opening{2};
    callAfter(opening, &application, [&] {
        watch.begin();
        say(QStringLiteral("ready"));
        std::this_thread::sleep_for(stuck);
    });
    if (duration.count() > 0)
        callAfter(opening + stuck + duration, &application, [&] { rillscope.window().close(); });
    const int code = QApplication::exec();
    sayLongest(watch);
    endSoon(rillscope.session(), code);
    return code;
}
