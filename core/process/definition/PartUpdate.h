// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionDocument.h"

namespace rillscope {

/// The body of a part with other keys: lines of keys that say the same stay, others are rewritten or cut, new
/// keys follow the last one. Comments that are cut are added to `lost`.
QByteArrayList updatedBody(const DocumentPart& part, const QList<WrittenKey>& keys, const QByteArray& lineEnd,
                           QStringList& lost);

/// "key = value", without a line end.
QByteArray keyLine(const WrittenKey& key);

} // namespace rillscope
