// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace rillscope {

/// Whether a file could be written at `path` as far as one can tell without doing it: its folder is there and
/// writable, and it is no folder itself. An empty path and "-" (standard output) always can.
/// Errors: WriteFailed.
Result<void> checkTargetFile(const QString& path);

} // namespace rillscope
