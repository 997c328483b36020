// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueTicks.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rillscope {
namespace {

constexpr int smallestPlainExponent = -4; ///< 0.0001 is written as it is
constexpr int largestPlainExponent = 6;   ///< 1000000 as well

/// `digits` times ten to the power of `exponent`.
QString fixedText(std::int64_t digits, int exponent) {
    QString text = QString::number(std::abs(digits));
    if (digits == 0 && exponent > 0)
        return text;
    if (exponent >= 0) {
        text += QString(exponent, u'0');
    } else {
        text = text.rightJustified(1 - exponent, u'0');
        text.insert(text.size() + exponent, QLocale().decimalPoint());
    }
    return digits < 0 ? u'−' + text : text;
}

/// How all labels of an axis are written.
class LabelStyle {
public:
    /// `largest` is the largest size of a tick, in units of ten to the power of `exponent`.
    LabelStyle(std::int64_t largest, int exponent) : m_exponent(exponent) {
        const int highest = exponent + static_cast<int>(QString::number(largest).size()) - 1;
        if (largest != 0 && (highest < smallestPlainExponent || highest > largestPlainExponent))
            m_common = highest;
    }

    QString label(std::int64_t digits) const {
        if (m_common == 0)
            return fixedText(digits, m_exponent);
        if (digits == 0)
            return QStringLiteral("0");
        const QString sign = m_common < 0 ? QStringLiteral("−") : QString();
        return fixedText(digits, m_exponent - m_common) + u'e' + sign + QString::number(std::abs(m_common));
    }

private:
    int m_exponent;
    int m_common = 0; ///< the exponent that is written out; 0 means none
};

} // namespace

QList<ValueTick> valueTicks(double minimum, double maximum, const DecimalStep& step) {
    constexpr std::int64_t spare = 8; // for the rounding errors of the division
    QList<ValueTick> ticks;
    std::int64_t largest = 0;
    auto count = static_cast<std::int64_t>(std::floor(minimum / step.value())) - spare;
    for (double value = step.multiple(count); value <= maximum; value = step.multiple(++count)) {
        if (value < minimum || (!ticks.isEmpty() && value == ticks.constLast().value))
            continue;
        ticks.append({count, value, {}});
        largest = std::max(largest, std::abs(count * step.digit));
    }
    const LabelStyle style(largest, step.exponent);
    for (ValueTick& tick : ticks)
        tick.label = style.label(tick.count * step.digit);
    return ticks;
}

} // namespace rillscope
