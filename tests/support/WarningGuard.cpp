// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WarningGuard.h"

#include <QMutex>
#include <QString>
#include <QStringList>

namespace rillscope::test {
namespace {

QMutex warningsMutex; // guards warnings: messages come from any thread
QStringList warnings;

void collect(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    // The offscreen platform says so of every window with a minimum size; it is about the platform, not us.
    if (message == QStringLiteral("This plugin does not support propagateSizeHints()"))
        return;
    const QMutexLocker lock(&warningsMutex);
    warnings.append(message);
}

} // namespace

void WarningGuard::OnTestStart(const testing::TestInfo&) {
    const QMutexLocker lock(&warningsMutex);
    warnings.clear();
    qInstallMessageHandler(collect);
}

void WarningGuard::OnTestEnd(const testing::TestInfo&) {
    const QMutexLocker lock(&warningsMutex);
    if (!warnings.isEmpty())
        ADD_FAILURE() << "Qt warned:\n" << warnings.join(u'\n').toStdString();
    warnings.clear();
}

} // namespace rillscope::test
