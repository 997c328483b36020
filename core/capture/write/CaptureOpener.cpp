// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureOpener.h"

#include "core/base/Message.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <functional>
#include <utility>

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
    return failure(ErrorCode::WriteFailed, pathOf(1),
                   Message(QT_TRANSLATE_NOOP("Message", "all names are taken")));
}

} // namespace

Result<std::unique_ptr<CaptureFile>> CaptureOpener::open(Timestamp now, const QString& continues,
                                                         qint64 bytes) {
    const CaptureFile::Facts facts{m_settings.program, now, continues};
    m_fallbackReason.reset();
    if (!m_settings.explicitPath.isEmpty())
        return openNamed(facts, bytes);
    auto file = makeCaptureFolder(m_settings.folder).and_then([&] {
        return openIn(m_settings.folder, facts, bytes);
    });
    if (file || m_settings.fallbackFolder.isEmpty() || !makePrivateFolder(m_settings.fallbackFolder))
        return file;
    auto fallback = openIn(m_settings.fallbackFolder, facts, bytes);
    if (!fallback)
        return file;
    m_fallbackReason = file.error();
    return fallback;
}

/// The name itself, or else one beside it: never in another folder.
Result<std::unique_ptr<CaptureFile>> CaptureOpener::openNamed(const CaptureFile::Facts& facts, qint64 bytes) {
    const QString& path = m_settings.explicitPath;
    if (const auto space = checkCaptureSpace(QFileInfo(path).absolutePath(), bytes); !space)
        return tl::unexpected(space.error());
    // The error says why the name itself cannot be used, not that all names are taken.
    if (std::exchange(m_isFirst, false))
        return CaptureFile::create(path, facts);
    const int first = facts.continues.isEmpty() ? 1 : 2;
    return createNumbered(
        [&](int number) {
            const int place = number - 1 + first;
            return place == 1 ? path : followingPath(path, place);
        },
        facts);
}

Result<std::unique_ptr<CaptureFile>> CaptureOpener::openIn(const QString& folder,
                                                           const CaptureFile::Facts& facts, qint64 bytes) {
    if (const auto space = checkCaptureSpace(folder, bytes); !space)
        return tl::unexpected(space.error());
    return createNumbered(
        [&](int number) { return QDir(folder).filePath(captureName(facts.started, number)); }, facts);
}

Result<void> tryNewCapture(const QString& path) {
    if (const auto possible = checkNewCapture(path); !possible)
        return possible;
    if (const auto space = checkCaptureSpace(QFileInfo(path).absolutePath(), 0); !space)
        return space;
    auto file = CaptureFile::create(path, {});
    if (!file)
        return tl::unexpected(file.error());
    (*file)->discard();
    return {};
}

} // namespace rillscope
