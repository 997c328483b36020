// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/FileProblem.h"

#include "core/base/Message.h"
#include "core/capture/check/CaptureFormat.h"

#include <QFile>
#include <QFileInfo>

namespace rillscope {

std::optional<Error> fileProblem(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileNotFound, path,
                     Message(QT_TRANSLATE_NOOP("Message", "there is no such file"))};
    if (info.isDir())
        return Error{ErrorCode::FileUnreadable, path,
                     Message(QT_TRANSLATE_NOOP("Message", "this is a folder, not a file"))};
    // Opening a pipe would wait for its writer.
    if (!info.isFile())
        return Error{ErrorCode::FileUnreadable, path,
                     Message(QT_TRANSLATE_NOOP(
                         "Message", "this is a device or a pipe, not a file; standard input reads those"))};
    // A capture of our own must not be opened here, see startsLikeCapture().
    if (isNamedLikeCapture(path) && info.isReadable())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{
            ErrorCode::FileUnreadable, path,
            Message(QT_TRANSLATE_NOOP("Message", "the file cannot be opened (%1)"), file.errorString())};
    return std::nullopt;
}

} // namespace rillscope
