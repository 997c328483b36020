// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <QStringList>

namespace rillscope {

/// The word that was probably meant by a mistyped one: the fewest letters changed, added, left out or
/// swapped. Empty when none is near.
QString nearestWord(const QString& typed, const QStringList& words);

/// `"a", "b" or "c"`.
Message listOfWords(const QStringList& words);

} // namespace rillscope
