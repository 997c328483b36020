// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceKey.h"

namespace rillscope {

/// What a URI of the simulator may hold, with the bounds of each value; SimulationSettings and FaultSettings
/// say what it means.
const SourceKeys& simulatorKeys();
QString simulatorScheme();
/// In the order of DistributionKind.
const QStringList& distributionWords();
/// In the order of IntervalSettings::Kind.
const QStringList& intervalWords();

namespace simulatorKey {
inline constexpr QLatin1String mean("mean");
inline constexpr QLatin1String standardDeviation("sd");
inline constexpr QLatin1String minimum("min");
inline constexpr QLatin1String maximum("max");
inline constexpr QLatin1String excess("excess");
inline constexpr QLatin1String relaxation("relaxation");
inline constexpr QLatin1String amplitude("amplitude");
inline constexpr QLatin1String period("period");
inline constexpr QLatin1String noise("noise");
inline constexpr QLatin1String interval("interval");
inline constexpr QLatin1String rate("rate");
inline constexpr QLatin1String spread("spread");
inline constexpr QLatin1String intervals("intervals");
inline constexpr QLatin1String channels("channels");
inline constexpr QLatin1String seed("seed");
inline constexpr QLatin1String start("start");
inline constexpr QLatin1String speed("speed");
inline constexpr QLatin1String gap("gap");
inline constexpr QLatin1String gapFor("gapFor");
inline constexpr QLatin1String burst("burst");
inline constexpr QLatin1String burstFor("burstFor");
inline constexpr QLatin1String duplicate("duplicate");
inline constexpr QLatin1String late("late");
inline constexpr QLatin1String lateBy("lateBy");
inline constexpr QLatin1String spike("spike");
inline constexpr QLatin1String spikeBy("spikeBy");
inline constexpr QLatin1String stuck("stuck");
inline constexpr QLatin1String stuckFor("stuckFor");
inline constexpr QLatin1String drift("drift");
inline constexpr QLatin1String driftFor("driftFor");
inline constexpr QLatin1String driftBy("driftBy");
inline constexpr QLatin1String notANumber("nan");
} // namespace simulatorKey

} // namespace rillscope
