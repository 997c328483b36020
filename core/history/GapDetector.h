// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/UsualInterval.h"

#include <atomic>
#include <cstdint>

namespace rillscope {

/// Judges whether the line of a channel breaks before a sample: after a NaN or an infinity, and after a
/// silence of more than `factor` times the usual interval. Samples that come out of order neither break nor
/// are judged; intervals of nothing say nothing.
class GapDetector {
public:
    explicit GapDetector(double factor) : m_factor(factor) {}

    /// Applies from the next sample on. Any thread. Precondition: at least 1; infinity judges no silence.
    void setFactor(double factor);
    double factor() const { return m_factor.load(std::memory_order_relaxed); }

    /// Takes the samples in the order of arrival. Units: ns.
    bool breaksBefore(std::int64_t time, bool isFinite);

private:
    std::atomic<double> m_factor;
    UsualInterval m_usual;
    std::int64_t m_newest = 0;
    bool m_hasSample = false;
    bool m_afterNonFinite = false;
};

} // namespace rillscope
