// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Screen.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QStandardPaths>

namespace rillscope::torture {
namespace {

constexpr int mostMilliseconds = 20'000;

} // namespace

std::unique_ptr<Screen> Screen::open(Kind kind, const QString& folder, QString& why) {
    std::unique_ptr<Screen> screen(new Screen);
    const bool isOpen = kind == Kind::X11 ? screen->openX11(why) : screen->openWayland(folder, why);
    return isOpen ? std::move(screen) : nullptr;
}

Screen::~Screen() {
    m_server.terminate();
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
    m_server.waitForFinished(5'000);
}

void Screen::addTo(Victim& victim) const {
    victim.setVariable(QStringLiteral("QT_QPA_PLATFORM"), m_platform);
    if (m_runtimeFolder.isEmpty()) {
        victim.setVariable(QStringLiteral("DISPLAY"), m_display);
        return;
    }
    victim.setVariable(QStringLiteral("WAYLAND_DISPLAY"), m_display);
    victim.setVariable(QStringLiteral("XDG_RUNTIME_DIR"), m_runtimeFolder);
}

/// It takes a number that is free, and says which.
bool Screen::openX11(QString& why) {
    m_platform = QStringLiteral("xcb");
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp")});
    if (!m_server.waitForStarted() || !m_server.waitForReadyRead(mostMilliseconds)) {
        why = QStringLiteral("X11: Xvfb does not start");
        return false;
    }
    m_display = u':' + QString::fromLatin1(m_server.readAllStandardOutput()).simplified();
    return true;
}

bool Screen::openWayland(const QString& folder, QString& why) {
    m_platform = QStringLiteral("wayland");
    m_display = QStringLiteral("rillscope");
    m_runtimeFolder = folder;
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    if (plugins.entryList({QStringLiteral("libqwayland*")}).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("weston")).isEmpty()) {
        why = QStringLiteral("Wayland: weston or Qt's plug-in qt6-wayland is not installed");
        return false;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_server.setProcessEnvironment(environment);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(folder + QStringLiteral("/weston.txt"));
    m_server.start(QStringLiteral("weston"),
                   {QStringLiteral("--backend=headless-backend.so"), QStringLiteral("--socket=") + m_display,
                    QStringLiteral("--idle-time=0"), QStringLiteral("--width=1440"),
                    QStringLiteral("--height=900"), QStringLiteral("--no-config")});
    const QString socket = folder + u'/' + m_display;
    for (QDeadlineTimer deadline(mostMilliseconds); !QFile::exists(socket) && !deadline.hasExpired();) {
        if (m_server.waitForFinished(20))
            break;
    }
    if (QFile::exists(socket))
        return true;
    why = QStringLiteral("Wayland: weston does not start");
    return false;
}

} // namespace rillscope::torture
