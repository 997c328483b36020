// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/ParameterReader.h"
#include "core/source/simulator/SimulationSettings.h"

namespace rillscope {

/// A distribution as the path and parameters of a "sim:" URI; SimulationSettings lists their names.
QString distributionName(DistributionKind kind);

/// Errors: kept by the reader. An empty name means the normal distribution.
DistributionParameters readDistribution(ParameterReader& reader, const QString& name);
void writeDistribution(SourceUri& uri, const DistributionParameters& parameters);

} // namespace rillscope
