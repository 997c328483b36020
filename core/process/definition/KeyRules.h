// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace rillscope {

// What a pipeline file may hold under a key; see DefinitionSchema.h.

enum class NumberRule { Any, NotNegative, Positive };
enum class DurationRule { Positive, NotNegative, PositiveMilliseconds, AnyMilliseconds };
enum class TextRule {
    Pattern,  ///< of channel names
    Name,     ///< of a step
    Channel,  ///< name of a channel
    Reference ///< "step" or "window.aggregate"
};

} // namespace rillscope
