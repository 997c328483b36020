// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/SourceTree.h"

namespace rillscope::test {

/// What a file includes: "core/model/Sample.h" of the project, QColor of a library.
struct Includes {
    std::vector<std::string> project;
    std::vector<std::string> libraries;
};

Includes includesOf(const SourceFile& file);

/// The layer of a file or of an included path: "core/model", "ui", "app/cli", "tests"; "" outside of them.
std::string layerOf(std::string_view path);

/// Includes of layers that the file's own may not depend on, and includes not written from the root.
Violations layerViolations(const SourceFile& file);

/// In core and app/cli: includes of Qt headers that neither QtCore nor QtConcurrent has. On Debian all of
/// Qt's headers share one folder, so a GUI header compiles in a target that links no GUI module.
Violations guiHeaderViolations(const SourceFile& file);

} // namespace rillscope::test
