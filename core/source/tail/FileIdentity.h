// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>

#include <optional>
#include <string>
#include <utility>

namespace rillscope {

/// What a file is, whatever its name. The number of a file that is gone is given to another file.
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0; ///< on the device: its inode

    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// A regular file as it is at this moment.
struct FileStatus {
    FileIdentity identity;
    qint64 size = 0;                   ///< in bytes
    std::pair<qint64, qint64> written; ///< last, in seconds and nanoseconds
};

/// Nothing for what is no regular file. Thread: any.
std::optional<FileStatus> statusOf(const QFile& openFile);
std::optional<FileStatus> statusOf(const QString& path);

qint64 sizeOf(const QFile& openFile);

/// Up to `most` bytes from a place on; fewer at the end.
std::string bytesAt(const QFile& openFile, qint64 position, std::size_t most);

/// Of the first `used` bytes, from some at the beginning and some at the end of them.
QByteArray fingerprint(const QFile& openFile, qint64 used);

/// Where the file is now: at the path, or under another name in its folder. Nothing when it is in neither.
std::optional<QString> findFile(const FileIdentity& identity, const QString& path);

/// The names of some files beside the path that could be rotations of it by their names, and were written
/// after `first`, but are neither that file nor the one at the path: what took its place for a while, if
/// `first` was there once.
QStringList filesBetween(const FileStatus& first, const QString& path);

} // namespace rillscope
