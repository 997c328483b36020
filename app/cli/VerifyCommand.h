// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rillscope {

/// `verify FILE`: checks a capture and tells what was checked. Thread: main. Returns an ExitCode.
int runVerify(const QStringList& arguments);

} // namespace rillscope
