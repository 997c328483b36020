// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QIODevice>
#include <QList>

#include <functional>
#include <string_view>

// The one place where files are written for people; only captures, locks and settings are written elsewhere.
// A path is one of these:
// - "-": standard output;
// - a name of one of the program's open descriptors, such as /dev/stdout or /proc/self/fd/5: written to, from
//   where it stands;
// - something that is no regular file (a device, a named pipe, a socket): written to, never replaced;
// - a regular file or a new one, also at the end of symbolic links: written beside it and put in its place
//   when it is complete, so that an old file is as it was when that fails.

namespace rillscope {

/// Whether `path` is "-", or a name of standard output's descriptor.
bool isStandardOutput(const QString& path);

/// Whether a file could be written at `path` as far as one can tell without doing it. An empty path always
/// can. Errors: WriteFailed.
Result<void> checkTargetFile(const QString& path);

/// A file that a command line asks for, with the option that does.
struct NamedTarget {
    QString option; ///< "--csv"
    QString path;   ///< empty: not asked for
};

/// That no two of them are the same file, or both standard output. Errors: InvalidUri with an option as
/// subject.
Result<void> checkTargetsDiffer(const QList<NamedTarget>& targets);

/// Has `write` fill the file at `path`. Errors: WriteFailed with the system's reason, and those of `write`.
Result<void> writeTargetFile(const QString& path, const std::function<Result<void>(QIODevice&)>& write);
/// The same with all of its contents at hand.
Result<void> writeTargetFile(const QString& path, const QByteArray& contents);

/// All of it, and out of the device's own buffer. Errors: WriteFailed with the system's reason.
Result<void> writeAll(QIODevice& device, std::string_view text);
Result<void> flushAll(QIODevice& device);

} // namespace rillscope
