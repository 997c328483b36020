// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"
#include "ui/widgets/LabeledSlider.h"

#include <vector>

namespace rillscope {

/// The highest temperature that can be simulated.
inline constexpr double hottestCelsius = 10'000.0;

inline constexpr int distributionKindCount = static_cast<int>(std::variant_size_v<DistributionParameters>);

/// The parameters a distribution starts with.
DistributionParameters defaultParameters(DistributionKind kind);

QString distributionTitle(DistributionKind kind);

/// The numbers inside `parameters`, in the order of sliderSpecifications() of their kind; lengths of time in
/// seconds.
std::vector<double> fieldValues(const DistributionParameters& parameters);
/// Sets one of them; lengths of time to the nanosecond.
void setFieldValue(DistributionParameters& parameters, std::size_t field, double value);

/// One slider for each parameter of a distribution, with the bounds that the "sim:" URI has.
QList<LabeledSlider::Specification> sliderSpecifications(DistributionKind kind);

} // namespace rillscope
