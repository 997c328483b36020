// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rillscope {

/// `recover FILE`: closes a capture that was cut short, or saves what can be read of a damaged one. Thread:
/// main. Returns an ExitCode.
int runRecover(const QStringList& arguments);

} // namespace rillscope
