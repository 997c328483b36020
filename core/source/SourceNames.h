// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/source/SourceCatalog.h"

#include <QList>
#include <QStringList>

namespace rillscope {

/// The key that every source takes: the name which the names of its channels begin with.
QString nameKey();

/// What a URI itself says with "name="; empty: nothing.
QString givenName(const SourceUri& uri);

/// The names of sources that are recorded together. The first has none unless its URI gives one; the others
/// are named after their files, or their kinds, with a number where that is taken. Errors: InvalidUri, when
/// two are given the same name, or two would read what only one reader at a time can.
Result<QStringList> namesOf(const QList<SourceUri>& uris, const SourceCatalog& sources);

} // namespace rillscope
