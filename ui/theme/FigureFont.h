// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace rillscope {

/// All ten digits equally wide, in regular and in semibold, so that a changing number does not dance.
bool hasTabularDigits(const QFont& font);

/// The family for live numbers: that of `system` when its digits are tabular, else the first installed sans
/// serif known to have them, else again that of `system`. (Qt 6.4 cannot ask a font for its "tnum" feature.)
QString figureFamily(const QFont& system);

} // namespace rillscope
