// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TargetFile.h"

#include "core/base/DescriptorDevice.h"
#include "core/base/Message.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

namespace rillscope {
namespace {

/// What a path leads to, with all links followed.
struct Target {
    enum class Kind { Descriptor, Special, File };

    Kind kind = Kind::File;
    QString path;
    int descriptor = -1; ///< of this process
};

/// "/proc/self/fd", "/dev/fd" and so on, which all are the same folder.
bool isFolderOfOwnDescriptors(const QString& folder) {
    static const QRegularExpression pattern(
        QStringLiteral("^/proc/%1(/task/[0-9]+)?/fd$").arg(QCoreApplication::applicationPid()));
    return pattern.match(folder).hasMatch();
}

Target targetOf(const QString& path) {
    if (path == QLatin1String("-"))
        return {Target::Kind::Descriptor, path, STDOUT_FILENO};
    constexpr int mostLinks = 40;
    QFileInfo info(path);
    for (int links = 0; links < mostLinks; ++links) {
        const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
        bool isNumber = false;
        const int descriptor = info.fileName().toInt(&isNumber);
        if (isNumber && isFolderOfOwnDescriptors(folder))
            return {Target::Kind::Descriptor, info.filePath(), descriptor};
        if (!info.isSymLink())
            break;
        // A link of /proc is not a name: behind it may be a file that another program writes.
        if (folder.startsWith(QLatin1String("/proc/")))
            return {Target::Kind::Special, info.filePath(), -1};
        info.setFile(info.symLinkTarget());
    }
    const bool isNoFile = info.exists() && !info.isFile() && !info.isDir();
    return {isNoFile ? Target::Kind::Special : Target::Kind::File, info.filePath(), -1};
}

/// What this program itself has opened is closed at exec, and a user who names it by its number means
/// something else.
bool isInheritedForWriting(int descriptor) {
    const int flags = fcntl(descriptor, F_GETFD);
    const int mode = fcntl(descriptor, F_GETFL);
    return flags >= 0 && mode >= 0 && (flags & FD_CLOEXEC) == 0 && (mode & O_ACCMODE) != O_RDONLY;
}

QString shownName(const QString& path) {
    return path == QLatin1String("-") ? QStringLiteral("standard output") : path;
}

tl::unexpected<Error> refusal(const QString& path, const Message& reason) {
    return failure(ErrorCode::WriteFailed, shownName(path), reason);
}

/// What the file is called in messages; a device without a name has none.
tl::unexpected<Error> writeFailure(const QIODevice& device) {
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return refusal(file ? file->fileName() : QString(), Message::verbatim(device.errorString()));
}

Result<void> checkDescriptor(const QString& path, int descriptor) {
    return isInheritedForWriting(descriptor)
               ? Result<void>()
               : refusal(path, Message(QT_TRANSLATE_NOOP("Message", "it is not open for writing")));
}

/// -1 with errno set when it cannot be opened.
int connectTo(const QByteArray& socketName) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketName.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, socketName.constData(), static_cast<std::size_t>(socketName.size()));
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor >= 0 &&
        connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        const int error = errno;
        close(descriptor);
        errno = error;
        return -1;
    }
    return descriptor;
}

int openSpecial(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    struct stat status {};
    if (stat(name.constData(), &status) == 0 && S_ISSOCK(status.st_mode))
        return connectTo(name);
    return open(name.constData(), O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC);
}

using Write = std::function<Result<void>(QIODevice&)>;

Result<void> writeToDescriptor(int descriptor, const Write& write) {
    DescriptorDevice device(descriptor);
    return write(device);
}

Result<void> writeSpecial(const QString& path, const Write& write) {
    const int descriptor = openSpecial(path);
    if (descriptor < 0)
        return refusal(path, Message::verbatim(qt_error_string(errno)));
    Result<void> written = writeToDescriptor(descriptor, write);
    if (close(descriptor) != 0 && written)
        return refusal(path, Message::verbatim(qt_error_string(errno)));
    return written;
}

Result<void> replaceFile(const QString& path, const Write& write) {
    const QFileInfo info(path);
    if (info.isDir())
        return refusal(path, Message(QT_TRANSLATE_NOOP("Message", "it is a folder, not a file")));
    if (!info.absoluteDir().exists())
        return refusal(
            path, Message(QT_TRANSLATE_NOOP("Message", "the folder %1 does not exist"), info.absolutePath()));
    QSaveFile file(path); // follows links
    if (!file.open(QIODevice::WriteOnly))
        return writeFailure(file);
    Result<void> written = write(file);
    if (written && !file.commit())
        return writeFailure(file);
    return written;
}

Result<void> writeTarget(const Target& target, const QString& path, const Write& write) {
    switch (target.kind) {
    case Target::Kind::Descriptor:
        std::fflush(stdout); // what was printed before comes before
        return checkDescriptor(path, target.descriptor).and_then([&] {
            return writeToDescriptor(target.descriptor, write);
        });
    case Target::Kind::Special:
        return writeSpecial(target.path, write);
    case Target::Kind::File:
        break;
    }
    return replaceFile(path, write);
}

/// The same text for the same file; empty for what several may be written to, as /dev/null.
QString identityOf(const Target& target) {
    switch (target.kind) {
    case Target::Kind::Descriptor:
        return QString::number(target.descriptor);
    case Target::Kind::Special:
        return {};
    case Target::Kind::File:
        break;
    }
    const QFileInfo info(target.path);
    return QDir(info.absoluteDir().canonicalPath()).filePath(info.fileName());
}

} // namespace

bool isStandardOutput(const QString& path) {
    return targetOf(path).descriptor == STDOUT_FILENO;
}

Result<void> checkTargetFile(const QString& path) {
    if (path.isEmpty())
        return {};
    const Target target = targetOf(path);
    if (target.kind == Target::Kind::Descriptor)
        return checkDescriptor(path, target.descriptor);
    const QFileInfo file(target.path);
    const QFileInfo folder(file.absolutePath());
    if (file.isDir())
        return refusal(path, Message(QT_TRANSLATE_NOOP("Message", "this is a folder")));
    if (file.exists() && !file.isWritable())
        return refusal(path, Message(QT_TRANSLATE_NOOP("Message", "the file is there and not writable")));
    if (target.kind == Target::Kind::Special)
        return {};
    if (!folder.isDir())
        return refusal(path, Message(QT_TRANSLATE_NOOP("Message", "its folder does not exist")));
    if (!folder.isWritable())
        return refusal(path, Message(QT_TRANSLATE_NOOP("Message", "its folder is not writable")));
    return {};
}

Result<void> checkTargetsDiffer(const QList<NamedTarget>& targets) {
    QHash<QString, QString> options; // by what they write
    for (const auto& [option, path] : targets) {
        if (path.isEmpty())
            continue;
        const Target target = targetOf(path);
        const QString identity = identityOf(target);
        if (!identity.isEmpty() && options.contains(identity))
            return failure(
                ErrorCode::InvalidUri, option,
                target.descriptor == STDOUT_FILENO
                    ? Message(QT_TRANSLATE_NOOP(
                                  "Message", "%1 goes to standard output already, which takes one of them"),
                              options.value(identity))
                    : Message(QT_TRANSLATE_NOOP("Message", "%1 writes the same file"),
                              options.value(identity)));
        options.insert(identity, option);
    }
    return {};
}

Result<void> writeTargetFile(const QString& path, const Write& write) {
    Result<void> written = writeTarget(targetOf(path), path, write);
    if (!written && written.error().subject.isEmpty())
        written.error().subject = shownName(path);
    return written;
}

Result<void> writeTargetFile(const QString& path, const QByteArray& contents) {
    return writeTargetFile(path, [&contents](QIODevice& device) {
        return writeAll(device, {contents.constData(), static_cast<std::size_t>(contents.size())})
            .and_then([&device] { return flushAll(device); });
    });
}

Result<void> writeAll(QIODevice& device, std::string_view text) {
    while (!text.empty()) {
        const qint64 written = device.write(text.data(), static_cast<qint64>(text.size()));
        if (written <= 0)
            return writeFailure(device);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> flushAll(QIODevice& device) {
    // What QFileDevice buffers reaches the system only now, and fails only now.
    auto* file = qobject_cast<QFileDevice*>(&device);
    if (file && !file->flush())
        return writeFailure(device);
    return {};
}

} // namespace rillscope
