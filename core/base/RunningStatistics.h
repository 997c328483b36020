// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace rillscope {

/// Count, mean, standard deviation, minimum and maximum of a stream of finite values, in one pass.
/// Units: those of the values. Empty: mean, extremes and deviation are NaN. The mean of any finite values is
/// finite; the deviation is infinite where the sum of its squares is larger than any double (from about
/// 1e154). Source: Welford, Technometrics 4(3), 1962; merge() after Chan, Golub, LeVeque, 1979.
class RunningStatistics {
public:
    RunningStatistics() = default;
    /// From what was kept of other statistics; `count` = 0 makes the rest meaningless.
    RunningStatistics(std::int64_t count, double mean, double squaredDeviations, double minimum,
                      double maximum);

    void add(double value) {
        ++m_count;
        const double delta = value - m_mean;
        if (!std::isfinite(delta)) [[unlikely]]
            return addFarFromMean(value);
        m_mean += delta / static_cast<double>(m_count);
        m_squares += delta * (value - m_mean);
        if (value < m_minimum)
            m_minimum = value;
        if (value > m_maximum)
            m_maximum = value;
    }

    void merge(const RunningStatistics& other);

    std::int64_t count() const { return m_count; }
    double mean() const;
    /// Of the sample (n − 1); NaN for fewer than two values.
    double standardDeviation() const;
    /// The sum of them from the mean; 0 for nothing.
    double squaredDeviations() const { return m_squares; }
    double minimum() const;
    double maximum() const;

private:
    /// Where the difference of both is too large for a double. Precondition: it is counted already.
    void addFarFromMean(double value);
    void moveMeanTowards(double value, double part);

    std::int64_t m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0; ///< sum of squared deviations from the mean
    double m_minimum = std::numeric_limits<double>::infinity();
    double m_maximum = -std::numeric_limits<double>::infinity();
};

} // namespace rillscope
