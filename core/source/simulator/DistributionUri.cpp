// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/DistributionUri.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/model/ShownUri.h"

#include <array>

namespace rillscope {
namespace {

constexpr double lowest = -273.15; // °C, as all bounds of values
constexpr double highest = 10'000.0;
constexpr double widest = 10'000.0;
constexpr Duration shortest = std::chrono::milliseconds(1); // of relaxation and period
constexpr Duration longest = std::chrono::hours(366 * 24);

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
        reader.refuse(key::minimum,
                      QStringLiteral("%1 is not below max, which is %2")
                          .arg(formatNumber(parameters.minimum), formatNumber(parameters.maximum)));
}

void read(ParameterReader& reader, ExponentialParameters& parameters) {
    parameters.minimum = readTemperature(reader, key::minimum, parameters.minimum);
    parameters.meanExcess = readWidth(reader, key::excess, parameters.meanExcess);
}

void read(ParameterReader& reader, RandomWalkParameters& parameters) {
    parameters.mean = readTemperature(reader, key::mean, parameters.mean);
    parameters.standardDeviation = readWidth(reader, key::standardDeviation, parameters.standardDeviation);
    parameters.relaxation = reader.duration(key::relaxation, parameters.relaxation, shortest, longest);
}

void read(ParameterReader& reader, DailyCycleParameters& parameters) {
    parameters.mean = readTemperature(reader, key::mean, parameters.mean);
    parameters.amplitude = readWidth(reader, key::amplitude, parameters.amplitude);
    parameters.period = reader.duration(key::period, parameters.period, shortest, longest);
    parameters.noise = readWidth(reader, key::noise, parameters.noise);
}

void write(SourceUri& uri, const NormalParameters& parameters) {
    uri.setParameter(key::mean, formatNumber(parameters.mean));
    uri.setParameter(key::standardDeviation, formatNumber(parameters.standardDeviation));
}

void write(SourceUri& uri, const UniformParameters& parameters) {
    uri.setParameter(key::minimum, formatNumber(parameters.minimum));
    uri.setParameter(key::maximum, formatNumber(parameters.maximum));
}

void write(SourceUri& uri, const ExponentialParameters& parameters) {
    uri.setParameter(key::minimum, formatNumber(parameters.minimum));
    uri.setParameter(key::excess, formatNumber(parameters.meanExcess));
}

void write(SourceUri& uri, const RandomWalkParameters& parameters) {
    uri.setParameter(key::mean, formatNumber(parameters.mean));
    uri.setParameter(key::standardDeviation, formatNumber(parameters.standardDeviation));
    uri.setParameter(key::relaxation, formatDuration(parameters.relaxation));
}

void write(SourceUri& uri, const DailyCycleParameters& parameters) {
    uri.setParameter(key::mean, formatNumber(parameters.mean));
    uri.setParameter(key::amplitude, formatNumber(parameters.amplitude));
    uri.setParameter(key::period, formatDuration(parameters.period));
    uri.setParameter(key::noise, formatNumber(parameters.noise));
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
    // What stands in the place of the name may hold a secret, where somebody took a URI of another kind for
    // it.
    const QString scheme = QStringLiteral("sim:");
    reader.refuse(QStringLiteral("distribution"),
                  quoted(ShownUri::fromText(scheme + name).text().mid(scheme.size())) +
                      QStringLiteral(" is none of normal, uniform, exponential, walk, daily"));
    return {};
}

void writeDistribution(SourceUri& uri, const DistributionParameters& parameters) {
    std::visit([&uri](const auto& alternative) { write(uri, alternative); }, parameters);
}

} // namespace rillscope
