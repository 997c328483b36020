// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureQuarantine.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace rillscope {
namespace {

/// The file itself first, so that nobody ever finds a capture without its log.
constexpr std::array<const char*, 4> parts{"", "-wal", "-journal", "-shm"};

bool isTaken(const QString& path) {
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

/// 0, or what went wrong. Never over something that is there.
int renameToFree(const QString& from, const QString& to) {
    const QByteArray fromName = QFile::encodeName(from);
    const QByteArray toName = QFile::encodeName(to);
    if (renameat2(AT_FDCWD, fromName.constData(), AT_FDCWD, toName.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system that does not know how; the name was free a moment ago.
    return isTaken(to) ? EEXIST : rename(fromName.constData(), toName.constData()) == 0 ? 0 : errno;
}

QString freeName(const QString& path) {
    for (int number = 1;; ++number) {
        const QString name =
            path + QStringLiteral(".damaged") + (number > 1 ? QStringLiteral("-%1").arg(number) : QString());
        if (std::ranges::none_of(parts,
                                 [&name](const char* part) { return isTaken(name + QLatin1String(part)); }))
            return name;
    }
}

const QRegularExpression& quarantineSuffix() {
    static const QRegularExpression suffix(QStringLiteral("\\.damaged(-[0-9]+)?$"));
    return suffix;
}

} // namespace

Result<QString> quarantine(const QString& path) {
    const QString name = freeName(path);
    for (const char* part : parts) {
        const QString from = path + QLatin1String(part);
        if (!isTaken(from))
            continue;
        if (const int error = renameToFree(from, name + QLatin1String(part)); error != 0)
            return failure(ErrorCode::WriteFailed, from,
                           Message(QT_TRANSLATE_NOOP("Message", "it is damaged, but cannot be renamed (%1)"),
                                   QString::fromLocal8Bit(std::strerror(error))));
    }
    return name;
}

bool isQuarantined(const QString& path) {
    return quarantineSuffix().match(path).hasMatch();
}

QString salvagedPath(const QString& path) {
    const QString suffix = u'.' + QLatin1String(captureSuffix);
    QString stem = QString(path).remove(quarantineSuffix());
    if (stem.endsWith(suffix))
        stem.chop(suffix.size());
    for (int number = 1;; ++number) {
        const QString name = stem + QStringLiteral("-salvaged") +
                             (number > 1 ? QStringLiteral("-%1").arg(number) : QString()) + suffix;
        if (std::ranges::none_of(parts,
                                 [&name](const char* part) { return isTaken(name + QLatin1String(part)); }))
            return name;
    }
}

} // namespace rillscope
