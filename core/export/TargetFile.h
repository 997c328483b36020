// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QIODevice>

#include <functional>
#include <string_view>

namespace rillscope {

/// Whether a file could be written at `path` as far as one can tell without doing it: its folder is there and
/// writable, and it is no folder itself. An empty path and "-" (standard output) always can.
/// Errors: WriteFailed.
Result<void> checkTargetFile(const QString& path);

/// Has `write` fill the file at `path`, by way of QSaveFile, so that the old file is as it was when it fails.
/// What is no file (a pipe, /dev/stdout) is written straight. Errors: WriteFailed with the system's reason,
/// and those of `write`.
Result<void> writeTargetFile(const QString& path, const std::function<Result<void>(QIODevice&)>& write);

/// All of it, and out of the device's own buffer. Errors: WriteFailed with the system's reason.
Result<void> writeAll(QIODevice& device, std::string_view text);
Result<void> flushAll(QIODevice& device);

/// Text as the shortest digits that read back to the same double; "nan", "inf", "-inf". Locale: none, ever.
void appendCsvNumber(std::string& text, double value);

} // namespace rillscope
