// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceType.h"

namespace rillscope {

/// Lines from standard input; see DescriptorInput.
SourceType standardInputType();

} // namespace rillscope
