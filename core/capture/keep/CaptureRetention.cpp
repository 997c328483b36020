// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureRetention.h"

#include "core/base/Message.h"
#include "core/capture/keep/CaptureLock.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

QString logOf(const QString& path) {
    return path + QStringLiteral("-wal");
}

/// What is of no use without its capture.
void removeLeftovers(const QString& path) {
    for (const char* suffix : {"-wal", "-shm"})
        QFile::remove(path + QString::fromLatin1(suffix));
}

bool mayGo(const CaptureEntry& entry, const QString& current) {
    const bool isAtRest = entry.isEnded() || entry.state == CaptureEntry::State::CutShort;
    return isAtRest && !entry.isLink && entry.path != current;
}

Timestamp newestOf(const CaptureEntry& entry) {
    constexpr std::int64_t nanosecondsInOne = 1'000'000;
    // What a capture says of itself may be anything; the file's time can't be older than its last commit.
    const Timestamp written = fromNanoseconds(
        std::clamp<std::int64_t>(entry.modifiedMs, 0, toNanoseconds(Timestamp::max()) / nanosecondsInOne) *
        nanosecondsInOne);
    return entry.ended ? std::max(*entry.ended, written) : written;
}

/// While the lock is held nobody begins to write it.
template <typename Remove>
Result<void> underLock(const QString& path, Remove remove) {
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::FileNotFound, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is no such file")));
    auto lock = CaptureLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    const Result<void> removed = remove();
    if (removed)
        removeLeftovers(path);
    lock->releaseAndRemove();
    return removed;
}

} // namespace

QList<CaptureEntry> capturesBeyond(const CaptureCatalog& catalog, const RetentionLimits& limits,
                                   Timestamp now, const QString& current) {
    QList<CaptureEntry> candidates;
    qint64 bytes = 0;
    for (const CaptureEntry& entry : catalog.entries) {
        if (!entry.isCapture() || entry.isLink)
            continue;
        bytes += entry.bytes;
        if (mayGo(entry, current))
            candidates.append(entry);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return newestOf(a) < newestOf(b); });
    QList<CaptureEntry> beyond;
    for (const CaptureEntry& entry : std::as_const(candidates)) {
        const bool isTooOld = limits.age && now - newestOf(entry) > *limits.age;
        const bool isTooMuch = limits.bytes && bytes > *limits.bytes;
        if (!isTooOld && !isTooMuch)
            break; // those that follow are newer
        beyond.append(entry);
        bytes -= entry.bytes;
    }
    return beyond;
}

Result<void> removeCapture(const QString& path) {
    return underLock(path, [&]() -> Result<void> {
        QFile file(path);
        if (!file.remove())
            return failure(ErrorCode::WriteFailed, path, Message::verbatim(file.errorString()));
        return {};
    });
}

RemovedCaptures removeCaptures(const QList<CaptureEntry>& entries) {
    RemovedCaptures removed;
    for (const CaptureEntry& entry : entries) {
        const CaptureEntry now = describeCapture(entry.path);
        if (now.state != entry.state || now.bytes != entry.bytes || now.isLink)
            continue;
        if (const auto gone = removeCapture(entry.path); !gone) {
            removed.errors.append(gone.error());
            continue;
        }
        ++removed.count;
        removed.bytes += entry.bytes;
    }
    return removed;
}

Result<void> trashCapture(const QString& path) {
    return underLock(path, [&]() -> Result<void> {
        if (!QFile::moveToTrash(path))
            return failure(ErrorCode::WriteFailed, path,
                           Message(QT_TRANSLATE_NOOP("Message", "there is no trash for this disk")));
        // With the log beside it, it can be put back as it was.
        if (QFileInfo(logOf(path)).size() > 0 && !QFile::moveToTrash(logOf(path)))
            return failure(
                ErrorCode::WriteFailed, logOf(path),
                Message(QT_TRANSLATE_NOOP("Message", "it could not follow its recording into the trash")));
        return {};
    });
}

} // namespace rillscope
