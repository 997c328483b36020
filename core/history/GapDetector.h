// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>

namespace rillscope {

/// Decides before which samples of a channel the line breaks: after a value that is no number, and after a
/// silence of more than `factor` times the usual interval. The usual interval is a moving average over the
/// intervals of samples in order, judged once it rests on enough of them. A silence moves it too, so that it
/// follows a live change of the rate within a few samples. Thread: one owner.
class GapDetector {
public:
    explicit GapDetector(double factor) : m_factor(factor) {}

    /// Whether the line breaks before this sample.
    bool breaksBefore(Timestamp eventTime, bool isFinite);

private:
    static constexpr int enoughIntervals = 8;

    bool isGap(double interval);

    double m_factor;
    std::optional<Timestamp> m_newest;
    bool m_wasFinite = true;
    int m_intervals = 0;
    double m_usualInterval = 0.0; ///< ns
};

} // namespace rillscope
