// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/RandomGenerator.h"
#include "core/source/simulator/SimulationSettings.h"

namespace rillscope {

struct Moments {
    double mean;
    double standardDeviation;
};

/// Of the stationary distribution; of the daily cycle over whole periods.
Moments momentsOf(const DistributionParameters& parameters);

/// Draws the values of one channel, one after the other, in °C.
/// Thread: none of its own. Event times are given in order.
/// Source: the random walk is drawn by the exact transition of the Ornstein–Uhlenbeck process, for any
/// interval (Gillespie, Phys. Rev. E 54(2), 1996).
class Distribution {
public:
    explicit Distribution(const DistributionParameters& parameters) : m_parameters(parameters) {}

    /// Takes effect with the next value. A random walk goes on from where it is within its distribution.
    void setParameters(const DistributionParameters& parameters);

    /// Draws values[i] for times[i].
    void fill(RandomGenerator& random, const Timestamp* times, double* values, qsizetype count);
    double next(RandomGenerator& random, Timestamp time);

private:
    double draw(const NormalParameters& parameters, RandomGenerator& random, Timestamp time);
    double draw(const UniformParameters& parameters, RandomGenerator& random, Timestamp time);
    double draw(const ExponentialParameters& parameters, RandomGenerator& random, Timestamp time);
    double draw(const RandomWalkParameters& parameters, RandomGenerator& random, Timestamp time);
    double draw(const DailyCycleParameters& parameters, RandomGenerator& random, Timestamp time);

    DistributionParameters m_parameters;
    bool m_isWalking = false;    ///< the two below hold the walk's last step
    double m_walkPosition = 0.0; ///< in standard deviations from the mean
    Timestamp m_walkTime;
};

} // namespace rillscope
