// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rillscope {

/// How much something matters to the person watching.
enum class Severity { Notice, Warning, Alarm };

} // namespace rillscope
