// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Quality.h"
#include "ui/text/SeverityText.h"

namespace rillscope {

/// The marks of a sample in words: "Out of range, duplicate", the gravest first. Empty for a good sample.
QString qualityText(Quality quality);

/// Warning when the value itself is not to be trusted; Info when only its time is remarkable.
Severity qualitySeverity(Quality quality);

} // namespace rillscope
