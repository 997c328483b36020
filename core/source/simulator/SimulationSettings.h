// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/source/DistributionParameters.h"
#include "core/source/PlaybackSpeed.h"
#include "core/source/SourceUri.h"
#include "core/source/simulator/FaultSettings.h"

#include <optional>

namespace rillscope {

/// The time between two samples of one channel: uniform in [minimum, maximum], or exponential (a Poisson
/// process) with the mean of the two.
struct IntervalSettings {
    enum class Kind { Uniform, Poisson };

    Kind kind = Kind::Uniform;
    Duration minimum = std::chrono::milliseconds(100);
    Duration maximum = std::chrono::milliseconds(500);

    double meanSeconds() const { return (toSeconds(minimum) + toSeconds(maximum)) / 2.0; }
    double meanRateHz() const { return 1.0 / meanSeconds(); }
    /// Half the width over the mean: 0 = regular, 1 = from nothing to twice the mean.
    double spread() const { return toSeconds(maximum - minimum) / toSeconds(maximum + minimum); }

    /// Uniform or Poisson intervals of a mean rate (samples/s) and a spread in [0, 1], to the nanosecond.
    static IntervalSettings ofRate(double rateHz, double spread, Kind kind = Kind::Uniform);

    friend bool operator==(const IntervalSettings&, const IntervalSettings&) = default;
};

/// What the simulator is asked to do; the other form of a "sim:" URI.
/// sim:DISTRIBUTION?mean=20&sd=5&interval=100ms..500ms&seed=42&channels=4&speed=max&start=2023-01-01T00:00:00Z
/// Distributions: normal (mean, sd; the default), uniform (min, max), exponential (min, excess = the mean of
/// what is added to min), walk (mean, sd, relaxation), daily (mean, amplitude, period, noise).
/// Intervals: interval=1s or 100ms..500ms, or rate=50000 (mean samples/s a channel) with spread=0 to 1
/// (default 2/3); intervals=uniform or poisson. Faults: see FaultSettings. Durations as parseDuration() reads
/// them: "1.5s", "100ms".
struct SimulationSettings {
    static constexpr double minimumRateHz = 0.1;
    static constexpr double maximumRateHz = 1'000'000.0;
    static constexpr int maximumChannels = 16;
    /// Event times stay between these; the stream ends when it gets to the latter.
    static constexpr Timestamp earliestTime{std::chrono::sys_days{std::chrono::year{1678} / 1 / 1}};
    static constexpr Timestamp latestTime{std::chrono::sys_days{std::chrono::year{2262} / 1 / 1}};

    DistributionParameters distribution;
    IntervalSettings interval;
    int channels = 1;
    std::optional<quint64> seed;    ///< none: another stream at every start
    std::optional<Timestamp> start; ///< event time of the first sample; none: the wall clock at the start
    PlaybackSpeed speed = PlaybackSpeed::times(1.0);
    FaultSettings faults;

    /// Errors: InvalidUri; the subject names the parameter, the detail what was expected.
    static Result<SimulationSettings> fromUri(const SourceUri& uri);
    /// Only what differs from the defaults, besides distribution and its parameters.
    SourceUri toUri() const;

    friend bool operator==(const SimulationSettings&, const SimulationSettings&) = default;
};

} // namespace rillscope
