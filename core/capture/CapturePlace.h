// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"

namespace rillscope {

/// Where captures go, and what they say of their maker.
struct CaptureSettings {
    QString explicitPath;   ///< of the first file of the session; empty: a name of its own in `folder`
    QString folder;         ///< of all others; made if it is missing
    QString fallbackFolder; ///< for when `folder` cannot be used; private to the user
    QString program;        ///< name and version

    /// The folders that the programs share.
    static CaptureSettings defaults(const QString& program);
};

/// "<data folder of the user>/rillscope/captures".
QString defaultCaptureFolder();
/// "<temporary folder>/rillscope-captures-<user id>".
QString fallbackCaptureFolder();

/// Makes a folder that files can be made in, unless it is there.
Result<void> makeCaptureFolder(const QString& folder);
/// The same for a folder where others can write, too: nobody but the user may enter it, and it must not be
/// somebody else's or a symbolic link.
Result<void> makePrivateFolder(const QString& folder);

/// That a new capture can have this name: nothing is there, and its folder can be written.
Result<void> checkNewCapture(const QString& path);

/// "2026-11-22T13-40-05Z.rill", with "-2", "-3" … when number is more than 1.
QString captureName(Timestamp start, int number);
/// The same for what follows a capture whose name was given: "name-2.rill".
QString followingPath(const QString& path, int number);

} // namespace rillscope
