// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// Text from outside (names, reasons, paths) made fit for one line of the window: control characters and
/// marks that turn the direction of what follows become spaces, runs of spaces one, and what is longer than
/// `maximumLength` ends in "…".
QString oneLine(const QString& text, qsizetype maximumLength = 300);

/// The name of a file without its folder, made safe in the same way.
QString shownFileName(const QString& path);

/// A tooltip that shows `text` as it is: Qt would take text that looks like HTML for HTML.
QString plainToolTip(const QString& text);

} // namespace rillscope
