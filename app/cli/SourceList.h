// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceCatalog.h"

namespace rillscope {

/// The kinds of sources and all that their URIs may hold, for a person to read.
QString sourceList(const SourceCatalog& sources);

} // namespace rillscope
