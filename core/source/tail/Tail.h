// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceType.h"

namespace rillscope {

/// A text file that grows and is rotated; see TailInput.
SourceType tailType();

} // namespace rillscope
