// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SliderScale.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double positionsPerDecade = 100.0;

/// The nearest multiple of `unit`, a power of ten or one that divides one. Fractions are divided by the
/// inverse: 3 * 0.1 would leave 0.30000000000000004.
double roundedTo(double value, double unit) {
    if (unit >= 1.0)
        return std::round(value / unit) * unit;
    const double inverse = std::round(1.0 / unit);
    return std::round(value * inverse) / inverse;
}

} // namespace

SliderScale::SliderScale(Kind kind, double minimum, double maximum, double step)
    : m_kind(kind)
    , m_minimum(minimum)
    , m_maximum(maximum)
    , m_step(step)
    , m_positions(static_cast<int>(std::lround(kind == Kind::Linear
                                                   ? (maximum - minimum) / step
                                                   : std::log10(maximum / minimum) * positionsPerDecade))) {
    Q_ASSERT(m_positions > 0);
}

SliderScale SliderScale::linear(double minimum, double maximum, double step) {
    return SliderScale(Kind::Linear, minimum, maximum, step);
}

SliderScale SliderScale::logarithmic(double minimum, double maximum) {
    return SliderScale(Kind::Logarithmic, minimum, maximum, 0.0);
}

int SliderScale::pageStep() const {
    return m_kind == Kind::Linear ? std::max(1, m_positions / 10) : static_cast<int>(positionsPerDecade / 2);
}

double SliderScale::valueAt(int position) const {
    if (position <= 0)
        return m_minimum;
    if (position >= m_positions)
        return m_maximum;
    if (m_kind == Kind::Linear)
        return roundedTo(m_minimum + position * m_step, m_step);
    const double value =
        m_minimum * std::pow(m_maximum / m_minimum, static_cast<double>(position) / m_positions);
    return roundedTo(value, std::pow(10.0, std::floor(std::log10(value)) - 1.0));
}

int SliderScale::positionOf(double value) const {
    const double inside = std::clamp(value, m_minimum, m_maximum);
    const double share = m_kind == Kind::Linear
                             ? (inside - m_minimum) / (m_maximum - m_minimum)
                             : std::log(inside / m_minimum) / std::log(m_maximum / m_minimum);
    return static_cast<int>(std::lround(share * m_positions));
}

} // namespace rillscope
