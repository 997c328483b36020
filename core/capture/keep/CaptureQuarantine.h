// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace rillscope {

/// Renames a damaged capture, with what SQLite keeps beside it, to "FILE.damaged", or "FILE.damaged-2" and so
/// on where that is taken: nothing is overwritten, nothing is deleted. Returns the new name.
/// Precondition: nobody has it open. Errors: WriteFailed.
Result<QString> quarantine(const QString& path);

/// Whether quarantine() made this name.
bool isQuarantined(const QString& path);

/// "NAME-salvaged.rill", or "NAME-salvaged-2.rill" and so on: free, beside the capture that was damaged,
/// under whichever of its two names.
QString salvagedPath(const QString& path);

} // namespace rillscope
