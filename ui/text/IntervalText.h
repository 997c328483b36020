// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <QLocale>

namespace rillscope {

/// The intervals as people say them: "100 – 500 ms", "300 ms" when regular, "300 ms on average" for Poisson.
/// Three significant digits, in the largest unit (ns … h) that keeps the longer one at 1 or more.
QString intervalText(const IntervalSettings& interval, const QLocale& locale = QLocale());

} // namespace rillscope
