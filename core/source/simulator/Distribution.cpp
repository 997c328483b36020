// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/Distribution.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace rillscope {
namespace {

Moments moments(const NormalParameters& parameters) {
    return {parameters.mean, parameters.standardDeviation};
}

Moments moments(const UniformParameters& parameters) {
    return {std::midpoint(parameters.minimum, parameters.maximum),
            (parameters.maximum - parameters.minimum) / std::sqrt(12.0)};
}

Moments moments(const ExponentialParameters& parameters) {
    return {parameters.minimum + parameters.meanExcess, parameters.meanExcess};
}

Moments moments(const RandomWalkParameters& parameters) {
    return {parameters.mean, parameters.standardDeviation};
}

Moments moments(const DailyCycleParameters& parameters) {
    return {parameters.mean, std::hypot(parameters.amplitude / std::numbers::sqrt2, parameters.noise)};
}

} // namespace

Moments momentsOf(const DistributionParameters& parameters) {
    return std::visit([](const auto& alternative) { return moments(alternative); }, parameters);
}

void Distribution::setParameters(const DistributionParameters& parameters) {
    if (kindOf(parameters) != kindOf(m_parameters))
        m_isWalking = false;
    m_parameters = parameters;
}

void Distribution::fill(RandomGenerator& random, const Timestamp* times, double* values, qsizetype count) {
    // A copy each, so that the compiler can keep parameters and generator in registers.
    const auto fillAll = [&](auto parameters) {
        RandomGenerator local = random;
        for (qsizetype i = 0; i < count; ++i)
            values[i] = draw(parameters, local, times[i]);
        random = local;
    };
    std::visit(fillAll, m_parameters);
}

double Distribution::next(RandomGenerator& random, Timestamp time) {
    return std::visit([&](const auto& parameters) { return draw(parameters, random, time); }, m_parameters);
}

double Distribution::draw(const NormalParameters& parameters, RandomGenerator& random, Timestamp) {
    return parameters.mean + parameters.standardDeviation * random.normal();
}

double Distribution::draw(const UniformParameters& parameters, RandomGenerator& random, Timestamp) {
    return parameters.minimum + (parameters.maximum - parameters.minimum) * random.uniform();
}

double Distribution::draw(const ExponentialParameters& parameters, RandomGenerator& random, Timestamp) {
    return parameters.minimum + parameters.meanExcess * random.exponential();
}

double Distribution::draw(const RandomWalkParameters& parameters, RandomGenerator& random, Timestamp time) {
    const double step = random.normal();
    if (m_isWalking) {
        const double exponent = toSeconds(time - m_walkTime) / toSeconds(parameters.relaxation);
        // 1 - exp(-2e) without the cancellation at small steps.
        const double innovation = std::sqrt(-std::expm1(-2.0 * exponent));
        m_walkPosition = m_walkPosition * std::exp(-exponent) + innovation * step;
    } else {
        m_isWalking = true;
        m_walkPosition = step;
    }
    m_walkTime = time;
    return parameters.mean + parameters.standardDeviation * m_walkPosition;
}

double Distribution::draw(const DailyCycleParameters& parameters, RandomGenerator& random, Timestamp time) {
    // Whole nanoseconds: as a double, the time since 1970 is exact to a quarter of a microsecond only.
    const Duration intoPeriod = time.sinceEpoch() % parameters.period;
    const double phase =
        static_cast<double>(intoPeriod.count()) / static_cast<double>(parameters.period.count());
    return parameters.mean + parameters.amplitude * std::sin(2.0 * std::numbers::pi * phase) +
           parameters.noise * random.normal();
}

} // namespace rillscope
