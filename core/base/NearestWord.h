// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rillscope {

/// The word that was probably meant by a mistyped one: the fewest letters changed, added, left out or
/// swapped. Empty when none is near.
QString nearestWord(const QString& typed, const QStringList& words);

/// `"a", "b" or "c"`.
QString listOfWords(const QStringList& words);

/// "; did you mean "x"?", or nothing.
QString suggestion(const QString& typed, const QStringList& words);

} // namespace rillscope
