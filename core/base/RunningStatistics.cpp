// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/RunningStatistics.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

RunningStatistics::RunningStatistics(std::int64_t count, double mean, double squaredDeviations,
                                     double minimum, double maximum) {
    if (count == 0)
        return;
    m_count = count;
    m_mean = mean;
    m_squares = squaredDeviations;
    m_minimum = minimum;
    m_maximum = maximum;
}

void RunningStatistics::merge(const RunningStatistics& other) {
    if (other.m_count == 0)
        return;
    if (m_count == 0) {
        *this = other;
        return;
    }
    const auto count = static_cast<double>(m_count);
    const auto otherCount = static_cast<double>(other.m_count);
    const double total = count + otherCount;
    const double delta = other.m_mean - m_mean;
    if (std::isfinite(delta * otherCount))
        m_mean += delta * otherCount / total;
    else
        moveMeanTowards(other.m_mean, otherCount / total);
    const double squares = delta * delta * count * otherCount / total;
    m_squares +=
        other.m_squares + (std::isfinite(squares) ? squares : delta * delta * (count * (otherCount / total)));
    m_count += other.m_count;
    m_minimum = std::min(m_minimum, other.m_minimum);
    m_maximum = std::max(m_maximum, other.m_maximum);
}

void RunningStatistics::addFarFromMean(double value) {
    moveMeanTowards(value, 1.0 / static_cast<double>(m_count));
    m_squares = infinite;
}

/// In two steps of half the way, for the whole difference may be too large for a double.
void RunningStatistics::moveMeanTowards(double value, double part) {
    const double step = (value / 2.0 - m_mean / 2.0) * part;
    m_mean += step;
    m_mean += step;
}

double RunningStatistics::mean() const {
    return m_count > 0 ? m_mean : notANumber;
}

double RunningStatistics::standardDeviation() const {
    return m_count > 1 ? std::sqrt(m_squares / static_cast<double>(m_count - 1)) : notANumber;
}

double RunningStatistics::minimum() const {
    return m_count > 0 ? m_minimum : notANumber;
}

double RunningStatistics::maximum() const {
    return m_count > 0 ? m_maximum : notANumber;
}

} // namespace rillscope
