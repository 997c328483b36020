// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tail/FileIdentity.h"

#include "core/capture/check/CaptureFormat.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int mostSearched = 10'000; ///< files of a folder
constexpr int mostNamed = 5;

/// Whether a rotation of a file called `beginning` could be called so: log.1.csv, log-2026-12-01, log2.csv,
/// but not logger.csv, nor a capture.
bool couldBeRotated(const QString& name, const QString& beginning) {
    const qsizetype next = beginning.size();
    return name.startsWith(beginning) && (name.size() == next || !name.at(next).isLetter()) &&
           !isNamedLikeCapture(name);
}

std::optional<FileStatus> regular(const struct stat& status) {
    if (!S_ISREG(status.st_mode))
        return std::nullopt;
    return FileStatus{.identity = {.device = status.st_dev, .number = status.st_ino},
                      .size = status.st_size,
                      .written = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec}};
}

} // namespace

std::optional<FileStatus> statusOf(const QFile& openFile) {
    struct stat status {};
    return fstat(openFile.handle(), &status) == 0 ? regular(status) : std::nullopt;
}

std::optional<FileStatus> statusOf(const QString& path) {
    struct stat status {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? regular(status) : std::nullopt;
}

qint64 sizeOf(const QFile& openFile) {
    const auto status = statusOf(openFile);
    return status ? status->size : 0;
}

std::string bytesAt(const QFile& openFile, qint64 position, std::size_t most) {
    std::string bytes(most, '\0');
    const ssize_t count = pread(openFile.handle(), bytes.data(), most, position);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return bytes;
}

QByteArray fingerprint(const QFile& openFile, qint64 used) {
    constexpr qint64 most = 4'096;
    const auto length = static_cast<std::size_t>(std::min(used, most));
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string& bytes :
         {bytesAt(openFile, 0, length), bytesAt(openFile, used - std::min(used, most), length)})
        hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex();
}

std::optional<QString> findFile(const FileIdentity& identity, const QString& path) {
    const auto isIt = [&](const QString& candidate) {
        const auto status = statusOf(candidate);
        return status && status->identity == identity;
    };
    if (isIt(path))
        return path;
    QDirIterator folder(QFileInfo(path).absolutePath(), QDir::Files | QDir::Hidden);
    for (int i = 0; i < mostSearched && folder.hasNext(); ++i) {
        if (const QString candidate = folder.next(); isIt(candidate))
            return candidate;
    }
    return std::nullopt;
}

QStringList filesBetween(const FileStatus& first, const QString& path) {
    const auto newest = statusOf(path);
    if (newest && newest->identity == first.identity)
        return {};
    QStringList between;
    const QFileInfo info(path);
    const QString beginning = info.baseName().isEmpty() ? info.fileName() : info.baseName();
    QDirIterator folder(info.absolutePath(), QDir::Files | QDir::Hidden);
    for (int i = 0; i < mostSearched && between.size() < mostNamed && folder.hasNext(); ++i) {
        const auto status = statusOf(folder.next());
        if (status && couldBeRotated(folder.fileName(), beginning) && status->identity != first.identity &&
            !(newest && status->identity == newest->identity) && status->written >= first.written)
            between.append(folder.fileName());
    }
    between.sort();
    return between;
}

} // namespace rillscope
