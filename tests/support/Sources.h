// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/BuiltInSources.h"

namespace rillscope::test {

/// The kinds of sources that both programs have.
inline const SourceCatalog& sources() {
    static const SourceCatalog catalog = builtInSources();
    return catalog;
}

} // namespace rillscope::test
