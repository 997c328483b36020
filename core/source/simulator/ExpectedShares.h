// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <span>
#include <vector>

namespace rillscope {

/// Which share of the values of a distribution lies in each bin [edges[i], edges[i + 1]): the integral of its
/// density, so that shares times the number of values are the counts to expect. Of the random walk it is the
/// stationary distribution; of the daily cycle that of event times spread evenly over [begin, end]. Faults of
/// the simulator are not in it. Preconditions: edges in °C, ascending; begin <= end.
std::vector<double> expectedShares(const DistributionParameters& parameters, std::span<const double> edges,
                                   Timestamp begin, Timestamp end);

} // namespace rillscope
