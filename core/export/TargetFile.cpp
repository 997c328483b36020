// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/TargetFile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <charconv>
#include <cmath>

namespace rillscope {
namespace {

/// What the file is called in messages; a device without a name has none.
tl::unexpected<Error> writeFailure(const QIODevice& device) {
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return failure(ErrorCode::WriteFailed, file ? file->fileName() : QString(), device.errorString());
}

} // namespace

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

Result<void> writeTargetFile(const QString& path, const std::function<Result<void>(QIODevice&)>& write) {
    const QFileInfo info(path);
    if (info.isDir())
        return failure(ErrorCode::WriteFailed, path, QStringLiteral("it is a folder, not a file"));
    if (!info.absoluteDir().exists())
        return failure(ErrorCode::WriteFailed, path,
                       QStringLiteral("the folder %1 does not exist").arg(info.absolutePath()));
    if (info.exists() && !info.isFile()) {
        // There is no old file to keep, and no name to move a new one to.
        QFile file(path);
        return file.open(QIODevice::WriteOnly) ? write(file) : writeFailure(file);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFailure(file);
    Result<void> written = write(file);
    if (written && !file.commit())
        return writeFailure(file);
    return written;
}

Result<void> writeAll(QIODevice& device, std::string_view text) {
    while (!text.empty()) {
        const qint64 written = device.write(text.data(), static_cast<qint64>(text.size()));
        if (written <= 0)
            return writeFailure(device);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> flushAll(QIODevice& device) {
    // What QFileDevice buffers reaches the system only now, and fails only now.
    auto* file = qobject_cast<QFileDevice*>(&device);
    if (file && !file->flush())
        return writeFailure(device);
    return {};
}

void appendCsvNumber(std::string& text, double value) {
    if (std::isnan(value)) { // to_chars writes the sign of a NaN, which means nothing
        text += "nan";
        return;
    }
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

} // namespace rillscope
