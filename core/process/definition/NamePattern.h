// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace rillscope {

/// Whether a channel's name fits a pattern: * is any text, also none, ? is any one character; all else is
/// itself, case included. Cost: at most the product of the two lengths, whatever the pattern.
bool matchesPattern(QStringView pattern, QStringView name);

} // namespace rillscope
