// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueScale.h"

#include "ui/chart/AxisTicks.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr int maximumTicks = 7;
constexpr double padding = 0.06;        ///< of the data's range, on each side
constexpr double shrinkThreshold = 0.5; ///< shrink when the data need less than this part of the axis
constexpr double largestValue = 1e300;  ///< beyond it, differences would overflow

std::pair<double, double> paddedRange(double lowest, double highest) {
    const double low = std::clamp(lowest, -largestValue, largestValue);
    const double high = std::clamp(highest, -largestValue, largestValue);
    // A constant line lies in the middle of a range that shows its value with some digits.
    const double smallest = std::max({1.0, std::abs(low) * 1e-6, std::abs(high) * 1e-6});
    const double span = std::max(high - low, smallest);
    const double centre = low / 2.0 + high / 2.0;
    const double half = span * (0.5 + padding);
    return {centre - half, centre + half};
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
    if (fits && high - low >= shrinkThreshold * (m_maximum - m_minimum))
        return false;
    const double step = niceStep(high - low, maximumTicks - 1);
    const double minimum = std::floor(low / step) * step;
    const double maximum = std::ceil(high / step) * step;
    if (m_hasRange && minimum == m_minimum && maximum == m_maximum)
        return false;
    m_hasRange = true;
    setRange(minimum, maximum);
    return true;
}

void ValueScale::setRange(double minimum, double maximum) {
    m_minimum = minimum;
    m_maximum = maximum;
    m_step = niceStep(maximum - minimum, maximumTicks);
}

} // namespace rillscope
