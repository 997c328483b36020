// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureLock.h"

#include "core/base/Message.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rillscope {
namespace {

constexpr mode_t lockMode = 0600;

/// Whether the path still leads to the file that is open: a holder removes it as it lets go.
bool isStillThere(int descriptor, const QByteArray& path) {
    struct stat open {};
    struct stat named {};
    return fstat(descriptor, &open) == 0 && lstat(path.constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

Error lockError(const QString& path, int systemError) {
    const ErrorCode code = systemError == EACCES || systemError == ENOENT || systemError == ENOTDIR ||
                                   systemError == ENAMETOOLONG || systemError == ELOOP
                               ? ErrorCode::FileUnreadable
                           : systemError == ENOSPC || systemError == EDQUOT ? ErrorCode::StorageFull
                                                                            : ErrorCode::WriteFailed;
    return {code, path, Message::verbatim(QString::fromLocal8Bit(std::strerror(systemError)))};
}

/// -1 with errno set. isHeld() has it for a moment: that is no reason to give up.
int lockExclusively(int descriptor) {
    constexpr int attempts = 20;
    constexpr useconds_t pauseUs = 5'000;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0)
            usleep(pauseUs);
        if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return 0;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return -1;
    }
    return -1;
}

} // namespace

QString CaptureLock::pathFor(const QString& capturePath) {
    return capturePath + QStringLiteral(".lock");
}

Result<CaptureLock> CaptureLock::acquire(const QString& capturePath) {
    const QString lockPath = pathFor(capturePath);
    const QByteArray name = QFile::encodeName(lockPath);
    for (;;) {
        const int descriptor =
            open(name.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, lockMode);
        if (descriptor < 0)
            return tl::unexpected(lockError(lockPath, errno));
        CaptureLock lock(lockPath, descriptor);
        if (lockExclusively(descriptor) != 0) {
            if (errno == EWOULDBLOCK)
                return failure(
                    ErrorCode::FileInUse, capturePath,
                    Message(QT_TRANSLATE_NOOP("Message", "another program is writing this recording")));
            return tl::unexpected(lockError(lockPath, errno));
        }
        if (isStillThere(descriptor, name))
            return lock;
    }
}

bool CaptureLock::isHeld(const QString& capturePath) {
    const QByteArray name = QFile::encodeName(pathFor(capturePath));
    const int descriptor = open(name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    const bool isTaken = flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(descriptor);
    return isTaken;
}

CaptureLock& CaptureLock::operator=(CaptureLock&& other) noexcept {
    if (this != &other) {
        release();
        m_path = std::move(other.m_path);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

/// Removed while it is held: who opened it meanwhile finds, once it has the lock, that it is not there.
void CaptureLock::releaseAndRemove() {
    const QByteArray name = QFile::encodeName(m_path);
    if (m_descriptor >= 0 && isStillThere(m_descriptor, name))
        unlink(name.constData());
    release();
}

void CaptureLock::release() {
    if (m_descriptor >= 0)
        close(std::exchange(m_descriptor, -1));
}

} // namespace rillscope
