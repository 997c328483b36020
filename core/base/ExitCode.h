// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rillscope {

/// What the programs return; part of their interface.
enum ExitCode { ExitDone = 0, ExitUsage = 1, ExitSourceFailed = 2, ExitStorageFailed = 3 };

} // namespace rillscope
