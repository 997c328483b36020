// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"

namespace rillscope {

/// Ends the process without waiting for a source, a disk or a thread, and says on standard error what is
/// lost. Exit code: ExitStorageFailed when that is anything.
[[noreturn]] void leaveWithout(qint64 lostSamples);

/// After the event loop: lets the process end with `exitCode` whatever still hangs. All that must be written
/// is written once the session has ended; what may be left are abandoned sources and jobs of a pool.
void endSoon(const Session& session, int exitCode);

} // namespace rillscope
