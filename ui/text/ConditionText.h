// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceState.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// "Connecting (attempt 3, next in 8 s): the file is not there": how a source stands with what it reads from.
QString conditionText(const SourceCondition& condition, const NumberFormat& format);

} // namespace rillscope
