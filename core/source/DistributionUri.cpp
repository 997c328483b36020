// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/DistributionUri.h"

#include "core/source/QuantityText.h"

#include <array>

namespace rillscope {
namespace {

constexpr double lowest = -273.15; // °C, as all bounds of values
constexpr double highest = 10'000.0;
constexpr double widest = 10'000.0;
constexpr double shortestSeconds = 0.001; // of relaxation and period
constexpr double longestSeconds = 366.0 * 86'400.0;

namespace key {
constexpr QLatin1String mean("mean");
constexpr QLatin1String standardDeviation("sd");
constexpr QLatin1String minimum("min");
constexpr QLatin1String maximum("max");
constexpr QLatin1String excess("excess");
constexpr QLatin1String relaxation("relaxation");
constexpr QLatin1String amplitude("amplitude");
constexpr QLatin1String period("period");
constexpr QLatin1String noise("noise");
} // namespace key

/// In the order of DistributionKind.
constexpr std::array<QLatin1String, 5> distributionNames{QLatin1String("normal"), QLatin1String("uniform"),
                                                         QLatin1String("exponential"), QLatin1String("walk"),
                                                         QLatin1String("daily")};

double readTemperature(ParameterReader& reader, const QString& name, double fallback) {
    return reader.number(name, fallback, lowest, highest);
}

double readWidth(ParameterReader& reader, const QString& name, double fallback) {
    return reader.number(name, fallback, 0.0, widest);
}

void read(ParameterReader& reader, NormalParameters& parameters) {
    parameters.mean = readTemperature(reader, key::mean, parameters.mean);
    parameters.standardDeviation = readWidth(reader, key::standardDeviation, parameters.standardDeviation);
}

void read(ParameterReader& reader, UniformParameters& parameters) {
    parameters.minimum = readTemperature(reader, key::minimum, parameters.minimum);
    parameters.maximum = readTemperature(reader, key::maximum, parameters.maximum);
    if (parameters.minimum >= parameters.maximum)
        reader.refuse(key::minimum, QStringLiteral("%1 is not below max, which is %2")
                                        .arg(numberText(parameters.minimum), numberText(parameters.maximum)));
}

void read(ParameterReader& reader, ExponentialParameters& parameters) {
    parameters.minimum = readTemperature(reader, key::minimum, parameters.minimum);
    parameters.meanExcess = readWidth(reader, key::excess, parameters.meanExcess);
}

void read(ParameterReader& reader, RandomWalkParameters& parameters) {
    parameters.mean = readTemperature(reader, key::mean, parameters.mean);
    parameters.standardDeviation = readWidth(reader, key::standardDeviation, parameters.standardDeviation);
    parameters.relaxationSeconds =
        reader.seconds(key::relaxation, parameters.relaxationSeconds, shortestSeconds, longestSeconds);
}

void read(ParameterReader& reader, DailyCycleParameters& parameters) {
    parameters.mean = readTemperature(reader, key::mean, parameters.mean);
    parameters.amplitude = readWidth(reader, key::amplitude, parameters.amplitude);
    parameters.periodSeconds =
        reader.seconds(key::period, parameters.periodSeconds, shortestSeconds, longestSeconds);
    parameters.noise = readWidth(reader, key::noise, parameters.noise);
}

void write(SourceUri& uri, const NormalParameters& parameters) {
    uri.setParameter(key::mean, numberText(parameters.mean));
    uri.setParameter(key::standardDeviation, numberText(parameters.standardDeviation));
}

void write(SourceUri& uri, const UniformParameters& parameters) {
    uri.setParameter(key::minimum, numberText(parameters.minimum));
    uri.setParameter(key::maximum, numberText(parameters.maximum));
}

void write(SourceUri& uri, const ExponentialParameters& parameters) {
    uri.setParameter(key::minimum, numberText(parameters.minimum));
    uri.setParameter(key::excess, numberText(parameters.meanExcess));
}

void write(SourceUri& uri, const RandomWalkParameters& parameters) {
    uri.setParameter(key::mean, numberText(parameters.mean));
    uri.setParameter(key::standardDeviation, numberText(parameters.standardDeviation));
    uri.setParameter(key::relaxation, secondsText(parameters.relaxationSeconds));
}

void write(SourceUri& uri, const DailyCycleParameters& parameters) {
    uri.setParameter(key::mean, numberText(parameters.mean));
    uri.setParameter(key::amplitude, numberText(parameters.amplitude));
    uri.setParameter(key::period, secondsText(parameters.periodSeconds));
    uri.setParameter(key::noise, numberText(parameters.noise));
}

} // namespace

QString distributionName(DistributionKind kind) {
    return distributionNames.at(static_cast<std::size_t>(kind));
}

DistributionParameters readDistribution(ParameterReader& reader, const QString& name) {
    static const std::array<DistributionParameters, distributionNames.size()> defaults{
        NormalParameters{}, UniformParameters{}, ExponentialParameters{}, RandomWalkParameters{},
        DailyCycleParameters{}};
    for (std::size_t i = 0; i < distributionNames.size(); ++i) {
        if (name != distributionNames[i] && !(name.isEmpty() && i == 0))
            continue;
        DistributionParameters parameters = defaults[i];
        std::visit([&reader](auto& alternative) { read(reader, alternative); }, parameters);
        return parameters;
    }
    reader.refuse(QStringLiteral("distribution"),
                  quoted(name) + QStringLiteral(" is none of normal, uniform, exponential, walk, daily"));
    return {};
}

void writeDistribution(SourceUri& uri, const DistributionParameters& parameters) {
    std::visit([&uri](const auto& alternative) { write(uri, alternative); }, parameters);
}

} // namespace rillscope
