// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceType.h"

namespace rillscope {

/// A recorded file, text or a capture; see ReplaySettings.
SourceType replayType();

} // namespace rillscope
