// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope {

/// The text with the fewest digits that reads back to the same double: "20", "-0.1", "1e+06".
/// Locale: none, ever.
QString formatNumber(double value);

} // namespace rillscope
