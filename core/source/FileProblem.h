// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <optional>

namespace rillscope {

/// Why a file cannot be the input of a source, as far as can be told without reading it: FileNotFound,
/// FileUnreadable. May wait for a file server. Any thread.
std::optional<Error> fileProblem(const QString& path);

} // namespace rillscope
