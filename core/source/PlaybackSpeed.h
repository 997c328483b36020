// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace rillscope {

/// How fast event time passes compared with the wall clock: 1 = as recorded, 60 = a minute each second,
/// max = without waiting at all. URI text: "1", "60", "0.5", "max".
class PlaybackSpeed {
public:
    static constexpr double minimumFactor = 0.001;
    static constexpr double maximumFactor = 1'000'000.0;

    static constexpr PlaybackSpeed maximum() { return PlaybackSpeed(0.0); }
    /// `factor` within [minimumFactor, maximumFactor].
    static constexpr PlaybackSpeed times(double factor) { return PlaybackSpeed(factor); }

    /// Errors: InvalidUri with subject "speed".
    static Result<PlaybackSpeed> parse(const QString& text);
    QString toString() const;

    constexpr bool isMaximum() const { return m_factor == 0.0; }
    /// Meaningless when isMaximum().
    constexpr double factor() const { return m_factor; }

    friend constexpr bool operator==(PlaybackSpeed, PlaybackSpeed) = default;

private:
    constexpr explicit PlaybackSpeed(double factor) : m_factor(factor) {}

    double m_factor;
};

} // namespace rillscope
