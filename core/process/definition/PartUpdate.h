// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionDocument.h"

namespace rillscope {

/// Returns the lines of a part with its keys changed to `keys`: lines whose key keeps its value stay as they
/// are, the others are rewritten or removed, and new keys are added after the last one. Comments on removed
/// lines are added to `lost`.
QByteArrayList updatedBody(const DocumentPart& part, const QList<WrittenKey>& keys, const QByteArray& lineEnd,
                           QStringList& lost);

/// "key = value", without a line end.
QByteArray keyLine(const WrittenKey& key);

} // namespace rillscope
