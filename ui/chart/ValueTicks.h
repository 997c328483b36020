// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/DecimalStep.h"

#include <QList>
#include <QString>

namespace rillscope {

struct ValueTick {
    std::int64_t count; ///< of steps from zero
    double value;       ///< the double nearest to what the label says
    QString label;
};

/// Ticks on the multiples of `step` from `minimum` to `maximum`, both inclusive. Labels have as many decimals
/// as tell two ticks apart, and a common exponent when the values are large or small: "20.5", "1.10e9",
/// "−2e−6". With the decimal point of the user's locale. Where doubles are further apart than the step, the
/// ticks that would have the same value are left out. Precondition: both finite, minimum < maximum.
QList<ValueTick> valueTicks(double minimum, double maximum, const DecimalStep& step);

} // namespace rillscope
