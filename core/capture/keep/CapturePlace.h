// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"

namespace rillscope {

/// Where captures go, and what they say of their maker. A place that the user has named is never left for
/// another one.
struct CaptureSettings {
    QString explicitPath;   ///< of the first file; those after it lie beside it. Empty: see `folder`
    QString folder;         ///< made if it is missing
    QString fallbackFolder; ///< for when `folder` cannot be used; private to the user; empty: none
    QString program;        ///< name and version

    /// The folders that the programs share.
    static CaptureSettings defaults(const QString& program);
    /// Takes another folder, without a fallback unless it is the default one.
    void setFolder(const QString& chosen);
};

/// "<data folder of the user>/rillscope/captures".
QString defaultCaptureFolder();
/// "rillscope-captures-<user id>" in $TMPDIR if that is set, else in /var/tmp, whichever keeps what it has
/// when the computer is switched off. Empty: neither does.
QString fallbackCaptureFolder();
/// Whether what is in this folder survives the loss of power; one that cannot be looked at does not.
bool isPersistent(const QString& folder);

/// Makes a folder that files can be made in, unless it is there.
Result<void> makeCaptureFolder(const QString& folder);
/// The same for a folder where others can write, too: nobody but the user may enter it, and it must not be
/// somebody else's or a symbolic link.
Result<void> makePrivateFolder(const QString& folder);

/// That a new capture can have this name: nothing is there, and its folder can be written.
Result<void> checkNewCapture(const QString& path);
/// That the disk of this folder has some space left beyond `bytes`. Errors: StorageFull.
Result<void> checkCaptureSpace(const QString& folder, qint64 bytes);
/// Bytes left for this user where a file lies; -1: unknown.
qint64 freeBytes(const QString& path);

/// "2026-11-22T13-40-05Z.rill", with "-2", "-3" … when number is more than 1.
QString captureName(Timestamp start, int number);
/// The same for what follows a capture whose name was given: "name-2.rill".
QString followingPath(const QString& path, int number);

} // namespace rillscope
