// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Unit.h"

#include <QCoreApplication>
#include <QString>

namespace rillscope {

/// How the chart's cursors say values and differences, in the user's locale. Every number has a text.
class CursorText {
    Q_DECLARE_TR_FUNCTIONS(CursorText)

public:
    static constexpr int fewestDecimals = 2;

    /// Digits behind the point that tell values apart on an axis with ticks `step` from each other.
    static int decimalsFor(double step);
    /// "71.42 °F · 21.90 °C": a value in °C, in `unit` and in another; with Unit::None the value as it is.
    /// What would be too long to read has an exponent: "1.2500e300".
    static QString value(double celsius, Unit unit, int decimals = fewestDecimals);
    /// "+3.20 °F · +1.78 °C": a difference of two values, always with its sign.
    static QString valueDifference(double celsius, Unit unit, int decimals = fewestDecimals);
    /// "+12.345 s", "−3 min 20.500 s", "+1.250 ms": to three digits behind the point of its smallest part.
    static QString timeDifference(Duration difference);
};

} // namespace rillscope
