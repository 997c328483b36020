// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DistributionFields.h"

#include "core/model/Unit.h"

#include <QCoreApplication>

#include <cmath>

namespace rillscope {
namespace {

constexpr double widest = 10'000.0;
constexpr double shortestSeconds = 0.001;
constexpr double longestSeconds = 366.0 * 86'400.0;

using Specification = LabeledSlider::Specification;

QString tr(const char* text) {
    return QCoreApplication::translate("DistributionFields", text);
}

Specification temperature(const QString& name, const QString& label, const QString& toolTip) {
    return {.name = name,
            .label = label,
            .unit = QStringLiteral("°C"),
            .toolTip = toolTip,
            .scale = SliderScale::linear(-50.0, 100.0, 0.5),
            .typedMinimum = absoluteZeroCelsius,
            .typedMaximum = hottestCelsius};
}

Specification spread(const QString& name, const QString& label, const QString& toolTip) {
    return {.name = name,
            .label = label,
            .unit = QStringLiteral("°C"),
            .toolTip = toolTip,
            .scale = SliderScale::linear(0.0, 20.0, 0.1),
            .typedMaximum = widest};
}

Specification seconds(const QString& name, const QString& label, const QString& toolTip, double minimum,
                      double maximum) {
    return {.name = name,
            .label = label,
            .unit = QStringLiteral("s"),
            .toolTip = toolTip,
            .scale = SliderScale::logarithmic(minimum, maximum),
            .decimals = 0,
            .typedMinimum = shortestSeconds,
            .typedMaximum = longestSeconds};
}

QList<Specification> normalSliders() {
    return {temperature(QStringLiteral("normalMean"), tr("&Mean"), tr("The temperature in the middle")),
            spread(QStringLiteral("normalStandardDeviation"), tr("S&tandard deviation"),
                   tr("About two thirds of all samples lie within this distance of the mean"))};
}

QList<Specification> uniformSliders() {
    return {temperature(QStringLiteral("uniformMinimum"), tr("Mi&nimum"), tr("The lowest temperature")),
            temperature(QStringLiteral("uniformMaximum"), tr("Ma&ximum"), tr("The highest temperature"))};
}

QList<Specification> exponentialSliders() {
    return {temperature(QStringLiteral("exponentialMinimum"), tr("Mi&nimum"), tr("The lowest temperature")),
            spread(QStringLiteral("exponentialMeanExcess"), tr("Mean e&xcess"),
                   tr("How far above the lowest temperature samples lie on average"))};
}

QList<Specification> randomWalkSliders() {
    return {
        temperature(QStringLiteral("randomWalkMean"), tr("&Mean"), tr("The temperature the walk returns to")),
        spread(QStringLiteral("randomWalkStandardDeviation"), tr("S&tandard deviation"),
               tr("How far the walk strays from its mean in the long run")),
        seconds(QStringLiteral("randomWalkRelaxation"), tr("Rela&xation"),
                tr("The time in which a deviation falls to about a third (1/e)"), 1.0, 10'000.0)};
}

QList<Specification> dailyCycleSliders() {
    return {temperature(QStringLiteral("dailyCycleMean"), tr("&Mean"), tr("The temperature in the middle")),
            spread(QStringLiteral("dailyCycleAmplitude"), tr("&Amplitude"),
                   tr("How far the cycle rises above and falls below its mean")),
            seconds(QStringLiteral("dailyCyclePeriod"), tr("Peri&od"),
                    tr("How long one cycle takes; a day has 86,400 seconds"), 10.0, 1'000'000.0),
            spread(QStringLiteral("dailyCycleNoise"), tr("&Noise"),
                   tr("Standard deviation of what is added to the cycle at random"))};
}

using Field = std::variant<double*, Duration*>;

std::vector<Field> fieldsOf(DistributionParameters& parameters) {
    struct Fields {
        std::vector<Field> operator()(NormalParameters& p) const { return {&p.mean, &p.standardDeviation}; }
        std::vector<Field> operator()(UniformParameters& p) const { return {&p.minimum, &p.maximum}; }
        std::vector<Field> operator()(ExponentialParameters& p) const { return {&p.minimum, &p.meanExcess}; }
        std::vector<Field> operator()(RandomWalkParameters& p) const {
            return {&p.mean, &p.standardDeviation, &p.relaxation};
        }
        std::vector<Field> operator()(DailyCycleParameters& p) const {
            return {&p.mean, &p.amplitude, &p.period, &p.noise};
        }
    };
    return std::visit(Fields{}, parameters);
}

double toNumber(double value) {
    return value;
}

double toNumber(Duration duration) {
    return toSeconds(duration);
}

void assign(double& field, double value) {
    field = value;
}

void assign(Duration& field, double seconds) {
    field = Duration{std::llround(seconds * 1e9)};
}

} // namespace

DistributionParameters defaultParameters(DistributionKind kind) {
    switch (kind) {
    case DistributionKind::Uniform:
        return UniformParameters{};
    case DistributionKind::Exponential:
        return ExponentialParameters{};
    case DistributionKind::RandomWalk:
        return RandomWalkParameters{};
    case DistributionKind::DailyCycle:
        return DailyCycleParameters{};
    case DistributionKind::Normal:
        break;
    }
    return NormalParameters{};
}

QString distributionTitle(DistributionKind kind) {
    switch (kind) {
    case DistributionKind::Uniform:
        return tr("Uniform");
    case DistributionKind::Exponential:
        return tr("Exponential");
    case DistributionKind::RandomWalk:
        return tr("Random walk");
    case DistributionKind::DailyCycle:
        return tr("Daily cycle");
    case DistributionKind::Normal:
        break;
    }
    return tr("Normal");
}

std::vector<double> fieldValues(const DistributionParameters& parameters) {
    DistributionParameters copy = parameters;
    std::vector<double> values;
    for (const Field& field : fieldsOf(copy))
        values.push_back(std::visit([](auto* number) { return toNumber(*number); }, field));
    return values;
}

void setFieldValue(DistributionParameters& parameters, std::size_t field, double value) {
    std::visit([value](auto* number) { assign(*number, value); }, fieldsOf(parameters).at(field));
}

QList<Specification> sliderSpecifications(DistributionKind kind) {
    switch (kind) {
    case DistributionKind::Uniform:
        return uniformSliders();
    case DistributionKind::Exponential:
        return exponentialSliders();
    case DistributionKind::RandomWalk:
        return randomWalkSliders();
    case DistributionKind::DailyCycle:
        return dailyCycleSliders();
    case DistributionKind::Normal:
        break;
    }
    return normalSliders();
}

} // namespace rillscope
