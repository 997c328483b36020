// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace rillscope {

/// Judges whether the line of a channel breaks before a sample: after a NaN or an infinity, and after a
/// silence of more than `factor` times the usual interval. The usual interval is a moving average of the
/// intervals so far (weight 1/16; a plain mean of the first 16), judged after the first eight. A silence
/// moves it by a quarter of the way to the limit, so that it follows a lower rate within a few samples.
/// Samples that come out of order neither break nor are judged; intervals of nothing say nothing.
class GapDetector {
public:
    explicit GapDetector(double factor) : m_factor(factor) {}

    /// Holds for the samples to come. Any thread. Precondition: at least 1; infinity judges no silence.
    void setFactor(double factor);
    double factor() const { return m_factor.load(std::memory_order_relaxed); }

    /// Takes the samples in the order of arrival. Units: ns.
    bool breaksBefore(std::int64_t time, bool isFinite);

private:
    bool isSilence(double interval);

    static constexpr int judgedAfter = 8;
    static constexpr int averagedOver = 16;

    std::atomic<double> m_factor;
    double m_usualInterval = 0.0;
    double m_weight = 1.0; ///< of one interval
    int m_intervals = 0;   ///< counted up to averagedOver
    std::int64_t m_newest = 0;
    bool m_hasSample = false;
    bool m_afterNonFinite = false;
};

} // namespace rillscope
