// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/Simulator.h"

#include "core/source/simulator/SimulatedSource.h"
#include "core/source/simulator/SimulatorKeys.h"

namespace rillscope {
namespace {

Result<std::unique_ptr<SampleSource>> makeSimulation(const SourceUri& uri, const SourceContext& context) {
    const auto settings = SimulationSettings::fromUri(uri);
    if (!settings)
        return tl::unexpected(settings.error());
    return std::make_unique<SimulatedSource>(*settings, context.clock);
}

std::optional<double> rateOf(const SourceUri& uri) {
    const auto settings = SimulationSettings::fromUri(uri);
    if (!settings || settings->speed.isMaximum())
        return std::nullopt;
    return settings->interval.meanRateHz() * settings->channels * settings->speed.factor();
}

std::optional<DistributionParameters> distributionOf(const SourceUri& uri) {
    const auto settings = SimulationSettings::fromUri(uri);
    return settings ? std::optional(settings->distribution) : std::nullopt;
}

/// By the clock. With a start of its own it would go through the same times again.
bool goesOn(const SourceUri& uri) {
    return !uri.parameter(simulatorKey::start);
}

} // namespace

SourceType simulatorType() {
    return {.scheme = simulatorScheme(),
            .title = QT_TRANSLATE_NOOP("Source", "Simulated temperature"),
            .streamTitle = QT_TRANSLATE_NOOP("Source", "Simulated stream"),
            .description = QT_TRANSLATE_NOOP(
                "Source", "Simulated temperatures: normal, uniform, exponential, walk or daily"),
            .example = QStringLiteral("sim:normal?mean=20&sd=5&interval=100ms..500ms&seed=42"),
            .keys = simulatorKeys(),
            .traits = {.canWait = true, .isLive = true},
            .page = SourcePage::Simulator,
            .make = makeSimulation,
            .goesOn = goesOn,
            .samplesPerSecond = rateOf,
            .distribution = distributionOf};
}

} // namespace rillscope
