// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CapturePlace.h"

#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/capture/CaptureSchema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rillscope {
namespace {

/// The longest that is put behind a name: "-wal", "-shm", ".lock", "-journal".
constexpr qsizetype siblingSuffixBytes = 8;

QString systemMessage(int systemError) {
    return QString::fromLocal8Bit(std::strerror(systemError));
}

Result<void> checkLength(const QString& path) {
    const QFileInfo info(path);
    const QByteArray folder = QFile::encodeName(info.absolutePath());
    const long limit = pathconf(folder.constData(), _PC_NAME_MAX);
    const qsizetype length = QFile::encodeName(info.fileName()).size();
    const qsizetype allowed = (limit > 0 ? static_cast<qsizetype>(limit) : 255) - siblingSuffixBytes;
    if (length > allowed)
        return failure(
            ErrorCode::WriteFailed, path,
            Message(QT_TRANSLATE_NOOP("Message", "the name is too long: %1 bytes, where %2 are allowed"),
                    QString::number(length), QString::number(allowed)));
    return {};
}

Result<void> checkFolder(const QString& folder) {
    const QFileInfo info(folder);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, folder,
                       info.isSymLink()
                           ? Message(QT_TRANSLATE_NOOP("Message", "a symbolic link that leads nowhere"))
                           : Message(QT_TRANSLATE_NOOP("Message", "there is no such folder")));
    if (!info.isDir())
        return failure(ErrorCode::FileUnreadable, folder,
                       Message(QT_TRANSLATE_NOOP("Message", "this is no folder")));
    if (access(QFile::encodeName(folder).constData(), W_OK | X_OK) != 0)
        return failure(ErrorCode::FileUnreadable, folder, Message::verbatim(systemMessage(errno)));
    return {};
}

} // namespace

CaptureSettings CaptureSettings::defaults(const QString& program) {
    return {{}, defaultCaptureFolder(), fallbackCaptureFolder(), program};
}

QString defaultCaptureFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/rillscope/captures");
}

void CaptureSettings::setFolder(const QString& chosen) {
    folder = chosen;
    fallbackFolder = chosen == defaultCaptureFolder() ? fallbackCaptureFolder() : QString();
}

QString fallbackCaptureFolder() {
    // Not /tmp, which many systems empty as they start.
    for (const QString& base : {qEnvironmentVariable("TMPDIR"), QStringLiteral("/var/tmp")}) {
        if (!base.isEmpty() && isPersistent(base))
            return QStringLiteral("%1/rillscope-captures-%2").arg(base, QString::number(getuid()));
    }
    return {};
}

bool isPersistent(const QString& folder) {
    struct statfs status {};
    if (statfs(QFile::encodeName(folder).constData(), &status) != 0)
        return false;
    const auto type = static_cast<unsigned long>(status.f_type);
    return type != TMPFS_MAGIC && type != RAMFS_MAGIC;
}

Result<void> checkCaptureSpace(const QString& folder, qint64 bytes) {
    constexpr qint64 least = 1 << 20;
    const qint64 free = freeBytes(folder);
    if (free >= 0 && free < std::max(least, 2 * bytes))
        return failure(ErrorCode::StorageFull, folder,
                       Message(QT_TRANSLATE_NOOP("Message", "too little space is left on the disk")));
    return {};
}

qint64 freeBytes(const QString& path) {
    struct statvfs status {};
    if (statvfs(QFile::encodeName(path).constData(), &status) != 0)
        return -1;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

Result<void> makeCaptureFolder(const QString& folder) {
    if (!QDir().mkpath(folder)) {
        // QDir tells no reason; the system does when it is asked for the folder itself.
        const int made = mkdir(QFile::encodeName(folder).constData(), 0777);
        const int systemError = made == 0 ? 0 : errno;
        if (systemError != 0 && systemError != EEXIST)
            return failure(systemError == ENOSPC || systemError == EDQUOT ? ErrorCode::StorageFull
                                                                          : ErrorCode::FileUnreadable,
                           folder,
                           Message(QT_TRANSLATE_NOOP("Message", "the folder cannot be made (%1)"),
                                   systemMessage(systemError)));
    }
    return checkFolder(folder);
}

Result<void> makePrivateFolder(const QString& folder) {
    const QByteArray name = QFile::encodeName(folder);
    if (mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return failure(
            ErrorCode::FileUnreadable, folder,
            Message(QT_TRANSLATE_NOOP("Message", "the folder cannot be made (%1)"), systemMessage(errno)));
    struct stat status {};
    if (lstat(name.constData(), &status) != 0)
        return failure(ErrorCode::FileUnreadable, folder, Message::verbatim(systemMessage(errno)));
    const bool isOurs =
        S_ISDIR(status.st_mode) && status.st_uid == geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    if (!isOurs)
        return failure(
            ErrorCode::FileUnreadable, folder,
            Message(QT_TRANSLATE_NOOP("Message", "it is not a folder that only this user may enter")));
    return checkFolder(folder);
}

Result<void> checkNewCapture(const QString& path) {
    const QFileInfo info(path);
    if (const auto length = checkLength(path); !length)
        return length;
    if (const auto folder = checkFolder(info.absolutePath()); !folder)
        return folder;
    if (info.isSymLink())
        return failure(
            ErrorCode::WriteFailed, path,
            Message(QT_TRANSLATE_NOOP("Message", "it is a symbolic link; a recording is a new file")));
    if (info.exists())
        return failure(ErrorCode::WriteFailed, path,
                       Message(QT_TRANSLATE_NOOP(
                           "Message", "there is something of this name already; a recording is a new file")));
    // What SQLite would take for the log of the new file.
    for (const char* suffix : {"-wal", "-journal"}) {
        const QFileInfo sibling(path + QLatin1String(suffix));
        if (sibling.exists() || sibling.isSymLink())
            return failure(
                ErrorCode::WriteFailed, path,
                Message(QT_TRANSLATE_NOOP("Message", "%1, which belongs to another recording, is beside it"),
                        sibling.fileName()));
    }
    return {};
}

QString captureName(Timestamp start, int number) {
    QString name = QString::fromStdString(formatRfc3339(floorToSeconds(start)));
    name.replace(u':', u'-');
    if (number > 1)
        name += QStringLiteral("-%1").arg(number);
    return name + u'.' + QLatin1String(captureSuffix);
}

QString followingPath(const QString& path, int number) {
    const QFileInfo info(path);
    const QString suffix = info.suffix();
    const QString stem = suffix.isEmpty() ? path : path.chopped(suffix.size() + 1);
    return QStringLiteral("%1-%2%3").arg(stem, QString::number(number),
                                         suffix.isEmpty() ? QString() : u'.' + suffix);
}

} // namespace rillscope
