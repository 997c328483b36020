// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureFormat.h"

#include "core/capture/CaptureSchema.h"
#include "core/capture/keep/CaptureLock.h"
#include "core/capture/keep/CaptureQuarantine.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rillscope {

bool isNamedLikeCapture(const QString& path) {
    return path.endsWith(u'.' + QLatin1String(captureSuffix), Qt::CaseInsensitive) ||
           (isQuarantined(path) && path.contains(u'.' + QLatin1String(captureSuffix) + u'.'));
}

bool startsLikeCapture(const QString& path) {
    // https://www.sqlite.org/fileformat.html
    constexpr qsizetype headerBytes = 72;
    constexpr qsizetype applicationIdOffset = 68;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray head = file.read(headerBytes);
    return head.size() == headerBytes && head.startsWith(QByteArrayLiteral("SQLite format 3\0")) &&
           qFromBigEndian<qint32>(head.constData() + applicationIdOffset) == captureApplicationId;
}

bool isCapture(const QString& path) {
    return isNamedLikeCapture(path) || CaptureLock::isHeld(path) || startsLikeCapture(path);
}

} // namespace rillscope
