// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// By its name: "NAME.rill", or one that was set aside, "NAME.rill.damaged".
bool isNamedLikeCapture(const QString& path);

/// By what it begins with: an SQLite file that says it is a capture. Opens the file, which must not be while
/// this process has a connection to it: closing it would end SQLite's locks.
bool startsLikeCapture(const QString& path);

/// Either; looks into the file only where it may.
bool isCapture(const QString& path);

} // namespace rillscope
