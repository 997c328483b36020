// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureOpener.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/statvfs.h>

#include <functional>

namespace rillscope {
namespace {

constexpr int maxNumber = 10'000;
/// Names that others took in the moment between our look and our try. More often than that it is no accident,
/// but a disk that keeps what could not be made.
constexpr int maxLost = 3;

bool isTaken(const QString& path) {
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const QFileInfo info(path + QLatin1String(suffix));
        if (info.exists() || info.isSymLink())
            return true;
    }
    return false;
}

/// The first name that nobody has.
Result<std::unique_ptr<CaptureFile>> createNumbered(const std::function<QString(int)>& pathOf,
                                                    const CaptureFile::Facts& facts) {
    int lost = 0;
    for (int number = 1; number < maxNumber; ++number) {
        const QString path = pathOf(number);
        if (isTaken(path))
            continue;
        auto file = CaptureFile::create(path, facts);
        const bool isLost = !file && (file.error().code == ErrorCode::FileInUse || isTaken(path));
        if (!isLost || ++lost > maxLost)
            return file;
    }
    return failure(ErrorCode::WriteFailed, pathOf(1), QStringLiteral("all names are taken"));
}

Result<void> checkSpace(const QString& folder, qint64 bytes) {
    constexpr qint64 least = 1 << 20;
    const qint64 free = freeBytes(folder);
    if (free >= 0 && free < std::max(least, 2 * bytes))
        return failure(ErrorCode::StorageFull, folder,
                       QStringLiteral("too little space is left on the disk"));
    return {};
}

} // namespace

qint64 freeBytes(const QString& path) {
    struct statvfs status {};
    if (statvfs(QFile::encodeName(path).constData(), &status) != 0)
        return -1;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

Result<std::unique_ptr<CaptureFile>> CaptureOpener::open(Timestamp now, const QString& continues,
                                                         qint64 bytes) {
    const CaptureFile::Facts facts{m_settings.program, now, continues};
    auto file = openPreferred(facts, bytes);
    m_isFirst = false;
    m_excuse.reset();
    if (file)
        return file;
    if (m_settings.fallbackFolder.isEmpty() || !makePrivateFolder(m_settings.fallbackFolder))
        return file;
    auto fallback = openIn(m_settings.fallbackFolder, facts, bytes);
    if (!fallback)
        return file;
    m_excuse = file.error();
    return fallback;
}

Result<std::unique_ptr<CaptureFile>> CaptureOpener::openPreferred(const CaptureFile::Facts& facts,
                                                                  qint64 bytes) {
    const QString& path = m_settings.explicitPath;
    if (path.isEmpty()) {
        if (const auto made = makeCaptureFolder(m_settings.folder); !made)
            return tl::unexpected(made.error());
        return openIn(m_settings.folder, facts, bytes);
    }
    if (m_isFirst)
        return CaptureFile::create(path, facts);
    if (const auto space = checkSpace(QFileInfo(path).absolutePath(), bytes); !space)
        return tl::unexpected(space.error());
    return createNumbered([&path](int number) { return followingPath(path, number + 1); }, facts);
}

Result<std::unique_ptr<CaptureFile>> CaptureOpener::openIn(const QString& folder,
                                                           const CaptureFile::Facts& facts, qint64 bytes) {
    if (const auto space = checkSpace(folder, bytes); !space)
        return tl::unexpected(space.error());
    return createNumbered(
        [&](int number) { return QDir(folder).filePath(captureName(facts.started, number)); }, facts);
}

} // namespace rillscope
