// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/ExpectedShares.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rillscope {
namespace {

struct TimeSpan {
    Timestamp begin;
    Timestamp end;
};

/// The share below `value`.
double normalBelow(double value, double mean, double deviation) {
    if (deviation <= 0.0)
        return value > mean ? 1.0 : 0.0;
    return 0.5 * std::erfc((mean - value) / (deviation * std::numbers::sqrt2));
}

double shareBelow(const NormalParameters& parameters, double value, const TimeSpan&) {
    return normalBelow(value, parameters.mean, parameters.standardDeviation);
}

double shareBelow(const UniformParameters& parameters, double value, const TimeSpan&) {
    if (parameters.maximum <= parameters.minimum)
        return value > parameters.minimum ? 1.0 : 0.0;
    return std::clamp((value - parameters.minimum) / (parameters.maximum - parameters.minimum), 0.0, 1.0);
}

double shareBelow(const ExponentialParameters& parameters, double value, const TimeSpan&) {
    if (value <= parameters.minimum)
        return 0.0;
    return parameters.meanExcess > 0.0 ? -std::expm1((parameters.minimum - value) / parameters.meanExcess)
                                       : 1.0;
}

double shareBelow(const RandomWalkParameters& parameters, double value, const TimeSpan&) {
    return normalBelow(value, parameters.mean, parameters.standardDeviation);
}

/// The mean over the phases of the cycle, the middles of equal parts of the time.
double shareBelow(const DailyCycleParameters& parameters, double value, const TimeSpan& span) {
    constexpr int parts = 1'024;
    const double period = toSeconds(parameters.period);
    double length = toSeconds(span.end - span.begin);
    if (length > 16.0 * period) // the part of one that is left over changes next to nothing
        length = period;
    const double first = toSeconds(span.begin.sinceEpoch() % parameters.period);
    double sum = 0.0;
    for (int i = 0; i < parts; ++i) {
        const double time = first + length * (i + 0.5) / parts;
        const double center =
            parameters.mean + parameters.amplitude * std::sin(2.0 * std::numbers::pi * time / period);
        sum += normalBelow(value, center, parameters.noise);
    }
    return sum / parts;
}

} // namespace

std::vector<double> expectedShares(const DistributionParameters& parameters, std::span<const double> edges,
                                   Timestamp begin, Timestamp end) {
    if (edges.size() < 2)
        return {};
    const TimeSpan span{begin, end};
    const auto below = [&](double edge) {
        return std::visit([&](const auto& alternative) { return shareBelow(alternative, edge, span); },
                          parameters);
    };
    std::vector<double> shares;
    double before = below(edges.front());
    for (const double edge : edges.subspan(1)) {
        const double until = below(edge);
        shares.push_back(until - before);
        before = until;
    }
    return shares;
}

} // namespace rillscope
