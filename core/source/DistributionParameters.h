// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <variant>

namespace rillscope {

/// Parameters of the distributions. Temperatures and their spreads in °C.
struct NormalParameters {
    double mean = 20.0;
    double standardDeviation = 5.0;
    friend bool operator==(const NormalParameters&, const NormalParameters&) = default;
};

struct UniformParameters {
    double minimum = 10.0;
    double maximum = 30.0;
    friend bool operator==(const UniformParameters&, const UniformParameters&) = default;
};

/// minimum + an exponential excess with the given mean.
struct ExponentialParameters {
    double minimum = 15.0;
    double meanExcess = 5.0;
    friend bool operator==(const ExponentialParameters&, const ExponentialParameters&) = default;
};

/// Mean-reverting random walk (Ornstein–Uhlenbeck), drawn exactly for any interval between samples.
struct RandomWalkParameters {
    double mean = 20.0;
    double standardDeviation = 3.0;                 ///< of the stationary distribution
    Duration relaxation = std::chrono::seconds(30); ///< the time in which a deviation falls to 1/e
    friend bool operator==(const RandomWalkParameters&, const RandomWalkParameters&) = default;
};

/// mean + amplitude · sin(2π·t/period) + normal noise, with t the event time since the Unix epoch.
struct DailyCycleParameters {
    double mean = 20.0;
    double amplitude = 8.0;
    Duration period = std::chrono::hours(24);
    double noise = 0.5; ///< standard deviation
    friend bool operator==(const DailyCycleParameters&, const DailyCycleParameters&) = default;
};

/// The alternatives stand in the order of DistributionKind.
using DistributionParameters = std::variant<NormalParameters, UniformParameters, ExponentialParameters,
                                            RandomWalkParameters, DailyCycleParameters>;
enum class DistributionKind { Normal, Uniform, Exponential, RandomWalk, DailyCycle };

inline DistributionKind kindOf(const DistributionParameters& parameters) {
    return static_cast<DistributionKind>(parameters.index());
}

} // namespace rillscope
