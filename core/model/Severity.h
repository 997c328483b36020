// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/WordTable.h"

#include <array>

namespace rillscope {

/// How much something matters to the person watching.
enum class Severity { Notice, Warning, Alarm };

/// In captures, CSV files, pipeline files, and for programs that an alarm runs.
inline constexpr std::array severityWords{Word<Severity>{Severity::Notice, "notice"},
                                          Word<Severity>{Severity::Warning, "warning"},
                                          Word<Severity>{Severity::Alarm, "alarm"}};

} // namespace rillscope
