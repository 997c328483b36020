// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QProcess>

namespace rillscope::test {
namespace {

/// The names of all shared libraries a program loads, its libraries' own included.
QStringList librariesOf(const QString& program) {
    QProcess process;
    process.start(QStringLiteral("ldd"), {program});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    QStringList names;
    const QStringList lines = QString::fromLocal8Bit(process.readAllStandardOutput()).split(u'\n');
    for (const QString& line : lines)
        names.append(line.trimmed().section(u' ', 0, 0));
    return names;
}

QStringList guiLibraries(const QStringList& libraries) {
    static const QStringList prefixes{
        QStringLiteral("libQt6Gui."), QStringLiteral("libQt6Widgets."), QStringLiteral("libQt6Charts."),
        QStringLiteral("libQt6Svg"),  QStringLiteral("libQt6OpenGL"),   QStringLiteral("libQt6PrintSupport."),
        QStringLiteral("libQt6Qml"),  QStringLiteral("libQt6Quick"),    QStringLiteral("libX11."),
        QStringLiteral("libxcb"),     QStringLiteral("libGL."),         QStringLiteral("libwayland")};
    QStringList found;
    for (const QString& library : libraries) {
        for (const QString& prefix : prefixes) {
            if (library.startsWith(prefix))
                found.append(library);
        }
    }
    return found;
}

TEST(LinkedLibrariesTest, TheCommandLineLoadsNoGuiLibrary) {
    const QStringList libraries = librariesOf(QStringLiteral(RILLSCOPE_CLI_PROGRAM));
    ASSERT_FALSE(libraries.filter(QStringLiteral("libQt6Core.")).isEmpty()) << "ldd told nothing";
    EXPECT_EQ(guiLibraries(libraries).join(u' ').toStdString(), "");
}

TEST(LinkedLibrariesTest, AGuiLibraryIsRecognized) {
    EXPECT_EQ(guiLibraries({QStringLiteral("libQt6Core.so.6"), QStringLiteral("libQt6Widgets.so.6"),
                            QStringLiteral("libQt6Gui.so.6"), QStringLiteral("libc.so.6")})
                  .size(),
              2);
}

} // namespace
} // namespace rillscope::test
