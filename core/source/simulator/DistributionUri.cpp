// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/DistributionUri.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/NumberText.h"
#include "core/model/ShownUri.h"
#include "core/source/simulator/SimulatorKeys.h"

#include <array>

namespace rillscope {
namespace {

namespace key = simulatorKey;

void read(ParameterReader& reader, NormalParameters& parameters) {
    parameters.mean = reader.number(key::mean, parameters.mean);
    parameters.standardDeviation = reader.number(key::standardDeviation, parameters.standardDeviation);
}

void read(ParameterReader& reader, UniformParameters& parameters) {
    parameters.minimum = reader.number(key::minimum, parameters.minimum);
    parameters.maximum = reader.number(key::maximum, parameters.maximum);
    if (parameters.minimum >= parameters.maximum)
        reader.refuse(key::minimum,
                      Message(QT_TRANSLATE_NOOP("Message", "%1 is not below max, which is %2"),
                              formatNumber(parameters.minimum), formatNumber(parameters.maximum)));
}

void read(ParameterReader& reader, ExponentialParameters& parameters) {
    parameters.minimum = reader.number(key::minimum, parameters.minimum);
    parameters.meanExcess = reader.number(key::excess, parameters.meanExcess);
}

void read(ParameterReader& reader, RandomWalkParameters& parameters) {
    parameters.mean = reader.number(key::mean, parameters.mean);
    parameters.standardDeviation = reader.number(key::standardDeviation, parameters.standardDeviation);
    parameters.relaxation = reader.duration(key::relaxation, parameters.relaxation);
}

void read(ParameterReader& reader, DailyCycleParameters& parameters) {
    parameters.mean = reader.number(key::mean, parameters.mean);
    parameters.amplitude = reader.number(key::amplitude, parameters.amplitude);
    parameters.period = reader.duration(key::period, parameters.period);
    parameters.noise = reader.number(key::noise, parameters.noise);
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
    return distributionWords().at(static_cast<qsizetype>(kind));
}

DistributionParameters readDistribution(ParameterReader& reader, const QString& name) {
    static const std::array<DistributionParameters, 5> defaults{
        NormalParameters{}, UniformParameters{}, ExponentialParameters{}, RandomWalkParameters{},
        DailyCycleParameters{}};
    const qsizetype place = name.isEmpty() ? 0 : distributionWords().indexOf(name);
    if (place >= 0) {
        DistributionParameters parameters = defaults.at(static_cast<std::size_t>(place));
        std::visit([&reader](auto& alternative) { read(reader, alternative); }, parameters);
        return parameters;
    }
    // What stands in the place of the name may hold a secret, where somebody took a URI of another kind for
    // it.
    const QString scheme = simulatorScheme() + u':';
    reader.refuse(QStringLiteral("distribution"),
                  Message(QT_TRANSLATE_NOOP("Message", "%1 is none of %2"),
                          quoted(ShownUri::fromText(scheme + name).text().mid(scheme.size())),
                          distributionWords().join(QStringLiteral(", "))));
    return {};
}

void writeDistribution(SourceUri& uri, const DistributionParameters& parameters) {
    std::visit([&uri](const auto& alternative) { write(uri, alternative); }, parameters);
}

} // namespace rillscope
