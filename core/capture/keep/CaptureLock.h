// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <utility>

namespace rillscope {

/// That a capture is being written: flock() on "FILE.lock" beside it, for as long as this lives. It goes with
/// the process, however that ends, and no child inherits it. The lock file stays behind then; only
/// releaseAndRemove() takes it away. Thread: one owner at a time.
/// Errors: FileInUse when another program, or another part of this one, holds it; FileUnreadable,
/// WriteFailed.
class CaptureLock {
public:
    static Result<CaptureLock> acquire(const QString& capturePath);
    /// Whether somebody writes the capture now. False when nobody can tell. Takes the lock for a moment.
    static bool isHeld(const QString& capturePath);
    static QString pathFor(const QString& capturePath);

    CaptureLock(CaptureLock&& other) noexcept
        : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    CaptureLock& operator=(CaptureLock&& other) noexcept;
    ~CaptureLock() { release(); }

    /// For a capture that was ended, or never came to be.
    void releaseAndRemove();

private:
    CaptureLock(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    void release();

    QString m_path; ///< of the lock file
    int m_descriptor = -1;
};

} // namespace rillscope
