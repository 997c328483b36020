// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueScale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr int maximumTicks = 7;
constexpr double padding = 0.06;        ///< of the data's range, on each side
constexpr double shrinkThreshold = 0.5; ///< shrink when the data need less than this part of the axis
constexpr double finestPart = 1e-14;    ///< of the largest value: some ten neighbouring doubles to each tick
constexpr double smallestSpan = 1e-321; ///< the same where doubles are evenly spaced
/// Times the root of the largest value: where doubles are evenly spaced, a smaller step would not be the
/// decimal number that it stands for, and its multiples would lie elsewhere.
constexpr double smallestRootPart = 5e-161;
constexpr double largestValue = std::numeric_limits<double>::max();

/// A range that shows the value of a constant line with some digits.
double constantSpan(double value) {
    const double size = std::abs(value);
    return size >= 1.0 || size == 0.0 ? std::max(1.0, size * 1e-6) : size;
}

/// Halves are subtracted throughout: the difference of two large values would overflow.
double halfSpan(double low, double high) {
    return high / 2.0 - low / 2.0;
}

std::pair<double, double> paddedRange(double lowest, double highest) {
    const double low = std::clamp(lowest, -largestValue, largestValue);
    const double high = std::clamp(highest, -largestValue, largestValue);
    const double size = std::max(std::abs(low), std::abs(high));
    const double finest = std::max({low < high ? size * finestPart : constantSpan(low), smallestSpan,
                                    std::sqrt(size) * smallestRootPart});
    const double half = std::max(halfSpan(low, high), finest / 2.0);
    const double centre = low / 2.0 + high / 2.0;
    const double reach = half * (1.0 + 2.0 * padding);
    return {std::max(centre - reach, -largestValue), std::min(centre + reach, largestValue)};
}

DecimalStep stepOf(double minimum, double maximum, int ticks) {
    const double size = std::max(std::abs(minimum), std::abs(maximum));
    const double step = maximum / ticks - minimum / ticks;
    return DecimalStep::atLeast(std::max({step, size * 1e-17, std::numeric_limits<double>::denorm_min()}));
}

} // namespace

void ValueScale::setAutomatic() {
    m_beforeZoom.reset();
    m_isAutomatic = true;
    m_hasRange = false;
}

void ValueScale::setFixed(double minimum, double maximum) {
    m_beforeZoom.reset();
    m_isAutomatic = false;
    setRange(minimum, maximum);
}

void ValueScale::zoom(double minimum, double maximum) {
    const Chosen chosen =
        m_beforeZoom ? *m_beforeZoom : (m_isAutomatic ? Chosen() : Chosen({m_minimum, m_maximum}));
    setFixed(minimum, maximum);
    m_beforeZoom = chosen;
}

void ValueScale::endZoom() {
    if (!m_beforeZoom)
        return;
    if (const Chosen chosen = *m_beforeZoom)
        setFixed(chosen->first, chosen->second);
    else
        setAutomatic();
}

void ValueScale::changeUnit(Unit from, Unit to) {
    m_hasRange = false;
    if (m_beforeZoom && *m_beforeZoom) {
        auto& [minimum, maximum] = **m_beforeZoom;
        minimum = convert(minimum, from, to);
        maximum = convert(maximum, from, to);
    }
    if (!m_isAutomatic)
        setRange(convert(m_minimum, from, to), convert(m_maximum, from, to));
}

bool ValueScale::fit(double lowest, double highest) {
    if (!m_isAutomatic || !(lowest <= highest))
        return false;
    const auto [low, high] = paddedRange(lowest, highest);
    const bool fits = m_hasRange && lowest >= m_minimum && highest <= m_maximum;
    if (fits && halfSpan(low, high) >= shrinkThreshold * halfSpan(m_minimum, m_maximum))
        return false;
    const DecimalStep step = stepOf(low, high, maximumTicks - 1);
    const auto below = static_cast<std::int64_t>(std::floor(low / step.value()));
    const auto above = static_cast<std::int64_t>(std::ceil(high / step.value()));
    const double minimum = std::max(std::min(step.multiple(below), low), -largestValue);
    const double maximum = std::min(std::max(step.multiple(above), high), largestValue);
    if (m_hasRange && minimum == m_minimum && maximum == m_maximum)
        return false;
    m_hasRange = true;
    setRange(minimum, maximum);
    return true;
}

void ValueScale::setRange(double minimum, double maximum) {
    m_minimum = minimum;
    m_maximum = maximum;
    m_step = stepOf(minimum, maximum, maximumTicks);
}

} // namespace rillscope
