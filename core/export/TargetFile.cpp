// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/TargetFile.h"

#include <QFileInfo>

namespace rillscope {

Result<void> checkTargetFile(const QString& path) {
    if (path.isEmpty() || path == QLatin1String("-"))
        return {};
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const auto refuse = [&path](const QString& reason) {
        return failure(ErrorCode::WriteFailed, path, reason);
    };
    if (file.isDir())
        return refuse(QStringLiteral("this is a folder"));
    if (!folder.isDir())
        return refuse(QStringLiteral("its folder does not exist"));
    if (!folder.isWritable())
        return refuse(QStringLiteral("its folder is not writable"));
    if (file.exists() && !file.isWritable())
        return refuse(QStringLiteral("the file is there and not writable"));
    return {};
}

} // namespace rillscope
