// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rillscope {

/// `export FILE --csv OUT`: the samples of a capture as CSV. Thread: main. Returns an ExitCode.
int runExport(const QStringList& arguments);

} // namespace rillscope
