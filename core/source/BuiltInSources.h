// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceCatalog.h"

namespace rillscope {

/// The kinds of sources that need nothing but Qt Core.
SourceCatalog builtInSources();

} // namespace rillscope
